namespace GridGovernance.Sdk.Assessment;

/// <summary>Scores one unit: values from the leaves up, then weights and points from the root down.</summary>
internal sealed class UnitScorer
{
    private readonly AssessmentScheme _scheme;
    private readonly IndicatorColumn[] _columns;
    private readonly int _unit;
    private readonly AssessorStream? _only;
    private bool _blocked;
    private decimal _shareAsked;
    private decimal _sharePresent;

    internal UnitScorer(AssessmentScheme scheme, IndicatorColumn[] columns, int unit, AssessorStream? only)
    {
        (_scheme, _columns, _unit, _only) = (scheme, columns, unit, only);
    }

    /// <summary>Scores the unit.</summary>
    /// <returns>The tree; the root's points are the score.</returns>
    internal NodeScore Score()
    {
        var valued = Evaluate(_scheme.Root);
        var enough = _shareAsked > 0 && _sharePresent >= (_scheme.Definition.MinimumPresent ?? 0) * _shareAsked;
        return Distribute(valued, _scheme.Root.Weight, exact: true, scored: !_blocked && enough && valued.Value is not null);
    }

    private Valued Evaluate(AssessmentNode node)
    {
        if (node.IsLeaf)
        {
            return EvaluateLeaf(node);
        }

        var children = new Valued[node.Children.Count];
        decimal sum = 0, present = 0;
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Evaluate(node.Children[i]);
            if (children[i].Value is { } value)
            {
                sum += node.Children[i].Weight * value;
                present += node.Children[i].Weight;
            }
        }

        decimal? own = present == 0 ? null : present == 1 ? sum : Math.Round(sum / present, Normalisation.Decimals);
        return new Valued(node, own, null, children, present);
    }

    private Valued EvaluateLeaf(AssessmentNode leaf)
    {
        var value = _columns[leaf.LeafIndex].Values[_unit];
        if (_only is not null && leaf.Stream != _only)
        {
            return new Valued(leaf, null, value, [], 0);
        }

        _shareAsked += leaf.ShareOfScheme;
        if (value.Number is { } number)
        {
            _sharePresent += leaf.ShareOfScheme;
            return new Valued(leaf, leaf.Normalisation!.Apply(number), value, [], 0);
        }

        var policy = (value.State == IndicatorValueState.Missing ? leaf.Missing : leaf.Undefined)!;
        _blocked |= policy.Kind == AbsenceKind.NoScore;
        return new Valued(leaf, policy.Kind == AbsenceKind.Fixed ? Math.Round(policy.Score!.Value, Normalisation.Decimals) : null, value, [], 0);
    }

    private NodeScore Distribute(Valued valued, decimal share, bool exact, bool scored)
    {
        var node = valued.Node;
        if (node.IsLeaf)
        {
            var value = valued.Value ?? 0;
            decimal? points = !scored ? null : exact ? node.FullPoints * value : Math.Round(_scheme.Scale * share * value, Normalisation.Decimals);
            var (column, unit) = (_columns[node.LeafIndex], _unit);
            return new NodeScore(node, valued.Value, points, [], valued.Indicator, () => column.Trace(unit));
        }

        // While nothing was redistributed the share is the scheme's own, and no point is rounded.
        exact &= valued.PresentWeight == 1;
        var children = new NodeScore[valued.Children.Length];
        decimal? sum = scored ? 0 : null;
        for (var i = 0; i < children.Length; i++)
        {
            var child = valued.Children[i];
            var childShare = child.Value is null || valued.PresentWeight == 0 ? 0 : share * child.Node.Weight / valued.PresentWeight;
            children[i] = Distribute(child, childShare, exact, scored);
            sum += children[i].Points;
        }

        return new NodeScore(node, valued.Value, sum, children, null, null);
    }

    private sealed record Valued(AssessmentNode Node, decimal? Value, IndicatorValue? Indicator, Valued[] Children, decimal PresentWeight);
}
