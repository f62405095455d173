namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Puts the shares of a study together.</summary>
internal static class ResultMerge
{
    internal static ExperimentResult Merge(IEnumerable<ExperimentResult> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var parts = shares
            .OrderBy(static share => share.Manifest.Replications.First).ThenBy(static share => share.Manifest.Replications.Last).ToArray();
        if (parts.Length == 0)
        {
            throw new ArgumentException("Expected at least one share of a study, but found none.", nameof(shares));
        }

        var first = parts[0].Manifest;
        for (var i = 1; i < parts.Length; i++)
        {
            Check(first, parts[i - 1].Manifest.Replications, parts[i].Manifest);
        }

        if (parts.Length == 1)
        {
            return parts[0];
        }

        double?[][] values = [.. parts.SelectMany(static share => share.Values)];
        var whole = new ReplicationRange(first.Replications.First, parts[^1].Manifest.Replications.Last);
        return new ExperimentResult(first with { Replications = whole, ResultHash = ResultHash.Of(values) }, values);
    }

    private static void Check(ExperimentManifest first, ReplicationRange before, ExperimentManifest next)
    {
        if (first.DifferencesFrom(next) is { Count: > 0 } differences)
        {
            throw new ArgumentException(
                $"Shares of one study must be of one experiment, but {first.Replications} and {next.Replications} are not. {string.Join(' ', differences)}", nameof(next));
        }

        if (first.Precision is not null || next.Precision is not null)
        {
            throw new ArgumentException(
                $"Shares of one study must have a given number of replications, but \"{next.Name}\" {next.Replications} ended by its precision.", nameof(next));
        }

        if (next.Replications.First <= before.Last)
        {
            throw new ArgumentException($"Shares of one study must not overlap, but {before} and {next.Replications} do.", nameof(next));
        }

        if (next.Replications.First > before.Last + 1)
        {
            throw new ArgumentException(
                $"Shares of one study must lie side by side, but between {before} and {next.Replications} the replications {new ReplicationRange(before.Last + 1, next.Replications.First - 1)} are missing.",
                nameof(next));
        }
    }
}
