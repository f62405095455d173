using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Benchmarks.Assessment;

/// <summary><see cref="Size"/> grid workers × 12 rates, scored by the scheme of the quickstart with seven more indicators beside its own five; then ranked
/// within groups of forty.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks : IGateBenchmark
{
    private const int GroupSize = 40;

    private static readonly string[] More =
        ["on-time-disposal-rate", "late-closure-rate", "on-time-filing-rate", "on-time-dispatch-rate", "missed-report-rate", "extension-rate", "escalation-rate"];

    private AssessmentScheme _scheme = null!;
    private IndicatorTable _table = null!;
    private Scorecards _cards = null!;
    private int[] _groups = [];
    private DecimalObjects.Worker[] _workers = [];
    private (DecimalObjects.Worker Worker, decimal Score)[] _scored = [];
    private DecimalObjects.Leaf[] _leaves = [];

    /// <summary>Gets or sets the workers.</summary>
    [Params(330_000)]
    public int Size { get; set; } = 330_000;

    /// <summary>Draws the rates, and holds every score against the reference's, digit by digit.</summary>
    /// <exception cref="InvalidOperationException">A score differs.</exception>
    [GlobalSetup]
    public void Setup()
    {
        var definition = Quickstart();
        _scheme = Compile(definition with { Children = [Widened(definition.Children[0]), .. definition.Children.Skip(1)] });
        var random = new RandomStreams(1).Stream("rates");
        var rates = new Rate[_scheme.Indicators.Count][];
        for (var column = 0; column < rates.Length; column++)
        {
            rates[column] = new Rate[Size];
            for (var unit = 0; unit < Size; unit++)
            {
                var of = 1 + random.NextInt32(400);
                rates[column][unit] = new Rate(of - Math.Min(of, random.NextInt32(1 + (of / 3))), of);
            }
        }

        _table = IndicatorTable.Create(
            EquatableArray.From(Enumerable.Range(0, Size).Select(static unit => $"worker-{unit}")),
            EquatableArray.From(_scheme.Indicators.Select((code, column) => new IndicatorColumn(code, EquatableArray.From(rates[column].Select(IndicatorValue.Of))))));
        _groups = [.. Enumerable.Range(0, Size).Select(static unit => unit / GroupSize)];
        _workers = [.. _table.Units.Select((unit, i) => new DecimalObjects.Worker(unit, _groups[i], [.. rates.Select(column => column[i].Value!.Value)]))];
        _leaves = Leaves(_scheme);
        _cards = _scheme.Score(_table);
        Compare(_cards, DecimalObjects.Score(_workers, _leaves));
        _scored = [.. _workers.Select((worker, i) => (worker, _cards.ScoreOf(i)!.Value))];
    }

    /// <summary>The library, twelve leaves.</summary>
    [Benchmark]
    public long Score() => Checksum(_scheme.Score(_table));

    /// <summary>LINQ over decimals, twelve leaves.</summary>
    [Benchmark(Baseline = true)]
    public long ScoreWithLinq() => Checksum(DecimalObjects.Score(_workers, _leaves));

    /// <summary>The library, ranks within groups.</summary>
    [Benchmark]
    public long RankWithin()
    {
        var ranking = _cards.RankWithin(_groups, (Size + GroupSize - 1) / GroupSize);
        var sum = 0L;
        for (var unit = 0; unit < Size; unit++)
        {
            sum += (unit % 7) * (long)ranking.RankOf(unit)!.Value;
        }

        return sum;
    }

    /// <summary>LINQ, ranks within groups.</summary>
    [Benchmark]
    public long RankWithinWithLinq()
    {
        var ranks = DecimalObjects.RankWithin(_scored);
        var sum = 0L;
        for (var unit = 0; unit < Size; unit++)
        {
            sum += (unit % 7) * (long)ranks[unit];
        }

        return sum;
    }

    private static AssessmentSchemeDefinition Quickstart()
    {
        using var stream = typeof(ScoringBenchmarks).Assembly.GetManifestResourceStream("grid-workers.json")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return GovernanceJson.Read<AssessmentSchemeDefinition>(content.ToArray(), "grid-workers.json").Value!;
    }

    // The four indicators of the component keep their normalisations; eleven weights share what four had.
    private static AssessmentNodeDefinition Widened(AssessmentNodeDefinition component) => component with
    {
        Children =
        [
            .. component.Children.Select(static leaf => leaf with { Weight = 0.1m }),
            .. More.Select(static (code, i) => new AssessmentNodeDefinition
            {
                Code = code,
                Weight = i < 5 ? 0.1m : 0.05m,
                Normalise = i % 2 == 0
                    ? new NormalisationDefinition { Kind = "fraction-of-maximum", Maximum = 1 }
                    : new NormalisationDefinition { Kind = "min-max", Minimum = 0.25m, Maximum = 0.9m },
            }),
        ],
    };

    private static AssessmentScheme Compile(AssessmentSchemeDefinition definition)
    {
        var scheme = AssessmentScheme.Compile(definition, out var report);
        report.EnsureNoErrors();
        return scheme!;
    }

    private DecimalObjects.Leaf[] Leaves(AssessmentScheme scheme) => [.. scheme.Leaves.Select(leaf =>
    {
        var how = Definitions(scheme.Definition.Children).First(node => string.Equals(node.Code, leaf.Code, StringComparison.Ordinal)).Normalise!;
        var (low, high) = how.Kind == "target" ? (how.Baseline!.Value, how.Target!.Value) : (how.Minimum ?? 0, how.Maximum!.Value);
        var (zero, full) = leaf.Direction == IndicatorDirection.Up || how.Kind == "target" ? (low, high) : (high, low);
        return new DecimalObjects.Leaf(_scheme.Indicators.ToList().IndexOf(leaf.Code), scheme.Scale * leaf.ShareOfScheme, zero, full - zero);
    })];

    private static IEnumerable<AssessmentNodeDefinition> Definitions(IEnumerable<AssessmentNodeDefinition> nodes) =>
        nodes.SelectMany(static node => Definitions(node.Children).Prepend(node));

    private static void Compare(Scorecards cards, decimal[] reference)
    {
        for (var unit = 0; unit < reference.Length; unit++)
        {
            // Without trailing zeros a number has one form: equal to the bit.
            if (!decimal.GetBits(cards.ScoreOf(unit)!.Value).AsSpan().SequenceEqual(decimal.GetBits(reference[unit] / 1.0000000000000000000000000000m)))
            {
                throw new InvalidOperationException($"Worker {unit} must have {reference[unit]}, but has {cards.ScoreOf(unit)}.");
            }
        }
    }

    private static long Checksum(Scorecards cards)
    {
        var sum = 0m;
        for (var unit = 0; unit < cards.Count; unit++)
        {
            sum += cards.ScoreOf(unit)!.Value;
        }

        return (long)(sum * 1_000_000);
    }

    private static long Checksum(decimal[] scores)
    {
        var sum = 0m;
        foreach (var score in scores)
        {
            sum += score;
        }

        return (long)(sum * 1_000_000);
    }
}
