namespace GridGovernance.Sdk.Division;

/// <summary>Joins the islands of a part to the nearest unit of the rest, one after the other, the nearest first.</summary>
internal static class IslandBridges
{
    /// <summary>Finds the bridges: Prim's algorithm over distances, in which a component is taken as a whole.</summary>
    /// <param name="part">The adjacency and its components.</param>
    /// <param name="unitOffsets">Where the units of each vertex begin.</param>
    /// <param name="members">The units of the vertices.</param>
    /// <param name="places">The places of the units.</param>
    /// <param name="bridges">Takes the bridges; islands without a place get none.</param>
    internal static void Find(AdjacencyBuilder part, int[] unitOffsets, int[] members, PlaceFrame places, List<(int From, int To)> bridges)
    {
        var count = unitOffsets.Length - 1;
        var distance = new double[count];
        var nearest = new int[count];
        Array.Fill(distance, double.PositiveInfinity);
        Array.Fill(nearest, -1);
        var joined = new bool[part.ComponentCount];
        var next = part.Component[0];
        for (var round = 0; round < part.ComponentCount; round++)
        {
            joined[next] = true;
            for (var v = 0; v < count; v++)
            {
                if (part.Component[v] == next)
                {
                    Relax(v);
                }
            }

            var best = -1;
            for (var v = 0; v < count; v++)
            {
                if (!joined[part.Component[v]] && nearest[v] >= 0 && (best < 0 || distance[v] < distance[best]))
                {
                    best = v;
                }
            }

            if (best < 0)
            {
                return;
            }

            bridges.Add((Math.Min(best, nearest[best]), Math.Max(best, nearest[best])));
            next = part.Component[best];
        }

        void Relax(int from)
        {
            for (var v = 0; v < count; v++)
            {
                if (joined[part.Component[v]])
                {
                    continue;
                }

                for (var i = unitOffsets[from]; i < unitOffsets[from + 1]; i++)
                {
                    for (var j = unitOffsets[v]; j < unitOffsets[v + 1]; j++)
                    {
                        if (places.IsKnown(members[i]) && places.IsKnown(members[j]) && places.SquareDistance(members[i], members[j]) is var d && d < distance[v])
                        {
                            (distance[v], nearest[v]) = (d, from);
                        }
                    }
                }
            }
        }
    }
}
