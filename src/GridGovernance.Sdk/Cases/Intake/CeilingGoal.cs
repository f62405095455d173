using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Cases;

/// <summary>A goal such as 小事不出网格: the share of the matters of a size that are solved at a level or below it. It never bars a case from rising.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Size">The size.</param>
/// <param name="Level">The code of the level that such matters should not rise above.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record CeilingGoal(CaseSize Size, string Level, string Source)
{
    /// <summary>Gets the goals of X县: 小事不出网格，大事不出乡镇 (S3-42).</summary>
    public static EquatableArray<CeilingGoal> XCounty { get; } =
        [new(CaseSize.Small, "grid", "X县 (S3-42)"), new(CaseSize.Large, "township", "X县 (S3-42)")];

    /// <summary>Gets the goals of 通江县: 小事不出格，大事不出村 (S4-9).</summary>
    public static EquatableArray<CeilingGoal> Tongjiang { get; } =
        [new(CaseSize.Small, "grid", "通江县 (S4-9)"), new(CaseSize.Large, "village", "通江县 (S4-9)")];

    /// <summary>Measures how far the goal is reached.</summary>
    /// <param name="solved">The solved matters: the size of each, and the level of the seat that solved it, null where a department did.</param>
    /// <param name="scheme">The levels.</param>
    /// <returns>How many matters of the size were solved at the level or below it, and how many in all; a share over none is undefined.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="solved"/> or <paramref name="scheme"/> is null.</exception>
    /// <exception cref="ArgumentException">The scheme has no level of the goal's code.</exception>
    public (int Within, int All) Measure(IEnumerable<(CaseSize Size, string? Level)> solved, GridScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(solved);
        ArgumentNullException.ThrowIfNull(scheme);
        var levels = scheme.Levels.Select(static level => level.Code).ToList();
        var ceiling = levels.IndexOf(Level);
        if (ceiling < 0)
        {
            throw new ArgumentException($"\"{Level}\" must be a level of the hierarchy, one of {string.Join(", ", levels)}, but is not.", nameof(scheme));
        }

        var (within, all) = (0, 0);
        foreach (var (size, level) in solved)
        {
            if (size == Size)
            {
                all++;
                within += level is not null && levels.IndexOf(level) >= ceiling ? 1 : 0;
            }
        }

        return (within, all);
    }
}
