namespace GridGovernance.Sdk.Geodesy;

/// <summary>Finds a place inside an area.</summary>
internal static class InteriorPoints
{
    private const int MostBands = 32;

    /// <summary>Finds a place inside: the middle of the widest stretch on a line between two heights of its points.</summary>
    /// <param name="edges">All edges around the area.</param>
    /// <returns>The place in the units of the edges; null where the area is too thin to hold one.</returns>
    internal static (long X, long Y)? Find(List<DirectedEdge> edges)
    {
        var heights = edges.ConvertAll(static e => e.FromY);
        heights.Sort();
        var bands = new List<(long Height, long Low)>(heights.Count);
        for (var i = 1; i < heights.Count; i++)
        {
            if (heights[i] > heights[i - 1])
            {
                bands.Add((heights[i] - heights[i - 1], heights[i - 1]));
            }
        }

        // The highest bands are enough, and keep a long outline from costing its square.
        bands.Sort(static (a, b) => a.Height != b.Height ? b.Height.CompareTo(a.Height) : a.Low.CompareTo(b.Low));
        var (best, bestWidth) = (((long, long)?)null, -1.0);
        foreach (var (height, low) in bands.Take(MostBands))
        {
            var middle = low + (height / 2);
            var (from, to) = WidestStretch(edges, middle);
            if (to - from > bestWidth)
            {
                (best, bestWidth) = (((long)Math.Round((from + to) / 2), middle), to - from);
            }
        }

        return best;
    }

    private static (double From, double To) WidestStretch(List<DirectedEdge> edges, long y)
    {
        var crossings = new List<double>();
        foreach (var edge in edges)
        {
            if (edge.FromY > y != edge.ToY > y)
            {
                crossings.Add(edge.FromX + ((y - edge.FromY) / (double)(edge.ToY - edge.FromY) * (edge.ToX - edge.FromX)));
            }
        }

        crossings.Sort();
        var widest = (From: 0.0, To: -1.0);
        for (var i = 1; i < crossings.Count; i += 2)
        {
            if (crossings[i] - crossings[i - 1] > widest.To - widest.From)
            {
                widest = (crossings[i - 1], crossings[i]);
            }
        }

        return widest;
    }
}
