using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Scores a unit straight from a definition, the way one would on paper, without any of the library's evaluation.</summary>
internal static class NaiveEvaluator
{
    internal static double? ScoreOfMeans(AssessmentSchemeDefinition scheme, IReadOnlyDictionary<string, decimal?> values) =>
        Mean(scheme.Aggregate, scheme.Children, values) * (double)(scheme.Scale ?? 100);

    internal static decimal? Score(AssessmentSchemeDefinition scheme, IReadOnlyDictionary<string, decimal?> values)
    {
        var missing = false;
        var value = Combine(scheme.Children, scheme.Missing?.Kind ?? AbsenceKind.NoScore, scheme.Missing?.Score, values, ref missing);
        return missing || value is null ? null : value * (scheme.Scale ?? 100);
    }

    private static decimal? Combine(
        IEnumerable<AssessmentNodeDefinition> nodes, AbsenceKind kind, decimal? instead, IReadOnlyDictionary<string, decimal?> values, ref bool missing)
    {
        decimal total = 0, weights = 0;
        foreach (var node in nodes)
        {
            var own = node.Normalise is null ? Combine(node.Children, kind, instead, values, ref missing) : Share(node, values[node.Indicator ?? node.Code]);
            if (own is null && node.Normalise is not null && kind == AbsenceKind.Fixed)
            {
                own = instead;
            }

            missing |= own is null && node.Normalise is not null && kind == AbsenceKind.NoScore;
            if (own is not null)
            {
                total += own.Value * node.Weight!.Value;
                weights += node.Weight.Value;
            }
        }

        return weights == 0 ? null : total / weights;
    }

    // Absent values are left out, and the weights of the rest scaled up.
    private static double? Mean(AggregateKind kind, IEnumerable<AssessmentNodeDefinition> nodes, IReadOnlyDictionary<string, decimal?> values)
    {
        var present = nodes
            .Select(node => (Weight: (double)node.Weight!.Value, Value: node.Normalise is null ? Mean(node.Aggregate!.Value, node.Children, values) : (double?)Share(node, values[node.Code])))
            .Where(static node => node.Value is not null)
            .Select(static node => (node.Weight, Value: node.Value!.Value))
            .ToArray();
        var total = present.Sum(static node => node.Weight);
        return present.Length == 0 ? null : kind switch
        {
            AggregateKind.Geometric => present.Any(static node => node.Value == 0) ? 0 : Math.Exp(present.Sum(static node => node.Weight * Math.Log(node.Value)) / total),
            AggregateKind.Harmonic => present.Any(static node => node.Value == 0) ? 0 : total / present.Sum(static node => node.Weight / node.Value),
            _ => present.Sum(static node => node.Weight * node.Value) / total,
        };
    }

    private static decimal? Share(AssessmentNodeDefinition leaf, decimal? value)
    {
        if (value is not { } x)
        {
            return null;
        }

        var how = leaf.Normalise!;
        var up = leaf.Direction != IndicatorDirection.Down;
        var share = how.Kind switch
        {
            "fraction-of-maximum" => up ? x / how.Maximum!.Value : 1 - (x / how.Maximum!.Value),
            "min-max" => up ? (x - how.Minimum!.Value) / (how.Maximum!.Value - how.Minimum.Value) : (how.Maximum!.Value - x) / (how.Maximum.Value - how.Minimum!.Value),
            "target" => (x - (how.Baseline ?? 0)) / (how.Target!.Value - (how.Baseline ?? 0)),
            "step" => how.Steps.Last(step => step.From is null || step.From <= x).Score,
            "interval" => x < how.Low ? Slope(x, how.Minimum!.Value, how.Low.Value) : x > how.High ? Slope(x, how.Maximum!.Value, how.High.Value) : 1,
            _ => throw new NotSupportedException(how.Kind),
        };
        return Math.Round(Math.Clamp(share, 0, 1), 15);
    }

    private static decimal Slope(decimal x, decimal zero, decimal full) => zero == full ? 0 : (x - zero) / (full - zero);
}
