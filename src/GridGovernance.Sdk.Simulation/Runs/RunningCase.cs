using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>A case in a run: its state, its history, its own random stream, and the act that is planned next.</summary>
internal sealed class RunningCase
{
    private int _commands;

    internal RunningCase(string id, TierBehaviour tier, RandomStream stream)
    {
        Id = id;
        Tier = tier;
        Stream = stream;
        LagFactor = stream.NextChance(tier.HardPermille, 1_000) ? tier.HardFactor : 1;
    }

    internal string Id { get; }

    internal TierBehaviour Tier { get; }

    internal RandomStream Stream { get; }

    internal int LagFactor { get; }

    internal GridCase? State { get; private set; }

    internal List<CaseEvent> Events { get; } = [];

    /// <summary>The step that counts: an earlier plan that a later one replaced is passed over when its time comes.</summary>
    internal int PlannedStep { get; set; }

    internal Instant PlannedAt { get; set; }

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
