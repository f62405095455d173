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

    private NetworkMerge(NetworkOverlay overlay, DivisionOutcome outcome, NetworkCell[] cells, Crosswalk[] crosswalks, InheritedDuty[] duties)
    {
        Overlay = overlay;
        Outcome = outcome;
        Cells = Array.AsReadOnly(cells);
        Crosswalks = Array.AsReadOnly(crosswalks);
        Duties = Array.AsReadOnly(duties);
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
    /// which looks for short cuts, prefers to keep old cells whole. Where nobody lives, the land is balanced.
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
            return new NetworkMerge(overlay, outcome, [], [], []);
        }

        var gridOf = plan.Assignment.ToArray();
        var cells = plan.Grids.Select((grid, i) =>
        {
            var units = plan.UnitsOf(i).ToArray();
            return new NetworkCell(grid.Code, GridBoundary.Dissolve([.. units.Select(unit => overlay.Faces[unit].Boundary)])) { Duties = DutiesOf(overlay, units) };
        }).ToArray();
        string[] codes = [.. cells.Select(static cell => cell.Code)];
        var crosswalks = Enumerable.Range(0, overlay.Networks.Count).Select(network => Crosswalk.Count(overlay, network, face => [gridOf[face]], codes)).ToArray();
        return new NetworkMerge(overlay, outcome, cells, crosswalks, [.. DutiesOf(overlay, overlay.Networks.Count, gridOf, codes)]);
    }

    /// <summary>Merges networks into one whose cells are made of whole natural units, such as buildings' plots.</summary>
    /// <remarks>A border between two units counts longer by the weight of each network that has both places in one cell. People live at the places of their units.</remarks>
    /// <param name="networks">The old networks, at least one.</param>
    /// <param name="units">The units, each with a polygon and a place in the networks' coordinate system, what lies beside what, and the sizes of the new cells.</param>
    /// <param name="seed">The seed of the search.</param>
    /// <param name="report">What is wrong with networks or units as errors; people whom no network covers, and land that one covers twice or leaves out, as warnings.</param>
    /// <param name="budget">How much work it may take; null for <see cref="DivisionBudget.Default"/> without a proof, which would count cut edges and not their weights.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The merged network, or why there is none; null when the report has errors. <see cref="Overlay"/> then has the new network as its last, where there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    /// <exception cref="ArgumentException">A unit has no polygon or no place.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="budget"/> has a number outside its range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static NetworkMerge? Into(
        EquatableArray<DutyNetwork> networks, DivisionDefinition units, ulong seed, out FindingReport report, DivisionBudget? budget = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        foreach (var unit in units.Units)
        {
            if (unit.Boundary is null || unit.Place is null)
            {
                throw new ArgumentException($"Expected units with a polygon and a place, but \"{unit.Id}\" has not both.", nameof(units));
            }
        }

        var places = units.Units.Select(static unit => new PopulatedPlace(unit.Place!.Value, unit.Households, unit.People)).ToArray();
        if (NetworkOverlay.Compile(networks, places, out report) is not { } overlay)
        {
            return null;
        }

        var problem = DivisionProblem.Compile(NetworkBorders.Weigh(networks, units), out var doubts);
        report = new FindingReport([.. report, .. doubts]);
        if (problem is null)
        {
            return null;
        }

        var outcome = Divider.Divide(problem, seed, budget ?? Searching, null, cancellation);
        if (outcome.Plan is not { } plan)
        {
            return new NetworkMerge(overlay, outcome, [], [], []);
        }

        var tiling = PlanTiling.Of(plan);
        report = new FindingReport([.. report, .. tiling.Report]);
        string[] codes = [.. plan.Grids.Select(static grid => grid.Code)];
        if (tiling.Boundaries.Any(static boundary => boundary is null)
            || NetworkOverlay.Compile([.. networks, new DutyNetwork(NewCode(networks)) { Cells = EquatableArray.From(codes.Select((code, grid) => new NetworkCell(code, tiling.Boundaries[grid]!))) }], places, out _) is not { } both)
        {
            return new NetworkMerge(overlay, outcome, [], [], []);
        }

        // Land that no unit covers comes to no new cell.
        var gridOf = both.Faces.Select(face => face.CellsOf(networks.Count) is { Length: > 0 } over ? over[0] : -1).ToArray();
        var cells = codes.Select((code, grid) => new NetworkCell(code, tiling.Boundaries[grid]!) { Duties = DutiesOf(both, [.. Enumerable.Range(0, gridOf.Length).Where(face => gridOf[face] == grid)]) }).ToArray();
        var crosswalks = Enumerable.Range(0, networks.Count).Select(network => both.CrosswalkBetween(network, networks.Count)).ToArray();
        return new NetworkMerge(both, outcome, cells, crosswalks, [.. DutiesOf(both, networks.Count, gridOf, codes)]);
    }

    private static string NewCode(EquatableArray<DutyNetwork> networks)
    {
        var code = "merged";
        while (networks.Any(network => string.Equals(network.Code, code, StringComparison.Ordinal)))
        {
            code += "'";
        }

        return code;
    }

    private static EquatableArray<string> DutiesOf(NetworkOverlay overlay, int[] faces) => EquatableArray.From(
        faces.SelectMany(face => DutiesAt(overlay, overlay.Networks.Count, face)).Select(static duty => duty.Duty).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static DivisionDefinition Definition(NetworkOverlay overlay, EquatableArray<DivisionSizing> sizing, int? parents, IslandPolicy islands)
    {
        string Id(int face) => FormattableString.Invariant($"{face + 1}");
        double Counted(int a, int b, double metres) => metres * (1 + Enumerable.Range(0, overlay.Networks.Count)
            .Where(network => overlay.Faces[a].CellsOf(network).ContainsAny(overlay.Faces[b].CellsOf(network))).Sum(network => overlay.Networks[network].Weight));
        var isEmpty = overlay.Faces.All(static face => face is { People: 0, Households: 0 });
        var land = overlay.Faces.Sum(static face => face.SquareMetres);
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
                Boundary = face.Boundary,
                Amounts = isEmpty ? [new DivisionAmount("land", (int)(face.SquareMetres / land * 1e6))] : [],
            })),
            Measures = isEmpty ? [new DivisionMeasure("land")] : [],
            Edges = EquatableArray.From(overlay.Borders.Select(border => new DivisionEdge(Id(border.Face), Id(border.Other)) { SharedMetres = Counted(border.Face, border.Other, border.Metres) })),
            System = overlay.Networks[0].Cells[0].Boundary.System,
            Sizing = sizing,
            Islands = islands,
        };
    }

    private static IEnumerable<(int Network, string Duty, string Cell)> DutiesAt(NetworkOverlay overlay, int networks, int face)
    {
        for (var network = 0; network < networks; network++)
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

    private static IEnumerable<InheritedDuty> DutiesOf(NetworkOverlay overlay, int networks, int[] gridOf, string[] codes)
    {
        var areas = new double[codes.Length];
        var found = new SortedDictionary<(int Grid, int Network, string Duty), (SortedSet<string> From, double SquareMetres)>(
            Comparer<(int Grid, int Network, string Duty)>.Create(static (a, b) =>
                a.Grid != b.Grid ? a.Grid.CompareTo(b.Grid) : a.Network != b.Network ? a.Network.CompareTo(b.Network) : string.CompareOrdinal(a.Duty, b.Duty)));
        for (var face = 0; face < gridOf.Length; face++)
        {
            if (gridOf[face] < 0)
            {
                continue;
            }

            areas[gridOf[face]] += overlay.Faces[face].SquareMetres;
            foreach (var group in DutiesAt(overlay, networks, face).GroupBy(static duty => (duty.Network, duty.Duty), static duty => duty.Cell))
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
