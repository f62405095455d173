using System.Text.Json.Serialization;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A body (机构) that every unit of a level has, such as a township's grid management centre: one row of <c>bodies.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, kebab-case, such as <c>grid-management-centre</c>.</param>
/// <param name="NameEn">The name in English.</param>
/// <param name="NameZh">The name in Chinese.</param>
/// <param name="Level">The level whose units have it.</param>
/// <param name="Kinds">The kinds of unit that have it, such as communities alone; empty for every unit of the level.</param>
/// <param name="Heads">The posts whose holder heads it by virtue of office (兼任), the first that is held before the others; empty where nobody does.</param>
/// <param name="Source">The source; null where nobody says.</param>
public sealed record Body(
    string Code,
    string NameEn,
    string NameZh,
    string Level,
    EquatableArray<GridKind> Kinds = default,
    EquatableArray<string> Heads = default,
    string? Source = null)
{
    /// <summary>Gets the name in both languages.</summary>
    [JsonIgnore]
    public LocalizedText Name => new(NameEn, NameZh);
}
