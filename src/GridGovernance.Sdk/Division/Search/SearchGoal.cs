namespace GridGovernance.Sdk.Division;

/// <summary>What a search aims at beside the usual: to keep a window and to leave units where they are.</summary>
/// <param name="Low">The least size of a grid.</param>
/// <param name="High">The largest size of a grid.</param>
/// <param name="Home">The grid in which each vertex was before; −1 where it was in none.</param>
/// <param name="Price">What it costs to move the size of a whole grid.</param>
/// <param name="Shape">The weight of the shape.</param>
internal sealed record SearchGoal(long Low, long High, int[] Home, double Price, double Shape);
