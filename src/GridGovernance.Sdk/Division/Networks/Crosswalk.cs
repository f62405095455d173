using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Division;

/// <summary>Which old cells became which new ones, and how much of each (新旧网格对照): many to many, by area and by people.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class Crosswalk
{
    private Crosswalk(string network, CrosswalkRow[] rows, double? wholeByPeople, double wholeByArea)
    {
        Network = network;
        Rows = Array.AsReadOnly(rows);
        WholeByPeople = wholeByPeople;
        WholeByArea = wholeByArea;
    }

    /// <summary>Gets the code of the old network.</summary>
    public string Network { get; }

    /// <summary>Gets the rows: by old cell in the network's order, then by new cell, the largest area first.</summary>
    public IReadOnlyList<CrosswalkRow> Rows { get; }

    /// <summary>Gets the share of the people whose old cell lies wholly inside one new cell, 0..1; null where nobody lives in the network.</summary>
    public double? WholeByPeople { get; }

    /// <summary>Gets the share of the area whose old cell lies wholly inside one new cell, 0..1.</summary>
    public double WholeByArea { get; }

    /// <summary>Counts a crosswalk.</summary>
    /// <param name="overlay">The networks laid over each other.</param>
    /// <param name="network">The old network's position.</param>
    /// <param name="newCellsOf">The new cells of each face.</param>
    /// <param name="newCodes">The codes of the new cells.</param>
    internal static Crosswalk Count(NetworkOverlay overlay, int network, Func<int, int[]> newCellsOf, IReadOnlyList<string> newCodes)
    {
        var old = overlay.Networks[network].Cells;
        var parts = new Dictionary<(int From, int To), (double SquareMetres, double People)>();
        var whole = new (double SquareMetres, double People)[old.Count];
        for (var face = 0; face < overlay.Faces.Count; face++)
        {
            var (area, people) = (overlay.Faces[face].SquareMetres, (double)overlay.Faces[face].People);
            int[] targets = newCellsOf(face) is { Length: > 0 } some ? some : [-1];
            foreach (var from in overlay.Faces[face].CellsOf(network))
            {
                whole[from] = (whole[from].SquareMetres + area, whole[from].People + people);
                foreach (var to in targets)
                {
                    ref var part = ref CollectionsMarshal.GetValueRefOrAddDefault(parts, (from, to), out _);
                    part = (part.SquareMetres + (area / targets.Length), part.People + (people / targets.Length));
                }
            }
        }

        var rows = parts.OrderBy(static pair => pair.Key.From).ThenByDescending(static pair => pair.Value.SquareMetres).ThenBy(static pair => pair.Key.To)
            .Select(pair => new CrosswalkRow(
                old[pair.Key.From].Code,
                pair.Key.To < 0 ? null : newCodes[pair.Key.To],
                pair.Value.SquareMetres,
                pair.Value.People,
                pair.Value.SquareMetres / whole[pair.Key.From].SquareMetres,
                whole[pair.Key.From].People == 0 ? null : pair.Value.People / whole[pair.Key.From].People)).ToArray();
        var kept = parts.Keys.GroupBy(static key => key.From).Where(static group => group.Count() == 1 && group.First().To >= 0).Select(static group => group.Key).ToArray();
        var (allArea, allPeople) = (whole.Sum(static cell => cell.SquareMetres), whole.Sum(static cell => cell.People));
        return new Crosswalk(
            overlay.Networks[network].Code,
            rows,
            allPeople == 0 ? null : kept.Sum(cell => whole[cell].People) / allPeople,
            allArea == 0 ? 0 : kept.Sum(cell => whole[cell].SquareMetres) / allArea);
    }
}
