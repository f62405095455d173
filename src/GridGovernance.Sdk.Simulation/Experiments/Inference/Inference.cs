using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Estimates and tests over replications.</summary>
internal static class Inference
{
    /// <summary>Summarises the values of one metric in one scenario, in the order of their replications.</summary>
    internal static MetricSummary Summarise(string scenario, string metric, ReadOnlySpan<double?> values, double confidence)
    {
        var tally = new ObservationTally();
        foreach (var value in values)
        {
            if (value is { } number)
            {
                tally.Add(number);
            }
        }

        return new MetricSummary(
            scenario, metric, (int)tally.Count, values.Length - (int)tally.Count, tally.Mean, tally.StandardDeviation, tally.Minimum, tally.Maximum, tally.IntervalOfMean(confidence));
    }

    /// <summary>Compares the values of two scenarios, pair by pair; the p-value is not yet adjusted.</summary>
    internal static ScenarioComparison Compare(
        (string Code, double?[] Values) scenario, (string Code, double?[] Values) reference, string metric, double confidence, int familySize)
    {
        var (differences, left, right) = (new ObservationTally(), new ObservationTally(), new ObservationTally());
        for (var i = 0; i < scenario.Values.Length; i++)
        {
            if (scenario.Values[i] is { } one && reference.Values[i] is { } other)
            {
                differences.Add(one - other);
                left.Add(one);
                right.Add(other);
            }
        }

        var p = PValue(differences);
        return new ScenarioComparison
        {
            Scenario = scenario.Code,
            Reference = reference.Code,
            Metric = metric,
            Pairs = (int)differences.Count,
            MeanDifference = differences.Mean,
            StandardDeviation = differences.StandardDeviation,
            Interval = differences.IntervalOfMean(1 - ((1 - confidence) / familySize)),
            PValue = p,
            AdjustedPValue = p,
            VarianceRatio = left.Variance + right.Variance is > 0 and var sum ? differences.Variance / sum : null,
            FamilySize = familySize,
            Confidence = confidence,
        };
    }

    private static double? PValue(ObservationTally differences) => differences.StandardDeviation switch
    {
        null => null,
        0 => differences.Mean == 0 ? 1 : 0,
        { } deviation => StudentT.TwoSidedTail(differences.Mean!.Value / (deviation / Math.Sqrt(differences.Count)), differences.Count - 1),
    };
}
