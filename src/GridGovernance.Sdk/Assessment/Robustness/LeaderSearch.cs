namespace GridGovernance.Sdk.Assessment;

/// <summary>The smallest change of weights that brings another unit level with the leader.</summary>
/// <remarks>For every unit a change is found that no smaller one can beat; when it does what it must, floors and vetoes included, it is the answer.</remarks>
internal sealed class LeaderSearch
{
    private readonly decimal[] _weights;

    internal LeaderSearch(decimal[] weights, WeighedUnit[] units, WeighedUnit[] partial)
    {
        _weights = weights;
        IsExact = true;
        if (units.Length + partial.Length < 2)
        {
            return;
        }

        if (Array.Find(units, static unit => unit.Leads) is not { Cap: null } leader)
        {
            IsExact = false;
            return;
        }

        foreach (var unit in units.Where(unit => !ReferenceEquals(unit, leader)))
        {
            if (Least(leader, unit) is { } change
                && (Change is null || change.Moved < Change.MovedWeight || (change.Moved == Change.MovedWeight && string.CompareOrdinal(unit.Code, Change.Challenger) < 0)))
            {
                Change = new LeaderChange(leader.Code, unit.Code, change.Moved, EquatableArray.Create<decimal>(change.Weights));
                IsExact = DoesLevel(leader, unit, change.Weights);
            }
        }

        // A unit with absent values never has more than its best leaf is worth: when even that comes later, it changes nothing.
        foreach (var unit in partial)
        {
            IsExact &= AgainstConstant(leader, unit.Score(unit.Most)) is not { } change || (Change is not null && change.Moved >= Change.MovedWeight);
        }

        Change = IsExact ? Change : null;
    }

    internal bool IsExact { get; }

    internal LeaderChange? Change { get; }

    private static bool DoesLevel(WeighedUnit leader, WeighedUnit unit, decimal[] weights)
    {
        const decimal rounding = 0.000_000_000_000_000_000_01m;
        return leader.Score(leader.Sum(weights)) <= unit.Score(unit.Sum(weights)) + rounding;
    }

    // No change smaller than this one does it: the leader's score is taken without its floor, the other's as the better of its sum and its floor, below its veto.
    private (decimal Moved, decimal[] Weights)? Least(WeighedUnit leader, WeighedUnit unit)
    {
        var gap = new decimal[_weights.Length];
        leader.Gap(unit, gap);
        var change = Level(leader.Score(leader.Sum(_weights), bounded: false) - unit.Score(unit.Sum(_weights), bounded: false), gap);
        if (unit.HasFloor && AgainstConstant(leader, unit.Floor) is { } floor && !(change?.Moved <= floor.Moved))
        {
            change = floor;
        }

        if (change is not null && unit.Cap is { } cap)
        {
            var veto = AgainstConstant(leader, cap);
            change = veto is null || veto.Value.Moved > change.Value.Moved ? veto : change;
        }

        return change;
    }

    private (decimal Moved, decimal[] Weights)? AgainstConstant(WeighedUnit leader, decimal score) =>
        Level(leader.Score(leader.Sum(_weights), bounded: false) - score, leader.Values);

    // Every bit of weight that moves to the leaf where the leader is weakest closes the margin by the difference: the strongest leaves give first.
    private (decimal Moved, decimal[] Weights)? Level(decimal margin, decimal[] gap)
    {
        int[] order = [.. Enumerable.Range(0, gap.Length).OrderByDescending(leaf => gap[leaf])];
        var (target, weights, moved) = (order[^1], (decimal[])_weights.Clone(), 0m);
        // The last in order is the target itself, which closes nothing: there it ends.
        for (var i = 0; margin > 0; i++)
        {
            var leaf = order[i];
            var rate = gap[leaf] - gap[target];
            if (rate <= 0)
            {
                return null;
            }

            var part = weights[leaf] * rate >= margin ? margin / rate : weights[leaf];
            (moved, margin) = (moved + part, margin - (part == weights[leaf] ? weights[leaf] * rate : margin));
            weights[leaf] -= part;
            weights[target] += part;
        }

        return (moved, weights);
    }
}
