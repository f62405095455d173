namespace GridGovernance.Sdk.Assessment;

/// <summary>Scores units in rational numbers, without rounding: slow, and asked only where the rounding of decimals could decide a grade or a rank.</summary>
/// <remarks>
/// <para>Weighted sums and harmonic means of lines, intervals, steps and ranks are rational. Geometric means, z-scores and clipped outliers are not, or rest on
/// quotients that were rounded before: schemes with them are decided in decimals.</para>
/// </remarks>
internal sealed class ExactScorer
{
    // A node rounds its value, and its points, in the 15th decimal.
    private const decimal Unit = 0.000_000_000_000_001m;

    private const int DecimalDigits = 28;

    private readonly ScoringRun _run;
    private readonly ExactNumber[]?[] _lines;

    private ExactScorer(ScoringRun run)
    {
        _run = run;
        _lines = [.. run.Scheme.Leaves.Select(Line)];
        Tolerance = ToleranceOf(run.Scheme);
        Places = PlacesOf(run.Scheme);
    }

    /// <summary>Gets by how much a score in decimals differs from the exact one at most.</summary>
    internal decimal Tolerance { get; }

    /// <summary>Gets how many decimals an exact score is given with.</summary>
    internal int Places { get; }

    /// <summary>Prepares the scoring.</summary>
    /// <param name="run">The scheme over its table.</param>
    /// <returns>The scorer; null for a scheme whose scores are not rational.</returns>
    internal static ExactScorer? Of(ScoringRun run) =>
        run.Scheme.Root.SelfAndDescendants().All(static node => node.Aggregate != AggregateKind.Geometric && node.Normalisation is not ZScoreNormalisation)
        && run.Fences.All(static fence => fence is not { Kind: OutlierKind.Clip })
            ? new ExactScorer(run)
            : null;

    /// <summary>Scores a unit.</summary>
    /// <param name="unit">The unit's position; it has a score.</param>
    /// <param name="only">The stream that counts; null for all.</param>
    /// <returns>The exact score.</returns>
    internal ExactNumber Score(int unit, AssessorStream? only)
    {
        var scheme = _run.Scheme;
        var score = (Value(scheme.Root, unit, only) ?? ExactNumber.Zero) * ExactNumber.Of(scheme.Scale);
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

    // The ends of a line: as the scheme gives them, or the exact values of the units that mark them.
    private ExactNumber[]? Line(AssessmentNode leaf)
    {
        if (_run.Normalisations[leaf.LeafIndex < 0 ? 0 : leaf.LeafIndex] is not LinearNormalisation line)
        {
            return null;
        }

        return [End(line.Zero), End(line.Full)];

        ExactNumber End(decimal end)
        {
            if (leaf.Normalisation is { IsRelative: true })
            {
                foreach (var value in _run.Columns[leaf.IndicatorIndex].Values)
                {
                    if (value.Number == end)
                    {
                        return ExactNumber.Of(value);
                    }
                }
            }

            return ExactNumber.Of(end);
        }
    }

    private ExactNumber? Value(AssessmentNode node, int unit, AssessorStream? only)
    {
        if (node.IsLeaf)
        {
            return only is not null && node.Stream != only ? null : Leaf(node, unit);
        }

        ExactNumber weights = ExactNumber.Zero, sum = ExactNumber.Zero;
        foreach (var child in node.Children)
        {
            if (Value(child, unit, only) is not { } value)
            {
                continue;
            }

            var weight = ExactNumber.Of(child.Weight);
            weights += weight;
            if (node.Aggregate == AggregateKind.Harmonic)
            {
                value = ExactNumber.Max(value, ExactNumber.Of(node.ZeroFloor ?? 0));
                if (!value.IsPositive)
                {
                    return ExactNumber.Zero;
                }

                sum += weight / value;
            }
            else
            {
                sum += weight * value;
            }
        }

        return !weights.IsPositive ? null : node.Aggregate == AggregateKind.Harmonic ? weights / sum : sum / weights;
    }

    private ExactNumber? Leaf(AssessmentNode leaf, int unit)
    {
        if (leaf.Normalisation is null)
        {
            return Deductions(leaf, unit);
        }

        var value = _run.Columns[leaf.IndicatorIndex].Values[unit];
        return value.Number is not { } number ? Substitute(leaf, value.State)
            : _run.IsLost(leaf, number) ? Substitute(leaf, IndicatorValueState.Missing)
            : _lines[leaf.LeafIndex] is { } line ? LinearNormalisation.Share(ExactNumber.Of(value), line[0], line[1])
            : _run.Normalisations[leaf.LeafIndex]!.Share(ExactNumber.Of(value), number);
    }

    private ExactNumber? Deductions(AssessmentNode leaf, int unit)
    {
        var (left, worst) = (leaf.FullPoints, IndicatorValueState.Present);
        foreach (var deduction in leaf.Deductions)
        {
            var value = _run.Columns[deduction.IndicatorIndex].Values[unit];
            worst = value.Number is null && !deduction.IgnoresAbsent && value.State < worst ? value.State : worst;
            left -= Math.Min(left, value.Number is { } number ? deduction.Ask(number) : 0);
        }

        return worst != IndicatorValueState.Present ? Substitute(leaf, worst) : ExactNumber.Of(left) / ExactNumber.Of(leaf.FullPoints);
    }

    private static ExactNumber? Substitute(AssessmentNode leaf, IndicatorValueState state)
    {
        var policy = (state == IndicatorValueState.Missing ? leaf.Missing : leaf.Undefined)!;
        return policy.Kind == AbsenceKind.Fixed ? ExactNumber.Of(policy.Score!.Value) : null;
    }
}
