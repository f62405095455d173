using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>The naive answer to a division of one parent: every partition into connected sets is looked at.</summary>
internal sealed class BruteForce
{
    private readonly long[] _people;
    private readonly bool[,] _beside;
    private readonly int _count;
    private readonly long _min;
    private readonly long _max;

    internal BruteForce(DivisionDefinition definition)
    {
        var ids = definition.Units.Select(static unit => unit.Id).ToList();
        _count = ids.Count;
        _people = [.. definition.Units.Select(static unit => (long)unit.People)];
        _beside = new bool[_count, _count];
        foreach (var edge in definition.Edges.Where(static edge => edge.Barrier is null))
        {
            var (a, b) = (ids.IndexOf(edge.From), ids.IndexOf(edge.To));
            _beside[a, b] = _beside[b, a] = true;
        }

        (_min, _max) = (definition.Sizing[0].MinPeople ?? 0, definition.Sizing[0].MaxPeople ?? long.MaxValue);
    }

    internal long Plans { get; private set; }

    /// <summary>Gets the smallest largest |size × k − total|, then the fewest cut edges.</summary>
    internal (long Numerator, int Cuts) Best { get; private set; } = (long.MaxValue, int.MaxValue);

    internal BruteForce Run(int grids)
    {
        // Which sets are connected and in bounds, once for all.
        var isGrid = new bool[1 << _count];
        for (var set = 1; set < isGrid.Length; set++)
        {
            var size = Enumerable.Range(0, _count).Where(v => (set >> v & 1) == 1).Sum(v => _people[v]);
            isGrid[set] = size >= _min && size <= _max && IsConnected(set);
        }

        Divide((1 << _count) - 1, grids, new List<int>(), isGrid, grids);
        return this;
    }

    internal bool IsConnected(int set)
    {
        var reached = set & -set;
        for (var grown = true; grown;)
        {
            grown = false;
            for (var v = 0; v < _count; v++)
            {
                for (var w = 0; w < _count; w++)
                {
                    if ((reached >> v & 1) == 1 && (set >> w & 1) == 1 && (reached >> w & 1) == 0 && _beside[v, w])
                    {
                        reached |= 1 << w;
                        grown = true;
                    }
                }
            }
        }

        return reached == set;
    }

    private void Divide(int rest, int left, List<int> plan, bool[] isGrid, int grids)
    {
        if (rest == 0 || left == 0)
        {
            if (rest == 0 && left == 0)
            {
                Take(plan, grids);
            }

            return;
        }

        var first = rest & -rest;
        var others = rest & ~first;
        for (var sub = others; ; sub = (sub - 1) & others)
        {
            if (isGrid[sub | first])
            {
                plan.Add(sub | first);
                Divide(rest & ~(sub | first), left - 1, plan, isGrid, grids);
                plan.RemoveAt(plan.Count - 1);
            }

            if (sub == 0)
            {
                return;
            }
        }
    }

    private void Take(List<int> plan, int grids)
    {
        Plans++;
        var (worst, cuts) = (0L, 0);
        foreach (var set in plan)
        {
            var size = Enumerable.Range(0, _count).Where(v => (set >> v & 1) == 1).Sum(v => _people[v]);
            worst = Math.Max(worst, Math.Abs((size * grids) - _people.Sum()));
        }

        for (var v = 0; v < _count; v++)
        {
            for (var w = v + 1; w < _count; w++)
            {
                cuts += _beside[v, w] && !plan.Exists(set => (set >> v & 1) == 1 && (set >> w & 1) == 1) ? 1 : 0;
            }
        }

        Best = (worst, cuts).CompareTo(Best) < 0 ? (worst, cuts) : Best;
    }
}
