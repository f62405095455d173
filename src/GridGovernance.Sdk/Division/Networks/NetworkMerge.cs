using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>Several networks made into one (多网合一): the new cells, where the old ones went, and which duties each new cell takes over.</summary>
/// <remarks>
/// <para>In 金平区 seven departments' networks over 12 streets and 171 communities became 685 grids.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class NetworkMerge
{
    // A proof looks for the fewest cut edges, whatever their length: it would not see the weights.
    private static readonly DivisionBudget Searching = DivisionBudget.Default with { ExactUnits = 0 };

    private NetworkMerge(NetworkOverlay overlay, DivisionOutcome outcome, NetworkCell[] cells, int[] gridOf)
    {
        Overlay = overlay;
        Outcome = outcome;
        Cells = Array.AsReadOnly(cells);
        if (cells.Length == 0)
        {
            Crosswalks = [];
            Duties = [];
            return;
        }

        string[] codes = [.. cells.Select(static cell => cell.Code)];
        Crosswalks = Array.AsReadOnly(Enumerable.Range(0, overlay.Networks.Count).Select(network => Crosswalk.Count(overlay, network, face => [gridOf[face]], codes)).ToArray());
        Duties = Array.AsReadOnly(DutiesOf(overlay, gridOf, codes).ToArray());
    }

    /// <summary>Gets what was merged.</summary>
    public NetworkOverlay Overlay { get; }

    /// <summary>Gets the division of the faces: a plan, none found, or the proof that there is none.</summary>
    public DivisionOutcome Outcome { get; }

    /// <summary>Gets the cells of the new network, in the order of the plan's grids, each with the duties that it takes over; empty without a plan.</summary>
    public IReadOnlyList<NetworkCell> Cells { get; }

    /// <summary>Gets where the cells of each old network went, in the order of the networks; empty without a plan.</summary>
    public IReadOnlyList<Crosswalk> Crosswalks { get; }

    /// <summary>Gets what each new cell takes over: by new cell, network and duty; empty without a plan.</summary>
    public IReadOnlyList<InheritedDuty> Duties { get; }

    /// <summary>Merges networks.</summary>
    /// <remarks>
    /// The faces of the overlay are the units. A border between two faces of one old cell counts longer by its network's weight, so that the search,
    /// which looks for short cuts, prefers to keep old cells whole; the shapes that the plan reports are of these lengths.
    /// </remarks>
    /// <param name="overlay">The networks.</param>
    /// <param name="sizing">The sizes of the new cells.</param>
    /// <param name="seed">The seed of the search.</param>
    /// <param name="parents">The position of the network whose cells are the parents that new cells must stay in, such as communities; null for one parent.</param>
    /// <param name="budget">How much work it may take; null for <see cref="DivisionBudget.Default"/> without a proof, which would count cut edges and not their weights.</param>
    /// <param name="islands">What becomes of land that nothing joins to the rest of its parent.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The merged network, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overlay"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parents"/> is no network, or <paramref name="budget"/> has a number outside its range.</exception>
    /// <exception cref="GovernanceException">The sizing contradicts itself; the exception carries the report.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static NetworkMerge Run(
        NetworkOverlay overlay,
        EquatableArray<DivisionSizing> sizing,
        ulong seed,
        int? parents = null,
        DivisionBudget? budget = null,
        IslandPolicy islands = IslandPolicy.OwnGrid,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(overlay);
        if (parents is { } position)
        {
            overlay.CheckNetwork(position, nameof(parents));
        }

        var problem = DivisionProblem.Compile(Definition(overlay, sizing, parents, islands), out var report) ?? throw new GovernanceException(report);
        var outcome = Divider.Divide(problem, seed, budget ?? Searching, null, cancellation);
        if (outcome.Plan is not { } plan)
        {
            return new NetworkMerge(overlay, outcome, [], []);
        }

        var gridOf = plan.Assignment.ToArray();
        var cells = plan.Grids.Select((grid, i) =>
        {
            var units = plan.UnitsOf(i).ToArray();
            var duties = units.SelectMany(unit => DutiesAt(overlay, unit)).Select(static duty => duty.Duty).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return new NetworkCell(grid.Code, GridBoundary.Dissolve([.. units.Select(unit => overlay.Faces[unit].Boundary)])) { Duties = EquatableArray.From(duties) };
        }).ToArray();
        return new NetworkMerge(overlay, outcome, cells, gridOf);
    }

    private static DivisionDefinition Definition(NetworkOverlay overlay, EquatableArray<DivisionSizing> sizing, int? parents, IslandPolicy islands)
    {
        string Id(int face) => FormattableString.Invariant($"{face + 1}");
        double Counted(int a, int b, double metres) => metres * (1 + Enumerable.Range(0, overlay.Networks.Count)
            .Where(network => overlay.Faces[a].CellsOf(network).ContainsAny(overlay.Faces[b].CellsOf(network))).Sum(network => overlay.Networks[network].Weight));
        return new DivisionDefinition
        {
            Units = EquatableArray.From(overlay.Faces.Select((face, i) => new DivisionUnit
            {
                Id = Id(i),
                Parent = parents is { } network && face.CellsOf(network) is { Length: > 0 } over ? overlay.Networks[network].Cells[over[0]].Code : null,
                Households = checked((int)face.Households),
                People = checked((int)face.People),
                Place = face.Boundary.LabelPoint,
                AreaSquareMetres = face.SquareMetres,
                PerimeterMetres = face.PerimeterMetres,
                Boundary = face.Boundary,
            })),
            Edges = EquatableArray.From(overlay.Borders.Select(border => new DivisionEdge(Id(border.Face), Id(border.Other)) { SharedMetres = Counted(border.Face, border.Other, border.Metres) })),
            System = overlay.Networks[0].Cells[0].Boundary.System,
            Sizing = sizing,
            Islands = islands,
        };
    }

    private static IEnumerable<(int Network, string Duty, string Cell)> DutiesAt(NetworkOverlay overlay, int face)
    {
        for (var network = 0; network < overlay.Networks.Count; network++)
        {
            foreach (var cell in overlay.Faces[face].CellsOf(network).ToArray())
            {
                foreach (var duty in overlay.Networks[network].Cells[cell].Duties)
                {
                    yield return (network, duty, overlay.Networks[network].Cells[cell].Code);
                }
            }
        }
    }

    private static IEnumerable<InheritedDuty> DutiesOf(NetworkOverlay overlay, int[] gridOf, string[] codes)
    {
        var areas = new double[codes.Length];
        var found = new SortedDictionary<(int Grid, int Network, string Duty), (SortedSet<string> From, double SquareMetres)>(
            Comparer<(int Grid, int Network, string Duty)>.Create(static (a, b) =>
                a.Grid != b.Grid ? a.Grid.CompareTo(b.Grid) : a.Network != b.Network ? a.Network.CompareTo(b.Network) : string.CompareOrdinal(a.Duty, b.Duty)));
        for (var face = 0; face < gridOf.Length; face++)
        {
            areas[gridOf[face]] += overlay.Faces[face].SquareMetres;
            foreach (var group in DutiesAt(overlay, face).GroupBy(static duty => (duty.Network, duty.Duty), static duty => duty.Cell))
            {
                var key = (gridOf[face], group.Key.Network, group.Key.Duty);
                var (from, squareMetres) = found.TryGetValue(key, out var known) ? known : (new SortedSet<string>(StringComparer.Ordinal), 0);
                from.UnionWith(group);
                found[key] = (from, squareMetres + overlay.Faces[face].SquareMetres);
            }
        }

        return found.Select(pair => new InheritedDuty(
            codes[pair.Key.Grid], pair.Key.Duty, overlay.Networks[pair.Key.Network].Code, EquatableArray.From(pair.Value.From), Math.Min(1, pair.Value.SquareMetres / areas[pair.Key.Grid])));
    }
}
