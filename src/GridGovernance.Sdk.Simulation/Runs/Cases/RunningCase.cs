using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>A case in a run: its state, its history, its own random streams, and the act that is planned next.</summary>
/// <remarks>Each decision on a case has a stream of its own, by the matter and not by the order of reports: a scenario with one step less, or with more reports, draws the same numbers for what remains.</remarks>
internal sealed class RunningCase
{
    private readonly RandomStreams _streams;
    private readonly Dictionary<string, RandomStream> _draws = new(StringComparer.Ordinal);
    private readonly long _matter;
    private int _commands;

    internal RunningCase(string id, long matter, TierBehaviour tier, RandomStreams streams)
    {
        Id = id;
        Tier = tier;
        (_matter, _streams) = (matter, streams);
        LagFactor = Draws("hardness").NextChance(tier.HardPermille, 1_000) ? tier.HardFactor : 1;
    }

    internal string Id { get; }

    internal Instant AroseAt { get; init; }

    internal TierBehaviour Tier { get; }

    internal int LagFactor { get; }

    internal int ServicePercent { get; set; } = 100;

    internal GridCase? State { get; private set; }

    internal List<CaseEvent> Events { get; } = [];

    /// <summary>The step that counts: an earlier plan that a later one replaced is passed over when its time comes.</summary>
    internal int PlannedStep { get; set; }

    internal Instant PlannedAt { get; set; }

    /// <summary>What somebody has to do for it now; null while it waits for something else.</summary>
    internal DeskJob? Job { get; set; }

    /// <summary>For how long it waits for something else after that.</summary>
    internal Duration Lag { get; set; }

    /// <summary>Whether somebody has tried to handle it who should not.</summary>
    internal bool HasMisjudged { get; set; }

    /// <summary>Whether its dispatch has gone the wrong way, since it last went the right one.</summary>
    internal bool HasGoneAstray { get; set; }

    /// <summary>The numbers for one kind of decision on this case.</summary>
    internal RandomStream Draws(string decision)
    {
        if (!_draws.TryGetValue(decision, out var stream))
        {
            _draws.Add(decision, stream = _streams.Stream("case/" + decision, _matter));
        }

        return stream;
    }

    internal string NextCommandId() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}-{++_commands}");

    internal void Apply(EquatableArray<CaseEvent> events)
    {
        foreach (var e in events.AsSpan())
        {
            State = GridCase.Apply(State, e);
            Events.Add(e);
        }
    }
}
