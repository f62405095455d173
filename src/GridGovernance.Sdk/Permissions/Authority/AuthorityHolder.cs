using System.Text.Json;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Somebody whom a rule names: a post, a department, a level, a kind of unit, or several of these together.</summary>
/// <remarks>
/// <para>Equality is ordinal. The default value is anybody at all. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Post">The code of the post; null for any.</param>
/// <param name="Department">The code of the department; null for any and for none.</param>
/// <param name="Level">The code of the level; null for any.</param>
/// <param name="Kind">The kind of the unit; null for any and for none.</param>
public readonly record struct AuthorityHolder(string? Post, string? Department, string? Level, GridKind? Kind = null)
{
    /// <summary>Returns the parts that are named: <c>post@department (level, kind)</c>.</summary>
    /// <returns>The text; <c>*</c> for anybody.</returns>
    public override string ToString()
    {
        var seat = (Post, Department) switch
        {
            (null, null) => "*",
            (_, null) => Post,
            _ => $"{Post ?? "*"}@{Department}",
        };
        var kind = Kind is { } named ? JsonNamingPolicy.KebabCaseLower.ConvertName(named.ToString()) : null;
        return (Level, kind) switch
        {
            (null, null) => seat,
            (not null, not null) => $"{seat} ({Level}, {kind})",
            _ => $"{seat} ({Level ?? kind})",
        };
    }
}
