namespace GridGovernance.Sdk.Division;

/// <summary>One parent as the solvers see it: what must stay together is one vertex, closed edges are gone, numbers lie in flat arrays.</summary>
/// <remarks>This type is immutable once built and safe to share between threads.</remarks>
internal sealed class PartGraph
{
    /// <summary>Gets the position of the parent in the problem.</summary>
    internal required int Parent { get; init; }

    /// <summary>Gets the parent's code; null where the problem has one without a code.</summary>
    internal required string? Code { get; init; }

    /// <summary>Gets the ids of all units of the problem.</summary>
    internal required string[] Ids { get; init; }

    /// <summary>Gets what its sizing asks.</summary>
    internal required PartSettings Settings { get; init; }

    /// <summary>Gets where the units of each vertex begin in <see cref="Units"/>; one more than there are vertices.</summary>
    internal required int[] UnitOffsets { get; init; }

    /// <summary>Gets the units of the vertices, as positions in the problem.</summary>
    internal required int[] Units { get; init; }

    /// <summary>Gets the size of each vertex in the measure of the sizing.</summary>
    internal required long[] Size { get; init; }

    /// <summary>Gets the households of each vertex where households or people count, otherwise all 0.</summary>
    internal required long[] Other { get; init; }

    /// <summary>Gets the further measures that are balanced, one array of the vertices' amounts each.</summary>
    internal required long[][] Extra { get; init; }

    /// <summary>Gets the weight of each further measure beside the size's 1.</summary>
    internal required double[] ExtraWeight { get; init; }

    /// <summary>Gets the name of the grid that a vertex must be in as a number from 0, two of which never share a grid; −1 for none.</summary>
    internal required int[] Label { get; init; }

    /// <summary>Gets the names of the locked grids by label; null for a seed, whose grid has no name.</summary>
    internal required string?[] LabelNames { get; init; }

    /// <summary>Gets where the neighbours of each vertex begin in <see cref="Targets"/>; one more than there are vertices.</summary>
    internal required int[] Offsets { get; init; }

    /// <summary>Gets the neighbours, ascending for each vertex.</summary>
    internal required int[] Targets { get; init; }

    /// <summary>Gets how many of the problem's edges each entry of <see cref="Targets"/> stands for; 0 for a bridge to an island.</summary>
    internal required int[] Cuts { get; init; }

    /// <summary>Gets the shared border of each entry of <see cref="Targets"/> in millimetres.</summary>
    internal required long[] Lengths { get; init; }

    /// <summary>Gets the area of each vertex in square metres; null where one is unknown.</summary>
    internal required double[]? Area { get; init; }

    /// <summary>Gets the border of each vertex in metres; null where one is unknown.</summary>
    internal required double[]? Perimeter { get; init; }

    /// <summary>Gets the metres east of each unit's place in the order of <see cref="Units"/>; null where one is unknown.</summary>
    internal required double[]? East { get; init; }

    /// <summary>Gets the metres north of each unit's place in the order of <see cref="Units"/>; null where one is unknown.</summary>
    internal required double[]? North { get; init; }

    /// <summary>Gets the grids that are settled before any search: dedicated grids, and islands of their own.</summary>
    internal required IReadOnlyList<SettledGrid> Settled { get; init; }

    /// <summary>Gets the pairs of vertices that a bridge joins across a gap.</summary>
    internal required IReadOnlyList<(int From, int To)> Bridges { get; init; }

    /// <summary>Gets the connected component of each vertex, numbered from 0 by their first vertex.</summary>
    internal required int[] Component { get; init; }

    /// <summary>Gets the number of components.</summary>
    internal required int ComponentCount { get; init; }

    /// <summary>Gets the number of vertices.</summary>
    internal int Count => Size.Length;

    /// <summary>Gets the size of all vertices.</summary>
    internal required long Total { get; init; }

    /// <summary>Gets the units of a vertex.</summary>
    internal ReadOnlySpan<int> UnitsOf(int vertex) => Units.AsSpan(UnitOffsets[vertex], UnitOffsets[vertex + 1] - UnitOffsets[vertex]);

    /// <summary>Gets the neighbours of a vertex.</summary>
    internal ReadOnlySpan<int> NeighboursOf(int vertex) => Targets.AsSpan(Offsets[vertex], Offsets[vertex + 1] - Offsets[vertex]);
}
