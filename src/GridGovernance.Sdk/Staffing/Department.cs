using System.Text.Json.Serialization;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A functional body (职能部门) of the county, such as the civil affairs bureau: one row of <c>departments.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, kebab-case, such as <c>civil-affairs</c>.</param>
/// <param name="NameEn">The name in English.</param>
/// <param name="NameZh">The name in Chinese.</param>
/// <param name="Level">The level of the hierarchy to which the body belongs, such as <c>county</c>.</param>
public sealed record Department(string Code, string NameEn, string NameZh, string Level)
{
    /// <summary>Gets the name in both languages.</summary>
    [JsonIgnore]
    public LocalizedText Name => new(NameEn, NameZh);
}
