namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>What one writes with LINQ: an object a worker with its values in decimals, an object a leaf with its line.</summary>
public static class DecimalObjects
{
    /// <summary>A worker.</summary>
    /// <param name="Id">The id.</param>
    /// <param name="Group">The group that it is ranked in.</param>
    /// <param name="Values">The values, a column each.</param>
    public sealed record Worker(string Id, int Group, decimal[] Values);

    /// <summary>A leaf.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Points">The points of a full share.</param>
    /// <param name="Zero">The value that is worth nothing.</param>
    /// <param name="Span">From there to the value that is worth all.</param>
    public sealed record Leaf(int Column, decimal Points, decimal Zero, decimal Span);

    /// <summary>Scores workers, each share rounded to 15 decimals.</summary>
    /// <param name="workers">The workers.</param>
    /// <param name="leaves">The leaves.</param>
    /// <returns>The scores.</returns>
    public static decimal[] Score(IReadOnlyList<Worker> workers, IReadOnlyList<Leaf> leaves) =>
    [
        .. workers.Select(worker => leaves.Sum(leaf =>
            leaf.Points * Math.Round(Math.Clamp((worker.Values[leaf.Column] - leaf.Zero) / leaf.Span, 0m, 1m), 15))),
    ];

    /// <summary>Ranks workers within their groups, equal scores sharing the best rank.</summary>
    /// <param name="workers">The workers and their scores.</param>
    /// <returns>The ranks, by position.</returns>
    public static int[] RankWithin(IReadOnlyList<(Worker Worker, decimal Score)> workers)
    {
        var ranks = new int[workers.Count];
        foreach (var group in workers.Select(static (entry, position) => (entry.Worker.Group, entry.Score, Position: position)).GroupBy(static entry => entry.Group))
        {
            var (place, rank, last) = (0, 0, 0m);
            foreach (var entry in group.OrderByDescending(static entry => entry.Score))
            {
                place++;
                rank = rank > 0 && entry.Score == last ? rank : place;
                last = entry.Score;
                ranks[entry.Position] = rank;
            }
        }

        return ranks;
    }
}
