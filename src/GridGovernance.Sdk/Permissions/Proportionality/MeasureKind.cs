using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Permissions;

/// <summary>A kind of restrictive measure (限制性措施), such as closing a residential area, with what it takes.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record MeasureKind
{
    /// <summary>Gets the code, kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets a value indicating whether nobody may order it, whatever the basis.</summary>
    public bool Forbidden { get; init; }

    /// <summary>Gets the codes of the posts that may approve it; one of them must have.</summary>
    public EquatableArray<string> Approvers { get; init; }

    /// <summary>Gets the legal bases on which it may rest, in words, one of which must be named; empty where any that is named passes.</summary>
    public EquatableArray<string> LegalBases { get; init; }

    /// <summary>Gets the longest term in calendar days, months or years.</summary>
    public TimeLimit? LongestTerm { get; init; }

    /// <summary>Gets the codes of the levels whose units it may cover; empty for every level.</summary>
    public EquatableArray<string> Levels { get; init; }
}
