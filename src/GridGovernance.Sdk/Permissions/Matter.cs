using System.Text.Json.Serialization;

namespace GridGovernance.Sdk.Permissions;

/// <summary>A kind of thing that can be reported, dispatched and handled (事项): one row of <c>matters.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, kebab-case, such as <c>fire-safety</c>.</param>
/// <param name="Class">The code of the class it belongs to (大类), such as <c>basic-duty</c>.</param>
/// <param name="NameEn">The name in English.</param>
/// <param name="NameZh">The name in Chinese.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Source">The source: the article, the statute with its article, or a word on why the sample has it.</param>
/// <param name="Responsible">The post that is basically responsible for it (基本责任人); null for a matter that no post of the grid system answers for.</param>
/// <param name="Owner">The body that it belongs to, and to which it is referred when the grid refuses it: a department's code, or the code of a body outside
/// the grid system such as <c>villagers-council</c> (村民议事会); null where nobody is named.</param>
/// <param name="Tier">The tier in which such a matter is usually opened, such as <c>daily</c>; null where that is open.</param>
public sealed record Matter(
    string Code,
    string Class,
    string NameEn,
    string NameZh,
    MatterPurpose Purpose,
    Origin Origin,
    string Source,
    string? Responsible = null,
    string? Owner = null,
    string? Tier = null)
{
    /// <summary>Gets the name in both languages.</summary>
    [JsonIgnore]
    public LocalizedText Name => new(NameEn, NameZh);
}
