using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Who may read which data items for which purposes, and how much of them (共享授权).</summary>
/// <remarks>
/// <para>Within one of the lists any code fits; all the lists must fit. A grant holds in the reader's own area and below; departments have the whole county.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record DataGrant
{
    /// <summary>Gets the code, kebab-case, unique in the catalogue.</summary>
    public required string Code { get; init; }

    /// <summary>Gets how much of the items is shown.</summary>
    public required DataShow Shows { get; init; }

    /// <summary>Gets the codes of the purposes for which it opens them; every one is a purpose of each item.</summary>
    public required EquatableArray<string> Purposes { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the codes of the items.</summary>
    public EquatableArray<string> Items { get; init; }

    /// <summary>Gets the codes of the records whose items it opens, beside <see cref="Items"/>.</summary>
    public EquatableArray<string> Records { get; init; }

    /// <summary>Gets the codes of the posts.</summary>
    public EquatableArray<string> Posts { get; init; }

    /// <summary>Gets the codes of the departments; a grant that names any fits nobody outside a department.</summary>
    public EquatableArray<string> Departments { get; init; }

    /// <summary>Gets the codes of the levels at which they act.</summary>
    public EquatableArray<string> Levels { get; init; }

    /// <summary>Gets a value indicating whether it holds outside the area of the one who reads, too.</summary>
    public bool BeyondOwnArea { get; init; }

    /// <summary>Gets a value indicating whether the person must have agreed (单独同意, 个人信息保护法 art 29).</summary>
    public bool NeedsConsent { get; init; }

    /// <summary>Gets the first day; null for no beginning.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>Gets the last day, itself included; null for no end.</summary>
    public LocalDate? ValidTo { get; init; }
}
