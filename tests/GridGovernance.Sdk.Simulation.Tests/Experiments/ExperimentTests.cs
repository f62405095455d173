using System.Globalization;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Simulation.Tests.Experiments;

public sealed class ExperimentTests
{
    [Theory]
    [InlineData(1, "zh-CN")]
    [InlineData(2, "zh-CN")]
    [InlineData(1, "en-US")]
    [InlineData(2, "en-US")]
    [InlineData(1, "tr-TR")]
    [InlineData(2, "tr-TR")]
    [InlineData(7, "de-DE")]
    public void Run_OnAnyThreadsAndInAnyCulture_GivesTheSameBits(int parallelism, string culture)
    {
        var expected = SampleExperiment.Text(SampleExperiment.Create().Run(SampleExperiment.Options()));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, SampleExperiment.Text(SampleExperiment.Create().Run(SampleExperiment.Options(parallelism: parallelism))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Run_OfASeed_GivesPinnedValues()
    {
        // Whoever changes them changes every published study, and CurrentGenerator with it. The numbers come from a second implementation, in Python.
        var result = SampleExperiment.Create().Run(SampleExperiment.Options(last: 2));

        Assert.Equal("2.0565696951273154 3.0016039239043564", string.Join(' ', result.ValuesOf("low", "sum").Select(value => value?.ToString("R", CultureInfo.InvariantCulture))));
    }

    [Property(MaxTest = 40)]
    public void Merge_OfAnySplit_IsTheWholeBitForBit(byte[] cuts)
    {
        var ends = cuts.Select(static cut => (cut % 12) + 1).Append(12).Distinct().Order().ToArray();
        var experiment = SampleExperiment.Create();
        var shares = ends.Select((last, i) => experiment.Run(SampleExperiment.Options(i == 0 ? 1 : ends[i - 1] + 1, last))).ToArray();

        Array.Reverse(shares);
        var merged = ExperimentResult.Merge(shares.Select(share => ExperimentJson.ReadResult(ExperimentJson.WriteResult(share), "share.json")));

        Assert.Equal(SampleExperiment.Text(experiment.Run(SampleExperiment.Options())), SampleExperiment.Text(merged));
    }

    [Fact]
    public void Merge_OfSharesThatDoNotFit_SaysWhy()
    {
        var experiment = SampleExperiment.Create();
        var first = experiment.Run(SampleExperiment.Options(1, 4));

        Refused("must not overlap, but 1..4 and 4..6 do", first, experiment.Run(SampleExperiment.Options(4, 6)));
        Refused("the replications 5..6 are missing", first, experiment.Run(SampleExperiment.Options(7, 8)));
        Refused("The seed is expected to be \"20260101\", but is \"7\"", first, experiment.Run(SampleExperiment.Options(5, 6) with { Seed = 7 }));
        Refused("The name is expected to be \"sums\", but is \"other\"", first, SampleExperiment.Create("other").Run(SampleExperiment.Options(5, 6)));
        Refused("common random numbers", first, experiment.Run(SampleExperiment.Options(5, 6) with { HasCommonRandomNumbers = false }));
        Refused("ended by its precision", first, experiment.Run(SampleExperiment.Options(1, 6) with { Precision = new PrecisionTarget("sum", 100) }));
        Refused("The version is expected to be", first, Elsewhere(experiment.Run(SampleExperiment.Options(5, 6))));
        Refused("found none");

        static ExperimentResult Elsewhere(ExperimentResult result) => ExperimentJson.ReadResult(
            System.Text.Encoding.UTF8.GetBytes(SampleExperiment.Text(result).Replace(ExperimentManifest.CurrentVersion, "0.0.1", StringComparison.Ordinal)), "share.json");
    }

    [Fact]
    public void Rerun_OfItsManifest_GivesTheSameBits()
    {
        var experiment = SampleExperiment.Create();
        var result = experiment.Run(SampleExperiment.Options(3, 9) with { HasCommonRandomNumbers = false });
        var manifest = ExperimentJson.ReadManifest(ExperimentJson.WriteManifest(result.Manifest), "manifest.json");

        Assert.Equal(result.Manifest, manifest);
        Assert.Equal(SampleExperiment.Text(result), SampleExperiment.Text(experiment.Rerun(manifest, parallelism: 2)));
    }

    [Fact]
    public void Rerun_OfAnotherExperimentOrOtherValues_IsRefused()
    {
        var experiment = SampleExperiment.Create();
        var manifest = experiment.Run(SampleExperiment.Options()).Manifest;

        Assert.Contains(
            "The scenario \"middle\" is expected to be \"draws=4\", but is \"draws=3\".",
            Assert.Throws<ArgumentException>(() => experiment.Rerun(manifest with
            {
                Scenarios = [manifest.Scenarios[0], new("middle", "draws=4"), manifest.Scenarios[2]],
            })).Message,
            StringComparison.Ordinal);
        Assert.Contains("generator", Assert.Throws<ArgumentException>(() => experiment.Rerun(manifest with { Generator = "dice" })).Message, StringComparison.Ordinal);
        Assert.Equal(manifest, experiment.Rerun(manifest with { Version = "0.0.1" }).Manifest);
        Assert.Contains("input \"a table\"", Assert.Throws<ArgumentException>(() => experiment.Rerun(manifest with { Inputs = [new("a table", ContentHash.Of(""u8))] })).Message, StringComparison.Ordinal);
        Assert.Contains("hash", Assert.Throws<InvalidOperationException>(() => experiment.Rerun(manifest with { ResultHash = ContentHash.Of(""u8) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithAPrecision_AddsReplicationsUntilItIsMet()
    {
        var experiment = SampleExperiment.Create();
        var options = SampleExperiment.Options(last: 5) with { Precision = new PrecisionTarget("sum", 0.1, isRelative: true) { Step = 7 } };
        var result = experiment.Run(options);
        var manifest = result.Manifest;

        Assert.True(result.Meets(options.Precision));
        Assert.Equal(0, (manifest.Replications.Last - 5) % 7);
        Assert.False(experiment.Run(SampleExperiment.Options(last: manifest.Replications.Last - 7)).Meets(options.Precision));
        Assert.Equal(SampleExperiment.Text(result), SampleExperiment.Text(experiment.Run(options with { Parallelism = 2 })));
        Assert.Equal(SampleExperiment.Text(result), SampleExperiment.Text(experiment.Rerun(manifest)));
        Assert.Equal(10, experiment.Run(options with { Precision = options.Precision with { MaximumReplications = 10 } }).Manifest.Replications.Last);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_WhenTheModelThrows_NamesTheFirstReplicationThatFailed(int parallelism)
    {
        var experiment = new Experiment<int>("faulty", [new("a", 1, ""), new("b", 2, "")], ["x"], static (value, replication) =>
        {
            if (replication.Number >= 3 && value == 2)
            {
                throw new InvalidDataException("no such grid");
            }
        });

        var exception = Assert.Throws<ReplicationException>(() => experiment.Run(SampleExperiment.Options(parallelism: parallelism)));

        Assert.Equal((3, "b"), (exception.Replication, exception.Scenario));
        Assert.StartsWith("Replication 3 of scenario \"b\" (streams of seed ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("failed: no such grid", exception.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidDataException>(exception.InnerException);
        Assert.Equal(new RandomStreams(20260101).Branch("replication", 3).Seed, exception.Seed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_WhenCancelled_Stops(int parallelism)
    {
        using var source = new CancellationTokenSource();
        var experiment = new Experiment<int>("endless", [new("a", 1, "")], ["x"], (_, replication) =>
        {
            source.Cancel();
            replication.Cancellation.ThrowIfCancellationRequested();
        });

        Assert.ThrowsAny<OperationCanceledException>(() => experiment.Run(SampleExperiment.Options(parallelism: parallelism), cancellation: source.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_TellsItsProgress_RunByRun(int parallelism)
    {
        var told = new Listener();
        SampleExperiment.Create().Run(SampleExperiment.Options(parallelism: parallelism), told);

        Assert.Equal(Enumerable.Range(1, 36).Select(static done => new ExperimentProgress(done, 36)), told.Reports);
    }

    [Fact]
    public void Streams_WithCommonRandomNumbers_AreAlikeInAllScenariosAndElseNot()
    {
        var experiment = new Experiment<int>("luck", [new("a", 1, ""), new("b", 2, "")], ["x"], static (_, replication) =>
            replication.Record("x", replication.Streams.Stream("luck").NextDouble()));
        var common = experiment.Run(SampleExperiment.Options());
        var apart = experiment.Run(SampleExperiment.Options() with { HasCommonRandomNumbers = false });

        Assert.Equal(common.ValuesOf("a", "x"), common.ValuesOf("b", "x"));
        Assert.NotEqual(apart.ValuesOf("a", "x"), apart.ValuesOf("b", "x"));
        Assert.Equal(12, common.ValuesOf("a", "x").Distinct().Count());
    }

    [Fact]
    public void Experiment_WithoutNamesOrWithOneTwice_IsRefused()
    {
        Scenario<int> one = new("a", 1, "");

        Refused("at least one scenario", [], ["m"], []);
        Refused("at least one metric", [one], [], []);
        Refused("every scenario once, but \"a\" stands twice", [one, one], ["m"], []);
        Refused("every metric once, but \"m\" stands twice", [one], ["m", "m"], []);
        Refused("a name for every metric", [one], [""], []);
        Refused("every input once", [one], ["m"], [new("i", default), new("i", default)]);

        static void Refused(string why, EquatableArray<Scenario<int>> scenarios, EquatableArray<string> metrics, EquatableArray<ExperimentInput> inputs) =>
            Assert.Contains(why, Assert.Throws<ArgumentException>(() => new Experiment<int>("x", scenarios, metrics, static (_, _) => { }, inputs)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithOptionsThatDoNotFit_IsRefused()
    {
        var experiment = SampleExperiment.Create();
        var precision = new PrecisionTarget("sum", 1);

        Assert.Contains("parallelism from 1", Message(() => experiment.Run(SampleExperiment.Options(parallelism: 0))), StringComparison.Ordinal);
        Assert.Contains("cannot be shared", Message(() => experiment.Run(SampleExperiment.Options(2, 4) with { Precision = precision })), StringComparison.Ordinal);
        Assert.Contains("(sum, rare), but found \"wait\"", Message(() => experiment.Run(SampleExperiment.Options() with { Precision = new("wait", 1) })), StringComparison.Ordinal);
        Assert.Contains("a step from 1", Message(() => experiment.Run(SampleExperiment.Options() with { Precision = precision with { Step = 0 } })), StringComparison.Ordinal);
        Assert.Contains("a step from 1", Message(() => experiment.Run(SampleExperiment.Options() with { Precision = precision with { MaximumReplications = 1 } })), StringComparison.Ordinal);
        Assert.Contains("a step from 1", Message(() => experiment.Run(SampleExperiment.Options() with { Precision = precision with { Confidence = 1 } })), StringComparison.Ordinal);
    }

    [Fact]
    public void Record_OfWhatIsNoMetric_IsRefused()
    {
        Assert.Contains("but found \"y\"", Failure(static replication => replication.Record("y", 1)), StringComparison.Ordinal);
        Assert.Contains("finite value", Failure(static replication => replication.Record("x", double.NaN)), StringComparison.Ordinal);
        Assert.Contains("once in a replication", Failure(static replication =>
        {
            replication.Record("x", null);
            replication.Record("x", 1);
        }), StringComparison.Ordinal);
    }

    [Fact]
    public void RecordAfterWarmUp_OfASeries_RecordsTheMeanOfWhatFollowsTheWarmUp()
    {
        double[] series = [.. Enumerable.Repeat(50.0, 20), .. Enumerable.Range(0, 200).Select(static i => (double)(i % 2))];
        var experiment = new Experiment<int>("series", [new("long", 220, ""), new("short", 12, "")], ["x"], (length, replication) =>
            Assert.Equal(length == 220 ? 20 : null, replication.RecordAfterWarmUp("x", series.AsSpan(0, length)).Observations));
        var result = experiment.Run(SampleExperiment.Options(1, 1));

        Assert.Equal(0.5, result.ValuesOf("long", "x")[0]);
        Assert.Null(result.ValuesOf("short", "x")[0]);
        Assert.Contains("finite observations", Failure(static replication => replication.RecordAfterWarmUp("x", [1, double.NaN])), StringComparison.Ordinal);
    }

    private static string Failure(Action<Replication> act) => Assert.Throws<ReplicationException>(() =>
        new Experiment<int>("x", [new("a", 1, "")], ["x"], (_, replication) => act(replication)).Run(SampleExperiment.Options())).Message;

    private static string Message(Action act) => Assert.Throws<ArgumentException>(act).Message;

    private static void Refused(string why, params ExperimentResult[] shares) => Assert.Contains(why, Message(() => ExperimentResult.Merge(shares)), StringComparison.Ordinal);

    private sealed class Listener : IProgress<ExperimentProgress>
    {
        internal List<ExperimentProgress> Reports { get; } = [];

        public void Report(ExperimentProgress value) => Reports.Add(value);
    }
}
