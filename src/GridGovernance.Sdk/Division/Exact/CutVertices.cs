namespace GridGovernance.Sdk.Division;

/// <summary>Finds the vertices whose loss parts their component, and the branches that hang on them (Hopcroft and Tarjan, CACM 16, 1973), without recursion.</summary>
internal static class CutVertices
{
    /// <summary>Finds them.</summary>
    /// <param name="part">The parent.</param>
    /// <returns>Each cut vertex with its branches, by vertex.</returns>
    internal static IReadOnlyList<CutVertex> Of(PartGraph part)
    {
        var count = part.Count;
        var entered = new int[count];
        var low = new int[count];
        var above = new int[count];
        var next = new int[count];
        var sizes = new long[count];
        var others = new long[count];
        var stack = new int[count];
        var found = new SortedDictionary<int, List<(long Size, long Other, int First)>>();
        var totals = new long[part.ComponentCount];
        var otherTotals = new long[part.ComponentCount];
        for (var v = 0; v < count; v++)
        {
            totals[part.Component[v]] += part.Size[v];
            otherTotals[part.Component[v]] += part.Other[v];
        }

        var clock = 0;
        for (var root = 0; root < count; root++)
        {
            if (entered[root] != 0)
            {
                continue;
            }

            var top = 0;
            Enter(root, -1);
            while (top > 0)
            {
                var v = stack[top - 1];
                if (next[v] < part.Offsets[v + 1])
                {
                    var w = part.Targets[next[v]++];
                    if (entered[w] == 0)
                    {
                        Enter(w, v);
                    }
                    else if (w != above[v])
                    {
                        low[v] = Math.Min(low[v], entered[w]);
                    }

                    continue;
                }

                top--;
                if (above[v] is >= 0 and var up)
                {
                    low[up] = Math.Min(low[up], low[v]);
                    sizes[up] += sizes[v];
                    others[up] += others[v];
                    if (low[v] >= entered[up])
                    {
                        found.TryAdd(up, []);
                        found[up].Add((sizes[v], others[v], v));
                    }
                }
            }

            void Enter(int v, int from)
            {
                entered[v] = low[v] = ++clock;
                above[v] = from;
                next[v] = part.Offsets[v];
                sizes[v] = part.Size[v];
                others[v] = part.Other[v];
                stack[top++] = v;
            }
        }

        var cuts = new List<CutVertex>();
        foreach (var (v, branches) in found)
        {
            if (above[v] >= 0)
            {
                var component = part.Component[v];
                var (size, other) = (totals[component] - part.Size[v], otherTotals[component] - part.Other[v]);
                foreach (var branch in branches)
                {
                    (size, other) = (size - branch.Size, other - branch.Other);
                }

                branches.Add((size, other, above[v]));
            }

            if (branches.Count > 1)
            {
                cuts.Add(new CutVertex(v, [.. branches.Select(static b => b.Size)], [.. branches.Select(static b => b.Other)], [.. branches.Select(static b => b.First)]));
            }
        }

        return cuts;
    }
}
