using NodaTime;

namespace GridGovernance.Sdk.Tests.Fieldwork;

/// <summary>A notice as a list of lines "household, minute": who was reached when is looked up by reading all of it. Written from the words of the documentation.</summary>
internal sealed class NaiveBroadcast(IReadOnlyCollection<string> households, Instant due)
{
    private readonly List<(string Household, Instant At)> _lines = [];

    public void Reached(IEnumerable<string> ids, Instant at) => _lines.AddRange(ids.Select(id => (id, at)));

    public Instant? When(string household, Instant upTo)
    {
        var times = _lines.Where(line => line.Household == household && line.At <= upTo).Select(static line => line.At).ToArray();
        return times.Length == 0 ? null : times.Min();
    }

    public string[] ReachedBy(Instant at) => [.. households.Where(household => When(household, at) is not null)];

    public string[] MissedAt(Instant at) => [.. households.Where(household => When(household, at) is null)];

    public string[] LateAt(Instant at) => [.. households.Where(household => When(household, at) > due)];
}
