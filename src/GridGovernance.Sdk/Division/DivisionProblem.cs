namespace GridGovernance.Sdk.Division;

/// <summary>A division to be made, checked and indexed: what <see cref="Divider"/> solves.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class DivisionProblem
{
    private readonly Dictionary<string, int> _indexes;
    private readonly string?[] _parents;

    internal DivisionProblem(DivisionDefinition definition, Dictionary<string, int> indexes, string?[] parents)
    {
        Definition = definition;
        _indexes = indexes;
        _parents = parents;
    }

    /// <summary>Gets what it was compiled from.</summary>
    public DivisionDefinition Definition { get; }

    /// <summary>Gets the units, in the order of the definition; a unit's position here is its index.</summary>
    public EquatableArray<DivisionUnit> Units => Definition.Units;

    /// <summary>Gets the codes of the parents in the order in which the units name them; null is the parent of units that name none.</summary>
    public IReadOnlyList<string?> Parents => _parents;

    /// <summary>Gets the parent of each unit, as a position in <see cref="Parents"/>.</summary>
    internal int[] ParentOf { get; init; } = [];

    /// <summary>Gets one end of each edge that joins two different units, each pair once.</summary>
    internal int[] EdgeFrom { get; init; } = [];

    /// <summary>Gets the other end of each edge, the larger.</summary>
    internal int[] EdgeTo { get; init; } = [];

    /// <summary>Gets the shared border of each edge in millimetres; 1000 for every edge where none is known.</summary>
    internal long[] EdgeLength { get; init; } = [];

    /// <summary>Gets whether a barrier closes an edge, or it joins two parents.</summary>
    internal bool[] EdgeIsClosed { get; init; } = [];

    /// <summary>Gets the parents as graphs.</summary>
    internal PartGraph[] Parts { get; init; } = [];

    /// <summary>Checks and indexes a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="report">Everything that is wrong, doubtful or worth knowing.</param>
    /// <returns>The problem; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static DivisionProblem? Compile(DivisionDefinition definition, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var compiler = new DivisionCompiler(definition);
        var problem = compiler.Run();
        report = compiler.Report();
        return report.HasErrors ? null : problem;
    }

    /// <summary>Finds a unit by its id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="index">Its position in <see cref="Units"/>, or −1.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public bool TryIndexOf(string id, out int index)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (_indexes.TryGetValue(id, out index))
        {
            return true;
        }

        index = -1;
        return false;
    }

    /// <summary>Returns the numbers of units, edges and parents.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Units.Count} units, {EdgeFrom.Length} edges, {_parents.Length} parents");
}
