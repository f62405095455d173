using GridGovernance.Sdk.Simulation.Experiments;
using Xunit.Abstractions;

namespace GridGovernance.Sdk.Simulation.Tests.Experiments;

public sealed class FamilyWiseTests(ITestOutputHelper output)
{
    private const int Studies = 1_000;

    // The 99 % limit of Binomial(1000, 5 %).
    private const int MostFalse = 67;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OfAThousandNullStudiesOfFiveScenarios_AtMostSixtySevenShowAFalseDifference(bool hasCommonPart)
    {
        var experiment = new Experiment<int>(
            "null",
            EquatableArray.From(Enumerable.Range(0, 5).Select(static i => new Scenario<int>($"s{i}", i, ""))),
            ["mean"],
            (scenario, replication) =>
            {
                // The same in all scenarios, and what is each one's own.
                var (common, own) = (replication.Streams.Stream("common"), replication.Streams.Stream("own", scenario));
                var sum = 0.0;
                for (var i = 0; i < 8; i++)
                {
                    sum += own.NextExponential(1) * (hasCommonPart ? common.NextExponential(1) : 1);
                }

                replication.Record("mean", sum / 8);
            });
        var (all, control, single) = (0, 0, 0);
        for (var seed = 1; seed <= Studies; seed++)
        {
            var result = experiment.Run(new ExperimentOptions { Seed = seed, Replications = ReplicationRange.FirstOf(12) });
            var family = result.CompareAll("mean");
            all += family.Any(static one => one.IsDifferent) ? 1 : 0;
            control += result.CompareWithControl("s2", "mean").Any(static one => one.IsDifferent) ? 1 : 0;
            single += family.Any(static one => one.PValue <= 0.05) ? 1 : 0;
        }

        output.WriteLine($"{all} of {Studies} show a false difference among all ten pairs, {control} among four against a control, {single} without control of the family");
        Assert.InRange(all, 10, MostFalse);
        Assert.InRange(control, 10, MostFalse);

        // What the family-wise control is for.
        Assert.InRange(single, 200, 400);
    }
}
