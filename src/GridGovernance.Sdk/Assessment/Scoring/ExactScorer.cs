namespace GridGovernance.Sdk.Assessment;

/// <summary>Scores units in rational numbers, without rounding: slow, and asked only where the rounding of decimals could decide a grade or a rank.</summary>
/// <remarks>
/// <para>Weighted sums and harmonic means of lines, intervals, steps and ranks are rational; a geometric mean is where its children are equal, one of them is 0,
/// or the root comes out, and a z-score in its middle, at its ends, or where the standard deviation comes out. What a unit has of another kind makes
/// its own score unknown here, and in the stream where it stands: all others are known all the same.</para>
/// </remarks>
internal sealed class ExactScorer
{
    // A node rounds its value, and its points, in the 15th decimal.
    private const decimal Unit = 0.000_000_000_000_001m;

    private const int DecimalDigits = 28;

    private readonly ScoringRun _run;

    internal ExactScorer(ScoringRun run)
    {
        _run = run;
        Tolerance = ToleranceOf(run.Scheme);
        Places = PlacesOf(run.Scheme);
    }

    /// <summary>Gets by how much a score in decimals differs from the exact one at most.</summary>
    internal decimal Tolerance { get; }

    /// <summary>Gets how many decimals an exact score is given with.</summary>
    internal int Places { get; }

    /// <summary>Scores a unit.</summary>
    /// <param name="unit">The unit's position; it has a score.</param>
    /// <param name="only">The stream that counts; null for all.</param>
    /// <returns>The exact score; null when it is no fraction of whole numbers, or not known to be one.</returns>
    internal ExactNumber? Score(int unit, AssessorStream? only)
    {
        var scheme = _run.Scheme;
        var root = Value(scheme.Root, unit, only);
        if (root.IsUnknown)
        {
            return null;
        }

        var score = (root.Value ?? ExactNumber.Zero) * ExactNumber.Of(scheme.Scale);
        if (only is not null)
        {
            return score;
        }

        var bonuses = new BonusAccount(scheme.Definition);
        foreach (var adjustment in scheme.Adjustments)
        {
            var asked = _run.Columns[adjustment.IndicatorIndex].Values[unit].Number is { } number ? adjustment.Ask(number) : 0;
            score = adjustment.Kind switch
            {
                AdjustmentKind.Deduction => ExactNumber.Max(ExactNumber.Zero, score - ExactNumber.Of(asked)),
                AdjustmentKind.Bonus => score + ExactNumber.Of(bonuses.Grant(adjustment.Source, asked)),
                _ => asked > 0 ? ExactNumber.Min(score, ExactNumber.Of(adjustment.Cap!.Value)) : score,
            };
        }

        return score;
    }

    private static decimal ToleranceOf(AssessmentScheme scheme)
    {
        var rounded = 2 * (scheme.Root.SelfAndDescendants().Count() + 1) * Unit * Math.Max(1, scheme.Scale);

        // A harmonic mean moves by at most the inverse of a child's weight times what the child moves.
        return scheme.IsAdditive ? rounded : rounded * Math.Min(1_000_000, scheme.Leaves.Max(static leaf => 1 / Math.Max(0.000_001m, leaf.ShareOfScheme)));
    }

    private static int PlacesOf(AssessmentScheme scheme)
    {
        var most = scheme.Scale + Math.Min(scheme.Scale * 1_000, AdjustmentCompiler.MostBonus(scheme.Definition) ?? decimal.MaxValue);
        return DecimalDigits - decimal.Truncate(most).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
    }

    private Answer Value(AssessmentNode node, int unit, AssessorStream? only)
    {
        if (node.IsLeaf)
        {
            return only is not null && node.Stream != only ? default : Leaf(node, unit);
        }

        var present = new List<(decimal Weight, ExactNumber Value)>();
        var isUnknown = false;
        foreach (var child in node.Children)
        {
            var answer = Value(child, unit, only);
            isUnknown |= answer.IsUnknown;
            if (answer.Value is not { } value)
            {
                continue;
            }

            if (node.Aggregate != AggregateKind.Arithmetic)
            {
                value = ExactNumber.Max(value, ExactNumber.Of(node.ZeroFloor ?? 0));

                // Whatever the others are worth, the mean is nothing.
                if (!value.IsPositive)
                {
                    return new Answer(ExactNumber.Zero, false);
                }
            }

            present.Add((child.Weight, value));
        }

        return isUnknown ? new Answer(null, true)
            : present.Count == 0 ? default
            : ExactMean.Of(node.Aggregate!.Value, present) is { } mean ? new Answer(mean, false)
            : new Answer(null, true);
    }

    private Answer Leaf(AssessmentNode leaf, int unit)
    {
        if (leaf.Normalisation is null)
        {
            return Deductions(leaf, unit);
        }

        var (value, fitted) = (_run.Columns[leaf.IndicatorIndex].Values[unit], _run.Leaves[leaf.LeafIndex]!);
        if (value.Number is null || fitted.IsLost(unit))
        {
            return Substitute(leaf, value.Number is null ? value.State : IndicatorValueState.Missing);
        }

        return fitted.Exact(unit) is { } share ? new Answer(share, false) : new Answer(null, true);
    }

    private Answer Deductions(AssessmentNode leaf, int unit)
    {
        var (left, worst) = (leaf.FullPoints, IndicatorValueState.Present);
        foreach (var deduction in leaf.Deductions)
        {
            var value = _run.Columns[deduction.IndicatorIndex].Values[unit];
            worst = value.Number is null && !deduction.IgnoresAbsent && value.State < worst ? value.State : worst;
            left -= Math.Min(left, value.Number is { } number ? deduction.Ask(number) : 0);
        }

        return worst != IndicatorValueState.Present ? Substitute(leaf, worst) : new Answer(ExactNumber.Of(left) / ExactNumber.Of(leaf.FullPoints), false);
    }

    private static Answer Substitute(AssessmentNode leaf, IndicatorValueState state)
    {
        var policy = (state == IndicatorValueState.Missing ? leaf.Missing : leaf.Undefined)!;
        return policy.Kind == AbsenceKind.Fixed ? new Answer(ExactNumber.Of(policy.Score!.Value), false) : default;
    }

    // Neither a value nor unknown: absent.
    private readonly record struct Answer(ExactNumber? Value, bool IsUnknown);
}
