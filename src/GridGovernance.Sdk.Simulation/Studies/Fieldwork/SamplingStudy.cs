using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>Sampling a town in a day (核酸采样): everybody is called, comes, waits in line at a site and is sampled.</summary>
/// <remarks>Lines are first come, first served, and the first free lane takes the next; a site stays open until its line is empty.</remarks>
public static class SamplingStudy
{
    /// <summary>Gets the hours that 通江县 took for 130,000 people (S4-16).</summary>
    public const int ArticleHours = 7;

    /// <summary>Gets the measures.</summary>
    public static EquatableArray<StudyMeasure> Measures { get; } =
    [
        new("hours-to-all", new("Until the last person is sampled", "全部采样完成"), "hours"),
        new("sampled-in-7-hours", new("Sampled within 7 hours", "7小时内采样率"), "share"),
        new("people-per-hour", new("People sampled an hour", "每小时采样人数"), "people"),
        new("wait-mean", new("Mean wait in line", "平均排队时间"), "minutes"),
        new("wait-95", new("Wait that 95 % do not exceed", "95%排队时间上限"), "minutes"),
        new("longest-line", new("Longest line at a site", "最长队伍"), "people"),
    ];

    /// <summary>Returns a scenario as an experiment has it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="parameters">The parameters.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> or <paramref name="parameters"/> is null.</exception>
    public static Scenario<SamplingParameters> As(string code, SamplingParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(parameters);
        return new(code, parameters, StudyJson.TextOf(parameters));
    }

    /// <summary>Runs one replication: the model of an experiment.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="replication">The random numbers, and the place for the measures.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A parameter is outside its range; the message names all that are.</exception>
    public static void Run(SamplingParameters parameters, Replication replication)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(replication);
        Check(parameters);
        var sites = Arrivals(parameters, replication.Streams);
        var (last, inTime, longest, waits) = (0L, 0, 0, new List<long>(parameters.People));
        for (var site = 0; site < sites.Length; site++)
        {
            var lanes = new PriorityQueue<long, long>(Enumerable.Repeat((0L, 0L), Math.Min(parameters.LanesPerSite, sites[site].Count)));
            var begun = new Queue<long>();
            sites[site].Sort();
            foreach (var (at, person) in sites[site])
            {
                lanes.TryDequeue(out var free, out _);
                var begin = Math.Max(at, free);
                var end = begin + (int)Math.Round(replication.Streams.Stream("sampling/service", person).NextExponential(parameters.SecondsPerPerson));
                lanes.Enqueue(end, end);
                while (begun.Count > 0 && begun.Peek() <= at)
                {
                    begun.Dequeue();
                }

                begun.Enqueue(begin);
                longest = Math.Max(longest, begin > at ? begun.Count : 0);
                waits.Add(begin - at);
                last = Math.Max(last, end);
                inTime += end <= ArticleHours * 3_600 ? 1 : 0;
            }
        }

        waits.Sort();
        replication.Record("hours-to-all", last / 3_600.0);
        replication.Record("sampled-in-7-hours", (double)inTime / parameters.People);
        replication.Record("people-per-hour", last == 0 ? null : parameters.People / (last / 3_600.0));
        replication.Record("wait-mean", waits.Sum() / 60.0 / waits.Count);
        replication.Record("wait-95", waits[NearestRank.PositionOf(95, waits.Count)] / 60.0);
        replication.Record("longest-line", longest);
    }

    /// <summary>Refuses parameters that are outside their ranges; the message names all of them.</summary>
    internal static void Check(SamplingParameters parameters) => new ParameterRanges()
        .Range("people", parameters.People, 1, 20_000_000)
        .Range("sites", parameters.Sites, 1, 100_000)
        .Range("lanesPerSite", parameters.LanesPerSite, 1, 100_000)
        .Range("secondsPerPerson", parameters.SecondsPerPerson, 1, ParameterRanges.SecondsOfDay)
        .Range("calledOverHours", parameters.CalledOverHours, 0, 24 * 366)
        .Range("comesAfterMinutes", parameters.ComesAfterMinutes, 0, ParameterRanges.SecondsOfDay)
        .Range("elsewherePermille", parameters.ElsewherePermille, 0, 1_000)
        .Ensure(nameof(parameters));

    // Calls go out evenly over the hours, person by person; who is called comes a while later.
    private static List<(int At, int Person)>[] Arrivals(SamplingParameters parameters, RandomStreams streams)
    {
        var sites = new List<(int At, int Person)>[parameters.Sites];
        for (var site = 0; site < sites.Length; site++)
        {
            sites[site] = new List<(int At, int Person)>((parameters.People / sites.Length) + 16);
        }

        var stream = streams.Stream("sampling/arrivals");
        for (var person = 0; person < parameters.People; person++)
        {
            var own = person % sites.Length;
            var (goesElsewhere, other) = (stream.NextChance(parameters.ElsewherePermille, 1_000), stream.NextInt32(sites.Length));
            var after = stream.NextInt32((parameters.ComesAfterMinutes * 120) + 1);
            var called = (long)person * parameters.CalledOverHours * 3_600 / parameters.People;
            sites[goesElsewhere ? other : own].Add(((int)called + after, person));
        }

        return sites;
    }
}
