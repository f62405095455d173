using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Staffing;

/// <summary>How many people a unit must have in some posts (配员标准), such as one grid worker a grid: one row of <c>staffing-standards.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, kebab-case, such as <c>one-worker-a-grid</c>.</param>
/// <param name="Posts">The posts that count together, all of one level; a person in two of them counts once.</param>
/// <param name="MinPeople">The fewest people, at least 0.</param>
/// <param name="MaxPeople">The most people; null without a limit.</param>
/// <param name="MostSeatsPerPerson">How many seats of these posts one person may hold at once; null without a limit.</param>
/// <param name="Kinds">The kinds of unit that it is for; empty for every unit of the level.</param>
/// <param name="Source">The source: the article, the statute with its article; null where nobody says.</param>
public sealed record StaffingStandard(
    string Code,
    EquatableArray<string> Posts,
    int MinPeople = 1,
    int? MaxPeople = null,
    int? MostSeatsPerPerson = null,
    EquatableArray<GridKind> Kinds = default,
    string? Source = null);
