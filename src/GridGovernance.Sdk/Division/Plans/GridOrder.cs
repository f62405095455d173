namespace GridGovernance.Sdk.Division;

/// <summary>Numbers the grids of a parent west to east and north to south (自西向东、自北向南): in rows like a page.</summary>
internal static class GridOrder
{
    /// <summary>Orders grids.</summary>
    /// <param name="part">The parent, for the places of its units.</param>
    /// <param name="members">The units of each grid.</param>
    /// <returns>The grids in the order of their numbers; by their first unit's id where places are unknown.</returns>
    internal static int[] Of(PartGraph part, List<List<int>> members)
    {
        var firsts = members.Select(units => units.Select(unit => part.Ids[unit]).Min(StringComparer.Ordinal)!).ToArray();
        var byId = Enumerable.Range(0, members.Count).OrderBy(grid => firsts[grid], StringComparer.Ordinal).ToArray();
        if (part.East is not { } east || part.North is not { } north || part.Settled.Count > 0)
        {
            return byId;
        }

        var position = new Dictionary<int, int>();
        for (var i = 0; i < part.Units.Length; i++)
        {
            position[part.Units[i]] = i;
        }

        var x = members.Select(units => units.Average(unit => east[position[unit]])).ToArray();
        var y = members.Select(units => units.Average(unit => north[position[unit]])).ToArray();
        var rows = (int)Math.Ceiling(Math.Sqrt(members.Count));
        var perRow = (members.Count + rows - 1) / Math.Max(rows, 1);
        return [.. byId.OrderByDescending(grid => y[grid]).Chunk(Math.Max(perRow, 1)).SelectMany(row => row.OrderBy(grid => x[grid]))];
    }
}
