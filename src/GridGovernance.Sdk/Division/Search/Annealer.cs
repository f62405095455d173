namespace GridGovernance.Sdk.Division;

/// <summary>Improves a plan by moving units over the borders of grids, at a falling temperature (Kirkpatrick, Gelatt and Vecchi, Science 220, 1983).</summary>
internal sealed class Annealer
{
    private const int Levels = 48;
    private const int Rounds = 20;
    private const double Hottest = 0.25;

    // 48 levels from 0.25 down to about 0.001.
    private const double Cooling = 0.89;

    private readonly PartGraph _part;
    private readonly SearchState _state;
    private readonly SeededRandom _random;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="state">The plan.</param>
    /// <param name="random">The random numbers.</param>
    internal Annealer(PartGraph part, SearchState state, SeededRandom random) => (_part, _state, _random) = (part, state, random);

    /// <summary>Improves the plan.</summary>
    /// <param name="moves">How many moves are tried.</param>
    /// <param name="hottest">Where the temperature starts, as a share of the usual start.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal void Run(long moves, double hottest, CancellationToken cancellation)
    {
        var temperature = Hottest * hottest;
        for (var level = 0; level < Levels; level++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = moves / Levels; i > 0; i--)
            {
                Step(temperature);
            }

            temperature *= Cooling;
        }

        for (var (round, improved) = (0, true); improved && round < Rounds; round++)
        {
            improved = false;
            for (var v = 0; v < _part.Count; v++)
            {
                improved |= Improve(v, -1, -1);
            }
        }
    }

    /// <summary>Makes every move between two grids that lowers the cost until none is left, a bounded number of times.</summary>
    /// <param name="set">The vertices of the two.</param>
    /// <param name="a">One grid.</param>
    /// <param name="b">The other.</param>
    internal void Settle(ReadOnlySpan<int> set, int a, int b)
    {
        for (var (round, improved) = (0, true); improved && round < Rounds; round++)
        {
            improved = false;
            foreach (var v in set)
            {
                improved |= Improve(v, a, b);
            }
        }
    }

    private bool Improve(int v, int a, int b)
    {
        var improved = false;
        for (var i = _part.Offsets[v]; i < _part.Offsets[v + 1]; i++)
        {
            var to = _state.GridOf[_part.Targets[i]];
            improved |= to != _state.GridOf[v] && (a < 0 || to == a || to == b) && _state.TryMove(v, to, -1e-9, out _);
        }

        return improved;
    }

    private void Step(double temperature)
    {
        var v = _random.NextInt32(_part.Count);
        var degree = _part.Offsets[v + 1] - _part.Offsets[v];
        if (degree == 0)
        {
            return;
        }

        var to = _state.GridOf[_part.Targets[_part.Offsets[v] + _random.NextInt32(degree)]];
        var from = _state.GridOf[v];
        if (to == from)
        {
            return;
        }

        var most = temperature * Exponential();
        if (_state.TryMove(v, to, most, out var change) || change < most || change > most + 4)
        {
            return;
        }

        // Too dear by itself: often because of the balance, which a unit coming back would mend.
        TrySwap(v, from, to, most);
    }

    private void TrySwap(int v, int from, int to, double most)
    {
        if (!_state.TryMove(v, to, double.PositiveInfinity, out var first))
        {
            return;
        }

        // A vertex of the other grid beside one that stayed: from around v, which lies on the border of the two.
        var near = _part.Targets[_part.Offsets[v] + _random.NextInt32(_part.Offsets[v + 1] - _part.Offsets[v])];
        if (_state.GridOf[near] == from)
        {
            near = _part.Targets[_part.Offsets[near] + _random.NextInt32(_part.Offsets[near + 1] - _part.Offsets[near])];
        }

        if (near != v && _state.GridOf[near] == to && Touches(near, from) && _state.TryMove(near, from, most - first, out _))
        {
            return;
        }

        // Back again: v lay in a connected grid before, and what it joined is connected without it.
        _state.TryMove(v, from, double.PositiveInfinity, out _);
    }

    private bool Touches(int v, int grid)
    {
        for (var i = _part.Offsets[v]; i < _part.Offsets[v + 1]; i++)
        {
            if (_state.GridOf[_part.Targets[i]] == grid)
            {
                return true;
            }
        }

        return false;
    }

    // −ln of a uniform number: leading zeros give the power of two, a short series of the inverse hyperbolic tangent the rest.
    private double Exponential()
    {
        var bits = _random.NextUInt64() | 1;
        var zeros = System.Numerics.BitOperations.LeadingZeroCount(bits);
        var mantissa = ((bits << zeros) >> 11) * (1.0 / (1UL << 53));
        var z = (1 - mantissa) / (1 + mantissa);
        var square = z * z;
        return (zeros * 0.6931471805599453) + (2 * z * (1 + (square / 3) + (square * square / 5)));
    }
}
