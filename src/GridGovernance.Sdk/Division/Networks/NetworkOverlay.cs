using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>Several networks laid over each other: what merging them starts from (多网合一), and who covers what twice or not at all.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class NetworkOverlay
{
    private NetworkOverlay(EquatableArray<DutyNetwork> networks, NetworkFace[] faces, (int Face, int Other, double Metres)[] borders, long unplaced)
    {
        Networks = networks;
        Faces = Array.AsReadOnly(faces);
        Borders = borders;
        UnplacedPeople = unplaced;
    }

    /// <summary>Gets the networks.</summary>
    public EquatableArray<DutyNetwork> Networks { get; }

    /// <summary>Gets the faces: all land that at least one network covers.</summary>
    public IReadOnlyList<NetworkFace> Faces { get; }

    /// <summary>Gets the people who live where no network has a cell.</summary>
    public long UnplacedPeople { get; }

    /// <summary>Gets which faces share a border of some length.</summary>
    internal (int Face, int Other, double Metres)[] Borders { get; }

    /// <summary>Lays networks over each other.</summary>
    /// <remarks>Places on a border belong to one face, under the rule of <see cref="GridBoundary.Contains(GeoPoint)"/>. Crossings are rounded to the quantum.</remarks>
    /// <param name="networks">The networks, at least one.</param>
    /// <param name="places">Where people live.</param>
    /// <param name="report">What is wrong with the networks as errors; people whom no network covers, and land that a network covers twice or leaves out, as warnings.</param>
    /// <returns>The overlay; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="places"/> is null.</exception>
    public static NetworkOverlay? Compile(EquatableArray<DutyNetwork> networks, IEnumerable<PopulatedPlace> places, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(places);
        report = NetworkCheck.Run(networks);
        if (report.HasErrors)
        {
            return null;
        }

        var offsets = new int[networks.Count + 1];
        for (var network = 0; network < networks.Count; network++)
        {
            offsets[network + 1] = offsets[network] + networks[network].Cells.Count;
        }

        var overlay = AreaOverlay.Of([.. networks.SelectMany(static network => network.Cells).Select(static cell => cell.Boundary)]);
        var (households, people) = (new long[overlay.Faces.Length], new long[overlay.Faces.Length]);
        var unplaced = 0L;
        foreach (var place in places)
        {
            var face = overlay.FaceAt(place.Place);
            if (face < 0)
            {
                unplaced += place.People;
            }
            else
            {
                households[face] += place.Households;
                people[face] += place.People;
            }
        }

        var faces = overlay.Faces.Select((face, i) => new NetworkFace(Split(face.Areas, offsets), face, households[i], people[i])).ToArray();
        var compiled = new NetworkOverlay(networks, faces, overlay.Borders, unplaced);
        report = new FindingReport([.. report, .. NetworkCheck.Coverage(compiled)]);
        return compiled;
    }

    /// <summary>Counts which cells of one network became which of another.</summary>
    /// <param name="from">The old network's position in <see cref="Networks"/>.</param>
    /// <param name="to">The new network's position.</param>
    /// <returns>The crosswalk.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position is none.</exception>
    public Crosswalk CrosswalkBetween(int from, int to)
    {
        CheckNetwork(from, nameof(from));
        CheckNetwork(to, nameof(to));
        return Crosswalk.Count(this, from, face => Faces[face].CellsOf(to).ToArray(), [.. Networks[to].Cells.Select(static cell => cell.Code)]);
    }

    internal void CheckNetwork(int network, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(network, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(network, Networks.Count, name);
    }

    private static int[][] Split(int[] areas, int[] offsets)
    {
        var cells = new int[offsets.Length - 1][];
        for (var network = 0; network < cells.Length; network++)
        {
            cells[network] = [.. areas.Where(area => area >= offsets[network] && area < offsets[network + 1]).Select(area => area - offsets[network])];
        }

        return cells;
    }
}
