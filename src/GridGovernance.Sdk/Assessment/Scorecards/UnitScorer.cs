namespace GridGovernance.Sdk.Assessment;

/// <summary>Scores one unit: values from the leaves up, points from the root down, then deductions, bonuses and vetoes.</summary>
internal sealed class UnitScorer
{
    private readonly ScoringRun _run;
    private readonly int _unit;
    private readonly AssessorStream? _only;
    private bool _blocked;
    private decimal _shareAsked;
    private decimal _sharePresent;

    internal UnitScorer(ScoringRun run, int unit, AssessorStream? only) => (_run, _unit, _only) = (run, unit, only);

    private AssessmentScheme Scheme => _run.Scheme;

    /// <summary>Scores the unit.</summary>
    /// <param name="deep">Whether points are given out below means that are not additive; the score does not need it.</param>
    /// <returns>The score, or null when the unit has none; the tree, whose points are then null too; and what came after it.</returns>
    internal (decimal? Score, NodeScore Root, AdjustmentScore[] Adjustments) Score(bool deep)
    {
        var valued = Evaluate(Scheme.Root);
        var asked = _only is null ? Scheme.Adjustments.Select(adjustment => (Adjustment: adjustment, Value: ValueOf(adjustment.IndicatorIndex))).ToArray() : [];
        _blocked |= asked.Any(static item => item.Value.Number is null && !item.Adjustment.IgnoresAbsent);
        var enough = _sharePresent >= (Scheme.Definition.MinimumPresent ?? 0) * _shareAsked;

        // Two streams that stay apart have no sum, and so no parts of one.
        var scored = !_blocked && enough && valued.Value is not null && (_only is not null || Scheme.HasTotal);
        var root = new PointDistribution(Scheme, scored, deep, TraceOf).Distribute(valued);
        if (root.Points is not { } score)
        {
            return (null, root, []);
        }

        var adjustments = new AdjustmentScore[asked.Length];
        var bonuses = new BonusAccount(Scheme.Definition);
        for (var i = 0; i < adjustments.Length; i++)
        {
            var (adjustment, value) = asked[i];
            var points = value.Number is { } number ? adjustment.Ask(number) : 0;
            var applied = adjustment.Kind switch
            {
                AdjustmentKind.Deduction => -Math.Min(points, score),
                AdjustmentKind.Bonus => bonuses.Grant(adjustment.Source, points),
                _ => points > 0 ? Math.Min(0, adjustment.Cap!.Value - score) : 0,
            };
            score += applied;
            adjustments[i] = new AdjustmentScore(adjustment, value, points, applied, () => TraceOf(adjustment.IndicatorIndex));
        }

        return (ExactDecimal.Plain(score), root, adjustments);
    }

    private IndicatorValue ValueOf(int indicator) => _run.Columns[indicator].Values[_unit];

    private CaseTrace TraceOf(int indicator) => _run.Columns[indicator].Trace(_unit);

    private ValuedNode Evaluate(AssessmentNode node)
    {
        if (node.IsLeaf)
        {
            return EvaluateLeaf(node);
        }

        var children = new ValuedNode[node.Children.Count];
        var present = new List<(decimal Weight, decimal Value)>(children.Length);
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Evaluate(node.Children[i]);
            if (children[i].Value is { } value)
            {
                present.Add((node.Children[i].Weight, value));
            }
        }

        decimal? own = present.Count == 0 ? null : WeightedMean.Of(node.Aggregate!.Value, node.ZeroFloor, present, node.IsFine);
        return new ValuedNode(node, own) { Children = children, PresentWeight = present.Sum(static child => child.Weight) };
    }

    private ValuedNode EvaluateLeaf(AssessmentNode leaf)
    {
        IndicatorValue? indicator = leaf.IndicatorIndex >= 0 ? ValueOf(leaf.IndicatorIndex) : null;
        if (_only is not null && leaf.Stream != _only)
        {
            return new ValuedNode(leaf, null) { Indicator = indicator };
        }

        _shareAsked += leaf.ShareOfScheme;
        if (leaf.Normalisation is null)
        {
            return EvaluateDeductions(leaf);
        }

        var fitted = _run.Leaves[leaf.LeafIndex]!;
        if (indicator!.Value.Number is not null && fitted.IsLost(_unit))
        {
            return Substitute(leaf, IndicatorValueState.Missing) with { Indicator = indicator };
        }

        if (indicator.Value.Number is not null)
        {
            _sharePresent += leaf.ShareOfScheme;
            return new ValuedNode(leaf, leaf.IsFine ? fitted.Share(_unit) : fitted.Apply(_unit)) { Indicator = indicator };
        }

        return Substitute(leaf, indicator.Value.State) with { Indicator = indicator };
    }

    private ValuedNode EvaluateDeductions(AssessmentNode leaf)
    {
        var left = leaf.FullPoints;
        var deductions = new AdjustmentScore[leaf.Deductions.Count];
        var worst = IndicatorValueState.Present;
        for (var i = 0; i < deductions.Length; i++)
        {
            var deduction = leaf.Deductions[i];
            var value = ValueOf(deduction.IndicatorIndex);
            worst = value.Number is null && !deduction.IgnoresAbsent && value.State < worst ? value.State : worst;
            var asked = value.Number is { } number ? deduction.Ask(number) : 0;
            var applied = Math.Min(asked, left);
            left -= applied;
            deductions[i] = new AdjustmentScore(deduction, value, asked, -applied, () => TraceOf(deduction.IndicatorIndex));
        }

        if (worst != IndicatorValueState.Present)
        {
            return Substitute(leaf, worst) with { Deductions = deductions };
        }

        _sharePresent += leaf.ShareOfScheme;
        return new ValuedNode(leaf, Kept(leaf, left / leaf.FullPoints)) { Deductions = deductions };
    }

    private static decimal Kept(AssessmentNode node, decimal value) => node.IsFine ? value : Math.Round(value, Normalisation.Decimals);

    private ValuedNode Substitute(AssessmentNode leaf, IndicatorValueState state)
    {
        var policy = (state == IndicatorValueState.Missing ? leaf.Missing : leaf.Undefined)!;
        _blocked |= policy.Kind == AbsenceKind.NoScore;
        decimal? value = policy.Kind == AbsenceKind.Fixed ? Kept(leaf, policy.Score!.Value) : null;
        return new ValuedNode(leaf, value) { IsSubstituted = true };
    }
}
