using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The question whether somebody may read data of a person, a dwelling or a thing.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DataAccessRequest
{
    /// <summary>Gets who asks. Without an own area nobody but a department reads what is bound to areas.</summary>
    public required AuthorityActor Actor { get; init; }

    /// <summary>Gets the codes of the items asked for.</summary>
    public required EquatableArray<string> Items { get; init; }

    /// <summary>Gets the opaque id of whom or what it is about, for the record.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets where that is.</summary>
    public required GridCode Place { get; init; }

    /// <summary>Gets the code of the purpose.</summary>
    public required string Purpose { get; init; }

    /// <summary>Gets the moment, by the county's clock.</summary>
    public required LocalDateTime At { get; init; }

    /// <summary>Gets a value indicating whether the person agreed.</summary>
    public bool HasConsent { get; init; }

    /// <summary>Gets the claim of emergency access; null where none is made.</summary>
    public BreakGlassClaim? BreakGlass { get; init; }
}
