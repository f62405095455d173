using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>One division as a register of division codes (区划代码库) knows it: a row of <c>divisions.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code.</param>
/// <param name="Name">The name.</param>
/// <param name="ValidFrom">The first day on which the code holds; null where unknown.</param>
/// <param name="ValidTo">The last day on which the code holds; null while it does.</param>
/// <param name="Successors">The codes that took its place when it was abolished (撤销) or put under another parent (隶属变化).</param>
/// <param name="Classification">The three digits of the urban–rural classification (城乡分类代码), such as <c>220</c> for a village; null where unknown.</param>
public sealed record DivisionEntry(
    DivisionCode Code,
    string Name,
    LocalDate? ValidFrom = null,
    LocalDate? ValidTo = null,
    EquatableArray<DivisionCode> Successors = default,
    string? Classification = null)
{
    /// <summary>Says whether the code holds on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True when it does.</returns>
    public bool IsValidOn(LocalDate on) => (ValidFrom is null || on >= ValidFrom) && (ValidTo is null || on <= ValidTo);
}
