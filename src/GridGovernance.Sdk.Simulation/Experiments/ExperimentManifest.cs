using System.Reflection;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Everything that a result depends on, and the hash of the result: enough to rerun an experiment and to know that it came out alike.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ExperimentManifest
{
    private const int MostShown = 100;

    /// <summary>The generator, the way from a name to a stream and the distributions: a change of any of them that moves a single bit changes this text.</summary>
    public const string CurrentGenerator = "xoshiro256**/1";

    /// <summary>Gets the version of this library.</summary>
    public static string CurrentVersion { get; } =
        typeof(ExperimentManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Gets the name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the version of the library that ran it.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the generator that it drew from.</summary>
    public required string Generator { get; init; }

    /// <summary>Gets the seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets a value indicating whether all scenarios of a replication got the same random streams.</summary>
    public required bool HasCommonRandomNumbers { get; init; }

    /// <summary>Gets the replications that were run.</summary>
    public required ReplicationRange Replications { get; init; }

    /// <summary>Gets the precision that ended the experiment; null when the number of replications was given.</summary>
    public PrecisionTarget? Precision { get; init; }

    /// <summary>Gets the metrics in their order.</summary>
    public required EquatableArray<string> Metrics { get; init; }

    /// <summary>Gets the scenarios in their order.</summary>
    public required EquatableArray<ScenarioEntry> Scenarios { get; init; }

    /// <summary>Gets what all scenarios read.</summary>
    public required EquatableArray<ExperimentInput> Inputs { get; init; }

    /// <summary>Gets the SHA-256 of all values, bit for bit.</summary>
    public required ContentHash ResultHash { get; init; }

    /// <summary>Says in which points another manifest is of another experiment; replications, precision and results aside.</summary>
    /// <param name="other">The other manifest.</param>
    /// <returns>One sentence a point, in a fixed order; empty when both are of one experiment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public EquatableArray<string> DifferencesFrom(ExperimentManifest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var found = new List<string>();
        Compare("name", Name, other.Name);
        Compare("version", Version, other.Version);
        Compare("generator", Generator, other.Generator);
        Compare("seed", Seed, other.Seed);
        Compare("common random numbers", HasCommonRandomNumbers, other.HasCommonRandomNumbers);
        Compare("metrics", Metrics, other.Metrics);
        CompareParts("scenario", Scenarios.Select(static one => (one.Code, one.Text)), other.Scenarios.Select(static one => (one.Code, one.Text)));
        CompareParts("input", Inputs.Select(static one => (one.Name, one.Hash.ToString())), other.Inputs.Select(static one => (one.Name, one.Hash.ToString())));
        return EquatableArray.From(found);

        void Compare<T>(string what, T mine, T others)
        {
            if (!EqualityComparer<T>.Default.Equals(mine, others))
            {
                Tell(what, mine, others);
            }
        }

        void Tell<T>(string what, T mine, T others) => found.Add(FormattableString.Invariant($"The {what} is expected to be \"{mine}\", but is \"{others}\"."));

        void CompareParts(string what, IEnumerable<(string Name, string Content)> mine, IEnumerable<(string Name, string Content)> others)
        {
            var (left, right) = (mine.ToList(), others.ToList());
            Compare($"list of {what}s", string.Join(", ", left.Select(static one => one.Name)), string.Join(", ", right.Select(static one => one.Name)));
            foreach (var (name, content) in left)
            {
                if (right.Exists(one => one.Name == name) && right.Find(one => one.Name == name).Content is var theirs && theirs != content)
                {
                    var at = content.AsSpan().CommonPrefixLength(theirs);
                    Tell($"{what} \"{name}\"", Around(content, at), Around(theirs, at));
                }
            }
        }
    }

    // Two long texts that part somewhere are told apart by where they part: a line at most, not both of them whole.
    private static string Around(string text, int at)
    {
        if (text.Length <= MostShown)
        {
            return text;
        }

        var start = Math.Max(at - MostShown, text.AsSpan(0, at).LastIndexOf('\n') + 1);
        var line = text.AsSpan(at).IndexOf('\n');
        var end = line < 0 ? Math.Min(text.Length, at + MostShown) : at + Math.Min(line, MostShown);
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }
}
