using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Random schemes that use everything a scheme can have, and tables with rates, numbers and absent values; from a seed.</summary>
internal sealed class AnySchemes(int seed)
{
    private readonly Random _random = new(seed);
    private int _codes;
    private bool _means;

    internal List<string> Indicators { get; } = [];

    internal AssessmentSchemeDefinition Scheme()
    {
        _means = Chance(3);
        var streams = Chance(3);
        var weights = RandomWeights.Of(_random, 1 + _random.Next(4));
        var children = weights.Select(weight => Node(weight, 2) with { Assessor = streams ? Chance(2) ? "above" : "residents" : null }).ToArray();
        var scheme = new AssessmentSchemeDefinition
        {
            Code = "any",
            Scale = new decimal?[] { null, 1, 10, 100, 150, 1000 }[_random.Next(6)],
            Aggregate = Mean(),
            Children = EquatableArray.Create<AssessmentNodeDefinition>(children),
            Assessors = streams ? [new() { Code = "above", Stream = AssessorStream.Superior }, new() { Code = "residents", Stream = AssessorStream.Public }] : [],
            Streams = streams && Chance(3) ? StreamMode.Parallel : StreamMode.Combined,
            Outliers = Chance(4) ? Outliers() : null,
            Missing = Chance(2) ? Absence() : null,
            Undefined = Chance(2) ? Absence() : null,
            MinimumPresent = Chance(3) ? _random.Next(101) / 100m : null,
            MinimumCases = Chance(4) ? new MinimumCasesDefinition { Cases = 1 + _random.Next(40), RankUncounted = Chance(2) } : null,
            Deductions = Some(2, () => Adjustment(null)),
            Bonuses = Some(3, () => Adjustment(Chance(2) ? "city" : null)),
            Vetoes = Some(2, () => new VetoDefinition { Code = Code(), Over = Chance(2) ? null : _random.Next(6), Score = Chance(2) ? null : _random.Next(11) / 10m, IgnoreAbsent = Chance(2) }),
            BonusCap = Chance(3) ? _random.Next(8) : null,
        };

        // What comes after a tree needs one score.
        return scheme.Streams == StreamMode.Parallel ? scheme with { Deductions = [], Bonuses = [], Vetoes = [], BonusCap = null } : scheme;
    }

    internal AssessmentSchemeDefinition WithCapsAndBands(AssessmentSchemeDefinition scheme) => scheme with
    {
        BonusCaps = scheme.Bonuses.Any(static bonus => bonus.Source is not null) && Chance(2) ? [new BonusCapDefinition { Source = "city", Cap = _random.Next(5) }] : [],
        Bands = Chance(2) ? [] : [new() { Code = "low" }, new() { Code = "middle", From = (scheme.Scale ?? 100) * 0.4m }, new() { Code = "high", From = (scheme.Scale ?? 100) * 0.75m }],
    };

    internal IndicatorTable Table(int units)
    {
        var absent = Chance(2) ? 0 : 0.15;
        return IndicatorTable.Create(
            EquatableArray.From(Enumerable.Range(0, units).Select(static unit => $"unit-{unit:000}")),
            EquatableArray.From(Indicators.Select(code => new IndicatorColumn(code, EquatableArray.From(Enumerable.Range(0, units).Select(_ => Value(absent)))))));
    }

    internal int Next(int below) => _random.Next(below);

    private bool Chance(int of) => _random.Next(of) == 0;

    private string Code()
    {
        var code = $"n{_codes++}";
        Indicators.Add(code);
        return code;
    }

    private EquatableArray<T> Some<T>(int most, Func<T> create) => EquatableArray.From(Enumerable.Range(0, Chance(2) ? 0 : _random.Next(most + 1)).Select(_ => create()).ToArray());

    private IndicatorValue Value(double absent) => _random.NextDouble() < absent
        ? Chance(2) ? IndicatorValue.Missing : IndicatorValue.Of(new Rate(_random.Next(2), 0))
        : _random.Next(4) switch
        {
            0 => IndicatorValue.Of(new Rate(_random.Next(400), 1 + _random.Next(90))),
            1 => IndicatorValue.Of((decimal)_random.Next(-2, 9)),
            _ => IndicatorValue.Of((_random.Next(1300) - 100) / new[] { 7m, 10m, 100m, 972m }[_random.Next(4)]),
        };

    private AbsenceDefinition Absence()
    {
        var kind = (AbsenceKind)_random.Next(3);
        return new AbsenceDefinition { Kind = kind, Score = kind == AbsenceKind.Fixed ? _random.Next(101) / 100m : null };
    }

    private OutlierDefinition Outliers() => new() { Kind = (OutlierKind)_random.Next(3), Fence = Chance(2) ? null : new[] { 0, 0.5m, 1, 3 }[_random.Next(4)] };

    private AggregateKind Mean() => _means ? (AggregateKind)_random.Next(3) : AggregateKind.Arithmetic;

    private AdjustmentDefinition Adjustment(string? source)
    {
        var plain = Plain(source);
        return plain.Under is null && Chance(2) ? plain with { Over = _random.Next(4) } : plain;
    }

    private AdjustmentDefinition Plain(string? source) => new()
    {
        Code = Code(),
        Points = (1 + _random.Next(30)) / 10m,
        Under = source is null && Chance(5) ? _random.Next(4) : null,
        Per = Chance(2) ? null : new[] { 0.5m, 2, 3 }[_random.Next(3)],
        Cap = Chance(2) ? null : _random.Next(6),
        Source = source,
        IgnoreAbsent = Chance(2),
    };

    private AssessmentNodeDefinition Node(decimal weight, int depth)
    {
        if (depth > 0 && Chance(2))
        {
            var mean = Mean();
            return new AssessmentNodeDefinition
            {
                Code = $"n{_codes++}",
                Weight = weight,
                Aggregate = mean,
                ZeroFloor = mean != AggregateKind.Arithmetic && Chance(2) ? 0.1m : null,
                Missing = Chance(6) ? Absence() : null,
                Undefined = Chance(6) ? Absence() : null,
                Outliers = Chance(8) ? Outliers() : null,
                Children = EquatableArray.From(RandomWeights.Of(_random, 1 + _random.Next(4)).Select(share => Node(share, depth - 1)).ToArray()),
            };
        }

        return Chance(7)
            ? new AssessmentNodeDefinition { Code = $"n{_codes++}", Weight = weight, Deductions = [Adjustment(null), Adjustment(null)] }
            : Leaf(weight);
    }

    private AssessmentNodeDefinition Leaf(decimal weight)
    {
        var up = Chance(2);
        decimal low = _random.Next(5), high = low + 1 + _random.Next(90);
        NormalisationDefinition how = _random.Next(11) switch
        {
            0 => new() { Kind = "fraction-of-maximum", Maximum = high },
            1 => new() { Kind = "fraction-of-maximum" },
            2 => new() { Kind = "min-max", Minimum = low / 10, Maximum = high },
            3 => new() { Kind = "min-max" },
            4 => new() { Kind = "target", Target = up ? high : low, Baseline = up ? low : high },
            5 => new() { Kind = "step", Steps = [new() { Score = up ? 0 : 1 }, new() { From = low, Score = 0.4m }, new() { From = high, Score = up ? 1 : 0.3m }] },
            6 => new() { Kind = "interval", Minimum = low - _random.Next(3), Low = low, High = high, Maximum = high + _random.Next(20) },
            7 => new() { Kind = "reference", Reference = low, Tolerance = high },
            8 => new() { Kind = "rank" },
            9 => new() { Kind = "percentile-rank" },
            _ => new() { Kind = "z-score", Spread = 1 + _random.Next(3) },
        };
        return new AssessmentNodeDefinition
        {
            Code = Code(),
            Weight = weight,
            Direction = how.Kind is "interval" or "reference" ? null : up ? IndicatorDirection.Up : IndicatorDirection.Down,
            Normalise = how,
        };
    }
}
