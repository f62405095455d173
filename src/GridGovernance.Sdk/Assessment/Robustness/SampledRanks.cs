namespace GridGovernance.Sdk.Assessment;

/// <summary>The ranks that units take while weights are drawn.</summary>
internal sealed class SampledRanks
{
    private readonly WeightedTree _tree;
    private readonly double _change;
    private readonly int[] _usual;
    private readonly int[] _places;
    private readonly int[] _best;
    private readonly int[] _worst;
    private readonly double[] _scores;
    private readonly double[] _keys;
    private readonly int[] _order;
    private readonly int[] _ranks;
    private long _draws;
    private long _led;
    private double _shifts;

    internal SampledRanks(WeightedTree tree, double change, int[] usual, int[] places)
    {
        (_tree, _change) = (tree, change);
        var count = tree.UnitCount;
        (_scores, _keys, _order, _ranks) = (new double[count], new double[count], new int[count], new int[count]);
        (_usual, _best, _worst, _places) = (usual, (int[])usual.Clone(), (int[])usual.Clone(), places);
        Leader = Array.IndexOf(places, 0);
    }

    internal int Leader { get; }

    internal double MeanShift => _draws == 0 ? 0 : _shifts / _draws;

    internal double LeaderShare => _draws == 0 ? (Leader < 0 ? 0 : 1) : (double)_led / _draws;

    internal RankInterval IntervalOf(int unit, string code) => new(code, _usual[unit], _best[unit], _worst[unit]);

    /// <summary>Ranks with drawn weights.</summary>
    /// <param name="inputs">By factor, 0 for the smallest weight to 1 for the largest.</param>
    /// <returns>How many places units shifted on average.</returns>
    internal double Shift(ReadOnlySpan<double> inputs)
    {
        Span<double> multipliers = stackalloc double[inputs.Length];
        for (var factor = 0; factor < inputs.Length; factor++)
        {
            multipliers[factor] = 1 + (_change * ((2 * inputs[factor]) - 1));
        }

        _tree.Balance(multipliers, _change);
        Rank(multipliers);
        var places = 0L;
        for (var place = 0; place < _order.Length; place++)
        {
            places += Math.Abs(place - _places[_order[place]]);
        }

        for (var unit = 0; unit < _ranks.Length; unit++)
        {
            _best[unit] = Math.Min(_best[unit], _ranks[unit]);
            _worst[unit] = Math.Max(_worst[unit], _ranks[unit]);
        }

        var shift = (double)places / _ranks.Length;
        _draws++;
        _led += _ranks[Leader] == 1 ? 1 : 0;
        _shifts += shift;
        return shift;
    }

    private void Rank(ReadOnlySpan<double> multipliers)
    {
        _tree.Score(multipliers, _scores);
        for (var unit = 0; unit < _order.Length; unit++)
        {
            (_order[unit], _keys[unit]) = (unit, -_scores[unit]);
        }

        Array.Sort(_keys, _order);
        for (var first = 0; first < _order.Length;)
        {
            var next = first + 1;
            while (next < _order.Length && _keys[next] == _keys[first])
            {
                next++;
            }

            // Units that no weight tells apart keep the places that they had.
            if (next - first > 1)
            {
                _order.AsSpan(first, next - first).Sort((left, right) => _places[left].CompareTo(_places[right]));
            }

            first = next;
        }

        for (var place = 0; place < _order.Length; place++)
        {
            _ranks[_order[place]] = place > 0 && _keys[place] == _keys[place - 1] ? _ranks[_order[place - 1]] : place + 1;
        }
    }
}
