using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Random valid schemes and tables, from a seed that a failing property prints.</summary>
internal sealed class RandomSchemes(int seed)
{
    private readonly Random _random = new(seed);
    private int _codes;
    private bool _means;

    internal List<string> Indicators { get; } = [];

    internal AssessmentSchemeDefinition Scheme(AbsenceKind absence, bool means = false)
    {
        _means = means;
        var children = Nodes(_random.Next(3));
        return new AssessmentSchemeDefinition
        {
            Code = "random",
            Scale = new decimal?[] { null, 1, 10, 100, 150, 1000 }[_random.Next(6)],
            Missing = new AbsenceDefinition { Kind = absence, Score = absence == AbsenceKind.Fixed ? _random.Next(101) / 100m : null },
            Aggregate = Mean(),
            Children = children,
        };
    }

    internal IndicatorTable Table(int units, double absent) => IndicatorTable.Create(
        EquatableArray.From(Enumerable.Range(0, units).Select(static unit => $"unit-{unit:000}")),
        EquatableArray.From(Indicators.Select(code => new IndicatorColumn(code, EquatableArray.From(Enumerable.Range(0, units).Select(_ => Value(absent)))))));

    internal int Next(int below) => _random.Next(below);

    private IndicatorValue Value(double absent) =>
        _random.NextDouble() < absent ? IndicatorValue.Missing : IndicatorValue.Of((_random.Next(1300) - 100) / new[] { 7m, 10m, 100m, 972m }[_random.Next(4)]);

    private EquatableArray<AssessmentNodeDefinition> Nodes(int depth)
    {
        var weights = RandomWeights.Of(_random, 1 + _random.Next(4));
        return EquatableArray.From(weights.Select(weight => depth > 0 && _random.Next(2) == 0
            ? new AssessmentNodeDefinition { Code = $"n{_codes++}", Weight = weight, Aggregate = Mean(), Children = Nodes(depth - 1) }
            : Leaf(weight)));
    }

    private AggregateKind Mean() => _means ? (AggregateKind)_random.Next(3) : AggregateKind.Arithmetic;

    private AssessmentNodeDefinition Leaf(decimal weight)
    {
        var code = $"n{_codes++}";
        Indicators.Add(code);
        var up = _random.Next(2) == 0;
        decimal low = _random.Next(5), high = low + 1 + _random.Next(90);
        NormalisationDefinition how = _random.Next(5) switch
        {
            0 => new() { Kind = "fraction-of-maximum", Maximum = high },
            1 => new() { Kind = "min-max", Minimum = low, Maximum = high },
            2 => new() { Kind = "target", Target = up ? high : low, Baseline = up ? low : high },
            3 => new() { Kind = "step", Steps = [new() { Score = up ? 0 : 1 }, new() { From = low, Score = 0.4m }, new() { From = high, Score = up ? 1 : 0.3m }] },
            _ => new() { Kind = "interval", Minimum = low - _random.Next(3), Low = low, High = high, Maximum = high + _random.Next(20) },
        };
        return new AssessmentNodeDefinition
        {
            Code = code,
            Weight = weight,
            Direction = how.Low is not null ? null : up ? IndicatorDirection.Up : IndicatorDirection.Down,
            Normalise = how,
        };
    }
}
