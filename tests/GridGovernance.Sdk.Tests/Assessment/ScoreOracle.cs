using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Scores a table straight from a definition, as one would on paper: every unit by itself, nothing compiled, nothing shared with the library's
/// evaluation. Weighted sums are exact decimals; other means go through floating point.</summary>
internal sealed class ScoreOracle(AssessmentSchemeDefinition scheme, IReadOnlyDictionary<string, IndicatorValue>[] units)
{
    private decimal Scale => scheme.Scale ?? 100;

    internal (decimal? Score, string? Grade) Score(int unit)
    {
        var score = Tree(unit, null);
        if (scheme.Deductions.Concat(scheme.Bonuses).Any(item => !item.IgnoreAbsent && Of(unit, item.Indicator ?? item.Code).Number is null)
            || scheme.Vetoes.Any(item => !item.IgnoreAbsent && Of(unit, item.Indicator ?? item.Code).Number is null))
        {
            score = null;
        }

        if (score is not { } points)
        {
            return (null, null);
        }

        foreach (var deduction in scheme.Deductions)
        {
            points = Math.Max(0, points - Asked(unit, deduction));
        }

        var sources = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var all = 0m;
        foreach (var bonus in scheme.Bonuses)
        {
            var source = bonus.Source ?? "";
            var cap = scheme.BonusCaps.Where(item => item.Source == source).Select(static item => (decimal?)item.Cap).SingleOrDefault() ?? decimal.MaxValue;
            var granted = Math.Min(Asked(unit, bonus), Math.Min(cap - sources.GetValueOrDefault(source), (scheme.BonusCap ?? decimal.MaxValue) - all));
            sources[source] = sources.GetValueOrDefault(source) + granted;
            (all, points) = (all + granted, points + granted);
        }

        foreach (var veto in scheme.Vetoes)
        {
            points = Of(unit, veto.Indicator ?? veto.Code).Number > (veto.Over ?? 0) ? Math.Min(points, veto.Score ?? 0) : points;
        }

        return (points, Grade(points));
    }

    internal decimal? Stream(int unit, AssessorStream stream) => Tree(unit, stream);

    // Competition ranks: one more than there are better ones, among those that may be ranked.
    internal int? Rank(int unit) => Score(unit).Score is { } own && IsRankable(unit) ? 1 + Enumerable.Range(0, units.Length).Count(other => IsRankable(other) && Score(other).Score > own) : null;

    private bool IsRankable(int unit)
    {
        var cases = units[unit].Values.Where(static value => value.Rate is not null).Select(static value => value.Rate!.Value.Denominator).ToArray();
        if (scheme.MinimumCases is { } minimum)
        {
            return cases.Length == 0 ? minimum.RankUncounted : cases.Where(static one => one > 0).DefaultIfEmpty(0).Min() >= minimum.Cases;
        }

        var leaves = Leaves(scheme.Children).Where(static leaf => leaf.Normalise is not null).Select(leaf => Of(unit, leaf.Indicator ?? leaf.Code)).ToArray();
        return leaves.Any(static value => value.Rate is null && value.Number is not null) || !leaves.Any(static value => value.Rate is not null) || leaves.Any(static value => value.Rate?.Denominator > 1);
    }

    private static IEnumerable<AssessmentNodeDefinition> Leaves(IEnumerable<AssessmentNodeDefinition> nodes) => nodes.SelectMany(static node => node.Children.Count > 0 ? Leaves(node.Children) : [node]);

    private string? Grade(decimal points) => scheme.Bands.Where(band => (band.From ?? decimal.MinValue) <= points).MaxBy(static band => band.From ?? decimal.MinValue)?.Code;

    private decimal? Tree(int unit, AssessorStream? only)
    {
        var sheet = new Sheet(only);
        var value = Mean(scheme.Aggregate, scheme.ZeroFloor, scheme.Children, unit, sheet, new Context(1, null, scheme.Missing ?? new(), scheme.Undefined ?? new(), scheme.Outliers));
        return sheet.Blocked || sheet.Asked == 0 || sheet.Present < (scheme.MinimumPresent ?? 0) * sheet.Asked ? null : value * Scale;
    }

    private decimal? Mean(AggregateKind kind, decimal? floor, IEnumerable<AssessmentNodeDefinition> nodes, int unit, Sheet sheet, Context context)
    {
        var present = new List<(decimal Weight, decimal Value)>();
        foreach (var node in nodes)
        {
            var inner = new Context(context.Share * node.Weight!.Value, node.Assessor ?? context.Assessor, node.Missing ?? context.Missing, node.Undefined ?? context.Undefined, node.Outliers ?? context.Outliers);
            var value = node.Children.Count > 0 ? Mean(node.Aggregate ?? AggregateKind.Arithmetic, node.ZeroFloor, node.Children, unit, sheet, inner) : Leaf(node, unit, sheet, inner);
            if (value is not null)
            {
                present.Add((node.Weight.Value, value.Value));
            }
        }

        if (present.Count == 0)
        {
            return null;
        }

        var total = present.Sum(static item => item.Weight);
        if (kind == AggregateKind.Arithmetic)
        {
            return present.Sum(static item => item.Weight * item.Value) / total;
        }

        var values = present.Select(item => (Weight: (double)(item.Weight / total), Value: (double)Math.Max(item.Value, floor ?? 0))).ToArray();
        return values.Any(static item => item.Value == 0) ? 0
            : (decimal)(kind == AggregateKind.Geometric ? values.Aggregate(1.0, static (product, item) => product * Math.Pow(item.Value, item.Weight)) : 1 / values.Sum(static item => item.Weight / item.Value));
    }

    private decimal? Leaf(AssessmentNodeDefinition leaf, int unit, Sheet sheet, Context context)
    {
        if (sheet.Only is not null && scheme.Assessors.Single(item => item.Code == context.Assessor).Stream != sheet.Only)
        {
            return null;
        }

        sheet.Asked += context.Share;
        var values = leaf.Normalise is null
            ? leaf.Deductions.Where(static item => !item.IgnoreAbsent).Select(item => Of(unit, item.Indicator ?? item.Code)).ToArray()
            : [Of(unit, leaf.Indicator ?? leaf.Code)];
        var all = leaf.Normalise is null ? [] : units.Select(row => row[leaf.Indicator ?? leaf.Code].Number).Where(static value => value is not null).Select(static value => value!.Value).Order().ToArray();
        if (leaf.Normalise is not null && Fence(context.Outliers, all) is var (low, high))
        {
            var isMissing = context.Outliers!.Kind == OutlierKind.Missing;
            all = isMissing ? [.. all.Where(value => value >= low && value <= high)] : [.. all.Select(value => Math.Clamp(value, low, high))];
            values = values[0].Number is not { } own ? values : !isMissing ? [IndicatorValue.Of(Math.Clamp(own, low, high))] : own < low || own > high ? [IndicatorValue.Missing] : values;
        }

        if (values.Any(static value => value.Number is null))
        {
            var policy = values.Any(static value => value.State == IndicatorValueState.Missing) ? context.Missing : context.Undefined;
            sheet.Blocked |= policy.Kind == AbsenceKind.NoScore;
            return policy.Kind == AbsenceKind.Fixed ? policy.Score : null;
        }

        sheet.Present += context.Share;
        if (leaf.Normalise is not null)
        {
            return Math.Round(Math.Clamp(Share(leaf, leaf.Normalise, values[0].Number!.Value, all), 0, 1), 15);
        }

        var full = Scale * context.Share;
        return Math.Max(0, full - leaf.Deductions.Sum(item => Asked(unit, item))) / full;
    }

    private decimal Asked(int unit, AdjustmentDefinition item)
    {
        var excess = item.Under is { } under ? under - (Of(unit, item.Indicator ?? item.Code).Number ?? under) : (Of(unit, item.Indicator ?? item.Code).Number ?? 0) - (item.Over ?? 0);
        return excess <= 0 || Of(unit, item.Indicator ?? item.Code).Number is null ? 0 : Math.Min(item.Cap ?? decimal.MaxValue, Math.Floor(excess / (item.Per ?? 1)) * item.Points);
    }

    private static decimal Share(AssessmentNodeDefinition leaf, NormalisationDefinition how, decimal x, decimal[] all)
    {
        var up = leaf.Direction != IndicatorDirection.Down;
        var (same, worse) = (all.Count(other => other == x), all.Count(other => up ? other < x : other > x));
        return how.Kind switch
        {
            "fraction-of-maximum" when (how.Maximum ?? all.Max()) is var most => most <= 0 ? 1 : up ? x / most : 1 - (x / most),
            "min-max" when (how.Minimum ?? all.Min(), how.Maximum ?? all.Max()) is var (least, most) => least == most ? 1 : (up ? x - least : most - x) / (most - least),
            "target" => (x - (how.Baseline ?? 0)) / (how.Target!.Value - (how.Baseline ?? 0)),
            "step" => how.Steps.Last(step => step.From is null || step.From <= x).Score,
            "interval" => x < how.Low ? Slope(x, how.Minimum!.Value, how.Low.Value) : x > how.High ? Slope(x, how.Maximum!.Value, how.High.Value) : 1,
            "reference" => 1 - (Math.Abs(x - how.Reference!.Value) / how.Tolerance!.Value),
            "rank" => all.Length == 1 ? 1 : (worse + ((same - 1) / 2m)) / (all.Length - 1),
            "percentile-rank" => (decimal)(worse + same) / all.Length,
            _ => ZScore(all, x, how.Spread!.Value, up),
        };
    }

    // Tukey's fence around the quartiles, which lie (n - 1)k/4 values up.
    private static (decimal Low, decimal High)? Fence(OutlierDefinition? outliers, decimal[] sorted)
    {
        if (outliers is null || outliers.Kind == OutlierKind.Keep || sorted.Length < 4 || At(1) == At(3))
        {
            return null;
        }

        var reach = (outliers.Fence ?? 1.5m) * (At(3) - At(1));
        return (At(1) - reach, At(3) + reach);

        decimal At(int k)
        {
            var place = (sorted.Length - 1) * k / 4m;
            var below = (int)place;
            return sorted[below] + ((sorted[below + 1] - sorted[below]) * (place - below));
        }
    }

    private static decimal ZScore(decimal[] all, decimal x, decimal spread, bool up)
    {
        var mean = all.Average();
        var deviation = Math.Sqrt((double)(all.Sum(value => (value - mean) * (value - mean)) / all.Length));
        return deviation == 0 ? 0.5m : 0.5m + ((up ? 1 : -1) * (x - mean) / (decimal)(2 * deviation * (double)spread));
    }

    private static decimal Slope(decimal x, decimal zero, decimal full) => zero == full ? 0 : (x - zero) / (full - zero);

    private IndicatorValue Of(int unit, string indicator) => units[unit][indicator];

    private sealed record Context(decimal Share, string? Assessor, AbsenceDefinition Missing, AbsenceDefinition Undefined, OutlierDefinition? Outliers);

    private sealed class Sheet(AssessorStream? only)
    {
        internal AssessorStream? Only => only;

        internal bool Blocked { get; set; }

        internal decimal Asked { get; set; }

        internal decimal Present { get; set; }
    }
}
