using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Tests.Experiments;

public sealed class ExperimentResultTests
{
    // The numbers of a worked example: differences 1, 2, 3, 4, 5.
    private static readonly ExperimentResult Example = Of(
        ("a", [10, 20, 30, 40, 50]), ("b", [11, 22, 33, 44, 55]), ("c", [10, 20, 30, 40, 50]), ("d", [null, 21, null, null, null]), ("e", [11, 21, 31, 41, 51]));

    [Fact]
    public void Summary_OfValues_GivesMeanSpreadAndStudentsInterval()
    {
        var summary = Example.Summary("a", "x");

        Assert.Equal((5, 0, 30.0, 10.0, 50.0), (summary.Count, summary.Missing, summary.Mean, summary.Minimum, summary.Maximum));
        Assert.Equal(Math.Sqrt(250), summary.StandardDeviation!.Value, 1e-12);
        Assert.Equal(2.7764451051977987 * Math.Sqrt(50), summary.Interval!.Value.HalfWidth, 1e-9);
        Assert.Equal(0.95, summary.Interval.Value.Confidence);
        Assert.True(summary.Interval.Value.Contains(30));
        Assert.False(summary.Interval.Value.Contains(summary.Interval.Value.Upper + 1e-9));
        Assert.True(Example.Summary("a", "x", 0.99).Interval!.Value.HalfWidth > summary.Interval.Value.HalfWidth);
    }

    [Fact]
    public void Summary_OfOneValueOrNone_LeavesUndefinedWhatIsNot()
    {
        Assert.Equal(new MetricSummary("d", "x", 1, 4, 21, null, 21, 21, null), Example.Summary("d", "x"));
        Assert.Equal(new MetricSummary("a", "x", 0, 1, null, null, null, null, null), Of(("a", [null])).Summary("a", "x"));
        Assert.Equal(new ConfidenceInterval(3, 3, 0.95), Of(("a", [3, 3, 3])).Summary("a", "x").Interval);
    }

    [Fact]
    public void Compare_OfPairs_IsStudentsPairedTest()
    {
        var comparison = Example.Compare("b", "a", "x");

        Assert.Equal(("b", "a", 5, 3.0, 1), (comparison.Scenario, comparison.Reference, comparison.Pairs, comparison.MeanDifference, comparison.FamilySize));
        Assert.Equal(Math.Sqrt(2.5), comparison.StandardDeviation!.Value, 1e-12);
        Assert.Equal(2.7764451051977987 * Math.Sqrt(0.5), comparison.Interval!.Value.HalfWidth, 1e-9);

        // t = 3/√0.5 with 4 degrees of freedom; the closed form of Abramowitz and Stegun 26.7.4.
        var (t, cos2) = (3 / Math.Sqrt(0.5), 4 / (4 + 18.0));
        var inside = t / Math.Sqrt(4 + (t * t)) * (1 + (cos2 / 2));
        Assert.Equal(1 - inside, comparison.PValue!.Value, 1e-9);
        Assert.Equal(comparison.PValue, comparison.AdjustedPValue);
        Assert.Equal(2.5 / (250 + 302.5), comparison.VarianceRatio!.Value, 1e-12);
        Assert.True(comparison.IsDifferent);
        Assert.False(Example.Compare("b", "a", "x", 0.999).IsDifferent);
    }

    [Fact]
    public void Compare_WithoutAnySpread_IsCertain()
    {
        var same = Example.Compare("c", "a", "x");
        Assert.Equal((0, 1, false, new ConfidenceInterval(0, 0, 0.95)), (same.MeanDifference, same.PValue, same.IsDifferent, same.Interval));

        var apart = Example.Compare("e", "a", "x");
        Assert.Equal((1, 0, true, new ConfidenceInterval(1, 1, 0.95)), (apart.MeanDifference, apart.PValue, apart.IsDifferent, apart.Interval));
    }

    [Fact]
    public void Compare_OfFewerThanTwoPairs_IsUndefined()
    {
        var comparison = Example.Compare("d", "a", "x");

        Assert.Equal((1, 1.0), (comparison.Pairs, comparison.MeanDifference));
        Assert.True(comparison is { Interval: null, PValue: null, AdjustedPValue: null, VarianceRatio: null, IsDifferent: false });
    }

    [Fact]
    public void CompareAll_AdjustsByHolmAndWidensByBonferroni()
    {
        var family = Example.CompareAll("x");
        var alone = Example.Compare("b", "a", "x");
        var first = family[0];

        Assert.Equal(
            ["b-a", "c-a", "d-a", "e-a", "c-b", "d-b", "e-b", "d-c", "e-c", "e-d"],
            family.Select(static one => $"{one.Scenario}-{one.Reference}"));
        Assert.All(family, static one => Assert.Equal(10, one.FamilySize));
        Assert.Equal(alone.PValue, first.PValue);
        Assert.Equal(alone.MeanDifference, first.MeanDifference);
        Assert.Equal(0.995, first.Interval!.Value.Confidence, 1e-12);
        Assert.True(first.Interval.Value.HalfWidth > alone.Interval!.Value.HalfWidth);

        // Two differences are certain (p = 0); the next smallest is taken eight times, and none of those that follow is smaller.
        var defined = family.Where(static one => one.PValue is not null).OrderBy(static one => one.PValue).ToArray();
        Assert.Equal([0, 0], defined.Take(2).Select(static one => one.AdjustedPValue!.Value));
        Assert.Equal(8 * defined[2].PValue!.Value, defined[2].AdjustedPValue!.Value, 1e-15);
        Assert.Equal(defined.Select(static one => one.AdjustedPValue), defined.Select(static one => one.AdjustedPValue).Order());
        Assert.Equal(1, defined[^1].AdjustedPValue);
    }

    [Fact]
    public void CompareWithControl_HoldsEveryOtherScenarioAgainstIt()
    {
        var family = Example.CompareWithControl("b", "x");

        Assert.Equal(["a-b", "c-b", "d-b", "e-b"], family.Select(static one => $"{one.Scenario}-{one.Reference}"));
        Assert.All(family, static one => Assert.Equal(4, one.FamilySize));
        Assert.Equal(-3, family[0].MeanDifference);
        Assert.Empty(Of(("a", [1, 2])).CompareAll("x"));
        Assert.Empty(Of(("a", [1, 2])).CompareWithControl("a", "x"));
    }

    [Fact]
    public void Result_AskedForWhatItHasNot_SaysWhatItHas()
    {
        Assert.Contains("a scenario of the experiment (a, b, c, d, e), but found \"z\"", Message(static () => Example.Summary("z", "x")), StringComparison.Ordinal);
        Assert.Contains("a metric of the experiment (x), but found \"y\"", Message(static () => Example.CompareAll("y")), StringComparison.Ordinal);
        Assert.Contains("(a, b, c, d, e), but found \"z\"", Message(static () => Example.CompareWithControl("z", "x")), StringComparison.Ordinal);
        Assert.Contains("(a, b, c, d, e), but found \"z\"", Message(static () => Example.Compare("a", "z", "x")), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Example.Summary("a", "x", 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Example.CompareAll("x", 0));
    }

    [Theory]
    [InlineData(0.5, false, true)]
    [InlineData(0.3, false, false)]
    [InlineData(0.13, true, true)]
    [InlineData(0.12, true, false)]
    public void IsMetBy_LooksAtTheHalfWidth_OrAtItsShareOfTheMean(double halfWidth, bool isRelative, bool expected)
    {
        // The half-width is 0.449; a relative one is shortened to γ/(1 + γ) of the mean 4.
        var summary = Of(("a", [3.9, 4.0, 4.1, 4.0, 4.0, 4.0, 5.0, 3.0])).Summary("a", "x");

        Assert.Equal(0.4491, summary.Interval!.Value.HalfWidth, 1e-4);
        Assert.Equal(expected, new PrecisionTarget("x", halfWidth, isRelative).IsMetBy(summary));
        Assert.False(new PrecisionTarget("x", 100).IsMetBy(summary with { Interval = null }));
    }

    [Fact]
    public void PrecisionTarget_WithoutAWidthOrAName_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PrecisionTarget("x", 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PrecisionTarget("x", double.NaN));
        Assert.Throws<ArgumentException>(static () => new PrecisionTarget("", 1));
    }

    internal static ExperimentResult Of(params (string Code, double?[] Values)[] scenarios) => new Experiment<int>(
            "example",
            EquatableArray.From(scenarios.Select(static (scenario, i) => new Scenario<int>(scenario.Code, i, ""))),
            ["x"],
            (scenario, replication) => replication.Record("x", scenarios[scenario].Values[replication.Number - 1]))
        .Run(new ExperimentOptions { Seed = 1, Replications = ReplicationRange.FirstOf(scenarios[0].Values.Length) });

    private static string Message(Func<object?> act) => Assert.Throws<ArgumentException>(act).Message;
}
