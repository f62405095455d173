using System.Text.Json.Serialization;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A kind of position (岗位), such as a grid worker at a grid or a handler at a department: one row of <c>posts.csv</c>.</summary>
/// <remarks>
/// <para>A post becomes a <see cref="Seat"/> at each unit of its level. It holds no person; that is the <see cref="Roster"/>'s.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Code">The code, kebab-case, such as <c>grid-worker</c>.</param>
/// <param name="TitleEn">The title in English.</param>
/// <param name="TitleZh">The title in Chinese.</param>
/// <param name="Level">The level whose units have it: a level code of the hierarchy, or <see cref="DepartmentLevel"/>.</param>
/// <param name="Role">The role that its holder acts in; several posts may share one.</param>
/// <param name="Supervisor">The post above it on the same line; null at the top.</param>
/// <param name="MostHolders">The most people who may hold one seat of it at once, at least 1.</param>
/// <param name="Optional">Whether a unit may do without it, as with a guide or an assistant: nobody answers there by virtue of it unless somebody sits in it.</param>
/// <param name="Eligible">Who may hold it: whoever meets one of these; empty for everybody.</param>
/// <param name="Source">The source: the article, the statute with its article; null where nobody says.</param>
public sealed record Post(
    string Code,
    string TitleEn,
    string TitleZh,
    string Level,
    string Role,
    string? Supervisor = null,
    int MostHolders = 1,
    bool Optional = false,
    EquatableArray<EligibilityRule> Eligible = default,
    string? Source = null)
{
    /// <summary>The word in <see cref="Level"/> that says the post is at departments and not at spatial units.</summary>
    public const string DepartmentLevel = "department";

    /// <summary>Gets the title in both languages.</summary>
    [JsonIgnore]
    public LocalizedText Title => new(TitleEn, TitleZh);

    /// <summary>Gets a value indicating whether the post is at departments.</summary>
    [JsonIgnore]
    public bool IsOfDepartment => string.Equals(Level, DepartmentLevel, StringComparison.Ordinal);
}
