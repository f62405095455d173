using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Fieldwork;

/// <summary>A notice as lists of lines "household, minute": who was reached when and who acts next is looked up by reading all of it. Written from the words of the documentation.</summary>
internal sealed class NaiveBroadcast(IReadOnlyCollection<string> households, Instant due, Seat issuer, string[] channels)
{
    private readonly List<(string Household, Instant At)> _lines = [];
    private readonly List<(Seat Seat, Instant At)> _told = [(issuer, Instant.MinValue)];
    private readonly List<(string Household, string Channel, Seat By, Instant At)> _failures = [];

    public Instant? EndedAt { get; set; }

    public void Reached(IEnumerable<string> ids, Instant at) => _lines.AddRange(ids.Select(id => (id, at)));

    public void Told(Seat seat, Instant at) => _told.Add((seat, at));

    public void Failed(IEnumerable<string> ids, string channel, Seat by, Instant at) => _failures.AddRange(ids.Select(id => (id, channel, by, at)));

    public Instant? When(string household, Instant upTo)
    {
        var times = _lines.Where(line => line.Household == household && line.At <= upTo).Select(static line => line.At).ToArray();
        return times.Length == 0 ? null : times.Min();
    }

    public string[] ReachedBy(Instant at) => [.. households.Where(household => When(household, at) is not null)];

    public string[] MissedAt(Instant at) => [.. households.Where(household => When(household, at) is null)];

    public string[] LateAt(Instant at) => [.. households.Where(household => When(household, at) > due)];

    /// <summary>From the issue to the last household, to the end of the notice, or to the instant.</summary>
    public Duration ElapsedAt(Instant at, Instant issuedAt)
    {
        var reached = ReachedBy(at);
        var last = reached.Length == households.Count ? reached.Max(household => When(household, at)) : EndedAt <= at ? EndedAt : at;
        return last!.Value - issuedAt;
    }

    /// <summary>Who acts next for a missing household: hands the notice to somebody, or tries a channel; all null where nobody is left.</summary>
    public (Seat? By, Seat? To, string? Channel) NextFor(string household, Seat[] chain, Instant at)
    {
        var told = _told.Where(one => one.At <= at).Select(static one => one.Seat).ToHashSet();
        if (chain.Length == 0)
        {
            return default;
        }

        // The lowest of the chain who has the notice hands it to the one below.
        var holder = chain.Last(told.Contains);
        if (holder != chain[^1])
        {
            return (holder, chain[Array.IndexOf(chain, holder) + 1], null);
        }

        // Who stands last tries the channels one after the other; then the others above try the last one.
        var failures = _failures.Where(one => one.Household == household && one.At <= at).ToArray();
        foreach (var channel in channels)
        {
            if (!Array.Exists(failures, one => one.Channel == channel))
            {
                return (holder, null, channel);
            }
        }

        foreach (var above in chain.Reverse().Skip(1))
        {
            if (!Array.Exists(failures, one => one.By == above && one.Channel == channels[^1]))
            {
                return (above, null, channels[^1]);
            }
        }

        return default;
    }
}
