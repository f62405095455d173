using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The record of an access or of a refused one (调阅留痕), for the host to store: ids and codes alone, no data.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Actor">Who asked.</param>
/// <param name="Subject">The opaque id of whom or what it was about.</param>
/// <param name="Place">Where that is.</param>
/// <param name="Purpose">The code of the purpose.</param>
/// <param name="At">The moment, by the county's clock.</param>
public sealed record DataAccessRecord(AuthorityActor Actor, string Subject, GridCode Place, string Purpose, LocalDateTime At)
{
    /// <summary>Gets the codes of the items shown whole.</summary>
    public EquatableArray<string> Full { get; init; }

    /// <summary>Gets the codes of the items shown masked.</summary>
    public EquatableArray<string> Masked { get; init; }

    /// <summary>Gets the codes of the items refused.</summary>
    public EquatableArray<string> Refused { get; init; }

    /// <summary>Gets the codes of the grants and rules that opened them, in ordinal order.</summary>
    public EquatableArray<string> Rules { get; init; }

    /// <summary>Gets the claim by which the glass was broken; null where it was not, whatever was claimed.</summary>
    public BreakGlassClaim? BreakGlass { get; init; }

    /// <summary>Gets the moment by which somebody else must have looked at it, by the county's clock; null where nobody has to.</summary>
    public LocalDateTime? ReviewBy { get; init; }
}
