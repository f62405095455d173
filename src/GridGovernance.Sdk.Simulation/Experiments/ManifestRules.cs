namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>What makes an experiment and its options sound.</summary>
internal static class ManifestRules
{
    internal const int MostRuns = 10_000_000;

    internal static void CheckNames(IEnumerable<string?> names, string what, bool isRequired)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (string.IsNullOrEmpty(name))
            {
                throw new ArgumentException($"Expected a name for every {what}, but found one without.", nameof(names));
            }

            if (!seen.Add(name))
            {
                throw new ArgumentException($"Expected every {what} once, but \"{name}\" stands twice.", nameof(names));
            }
        }

        if (isRequired && seen.Count == 0)
        {
            throw new ArgumentException($"Expected at least one {what}, but found none.", nameof(names));
        }
    }

    internal static void Check(ExperimentOptions options, NameIndex metrics, int scenarios)
    {
        if (options.Parallelism < 1)
        {
            throw new ArgumentException($"Expected a parallelism from 1, but found {options.Parallelism}.", nameof(options));
        }

        if ((long)options.Replications.Count * scenarios > MostRuns)
        {
            throw new ArgumentException($"Expected at most {MostRuns} runs (replications × scenarios), but found {options.Replications} of {scenarios} scenarios.", nameof(options));
        }

        if ((long)(options.Precision?.MaximumReplications ?? 0) * scenarios > MostRuns)
        {
            throw new ArgumentException(
                $"\"maximumReplications\" of a precision should be at most {MostRuns / scenarios} for {scenarios} scenarios, {MostRuns} runs in all, but is {options.Precision!.MaximumReplications}.", nameof(options));
        }

        if (options.Precision is not { } target)
        {
            return;
        }

        _ = metrics.IndexOf(target.Metric);
        if (options.Replications.First != 1)
        {
            throw new ArgumentException($"An experiment that ends by precision cannot be shared: expected replications from 1, but found {options.Replications}.", nameof(options));
        }

        if (target.Step < 1 || target.MaximumReplications < 2 || target.Confidence is not (> 0 and < 1))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected a precision with a step from 1, at least 2 replications and a confidence between 0 and 1, but found {target.Step}, {target.MaximumReplications} and {target.Confidence}."),
                nameof(options));
        }
    }
}
