namespace GridGovernance.Sdk.Assessment;

/// <summary>A unit's leaves, in points of a full score, and what turns their weighted sum into its score.</summary>
internal sealed class WeighedUnit
{
    private readonly decimal _deducted;
    private readonly decimal _granted;
    private readonly decimal? _cap;

    internal WeighedUnit(WeighedCard card, decimal scale, int rank, bool leads)
    {
        (Code, Rank, Leads) = (card.Unit, rank, leads);
        var leaves = card.Leaves;
        IsWhole = Array.TrueForAll(leaves, static leaf => leaf.Value is not null);
        Values = [.. leaves.Select(leaf => scale * (leaf.Value ?? 0))];
        Most = scale * leaves.Max(static leaf => leaf.Value ?? 0);
        foreach (var adjustment in card.Adjustments)
        {
            switch (adjustment.Adjustment.Kind)
            {
                case AdjustmentKind.Deduction:
                    _deducted += adjustment.Asked;
                    break;
                case AdjustmentKind.Bonus:
                    _granted += adjustment.Points;
                    break;
                default:
                    _cap = adjustment.Asked > 0 && !(_cap < adjustment.Adjustment.Cap) ? adjustment.Adjustment.Cap : _cap;
                    break;
            }
        }
    }

    internal string Code { get; }

    internal int Rank { get; }

    /// <summary>Gets a value indicating whether the unit is the first of the ranking; among equals the first in ordinal order is.</summary>
    internal bool Leads { get; }

    /// <summary>Gets a value indicating whether every leaf has a value.</summary>
    internal bool IsWhole { get; }

    internal decimal[] Values { get; }

    /// <summary>Gets the most that the weighted sum can be, whatever the weights.</summary>
    internal decimal Most { get; }

    /// <summary>Gets the points that are granted whatever the sum.</summary>
    internal decimal Floor => _granted;

    internal decimal? Cap => _cap;

    internal bool HasFloor => _deducted > 0;

    /// <summary>Says whether a score follows its sum one to one from some sum on: no veto, no deduction that ends at 0.</summary>
    /// <param name="least">The least sum.</param>
    internal bool IsPlainFrom(decimal least) => _cap is null && least >= _deducted;

    /// <summary>Returns the score that a weighted sum leads to.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="bounded">Whether vetoes hold it down and 0 holds it up.</param>
    internal decimal Score(decimal sum, bool bounded = true)
    {
        var score = (bounded ? Math.Max(0, sum - _deducted) : sum - _deducted) + _granted;
        return bounded ? Math.Min(score, _cap ?? score) : score;
    }

    /// <summary>Returns by how much each leaf is worth more than another unit's.</summary>
    internal void Gap(WeighedUnit other, decimal[] gap)
    {
        for (var leaf = 0; leaf < gap.Length; leaf++)
        {
            gap[leaf] = Values[leaf] - other.Values[leaf];
        }
    }

    internal decimal Sum(decimal[] weights)
    {
        decimal sum = 0;
        for (var leaf = 0; leaf < weights.Length; leaf++)
        {
            sum += weights[leaf] * Values[leaf];
        }

        return sum;
    }
}
