using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Random histories of cases in the small county, by a seed.</summary>
internal static class CaseHistories
{
    private static readonly CaseActor[] Actors = [GridWorker, VillageHead, Verifier, TownshipCommander, Dispatcher, Handler, Head];

    /// <summary>Draws a history of up to a number of acts; most acts are such as the engine accepts.</summary>
    internal static List<CaseEvent> Draw(CaseEngine engine, string tier, int seed, int acts, string id = "c")
    {
        var random = new RandomStreams(seed).Stream("history");
        var at = Monday + Duration.FromMinutes(random.NextInt32(3000));
        var events = engine.Decide(null, new ReportCase("report", id, tier, "rubbish", Cell, "video"), GridWorker, at).EnsureAccepted().ToList();
        var c = GridCase.Replay(events);
        for (var i = 0; i < acts; i++)
        {
            at = c.ChangedAt + Duration.FromMinutes(random.NextInt32(random.NextInt32(4) == 0 ? 6000 : 200));
            var decision = Next(engine, c, $"c{i}", at, random);
            events.AddRange(decision.Events);
            c = decision.Events.Aggregate(c, GridCase.Apply);
        }

        return events;
    }

    private static Decision<CaseEvent> Next(CaseEngine engine, GridCase c, string id, Instant at, RandomStream random)
    {
        if (c.NextDeadline < at && random.NextInt32(2) == 0)
        {
            return engine.Decide(c, new PassDeadline(id), CaseActor.Clock, at);
        }

        var triggers = engine.Model.Lifecycles.Find(c.Lifecycle)!.Definition.Triggers;
        Decision<CaseEvent> decision = default;
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var trigger = triggers[random.NextInt32(triggers.Count)].Code;
            TriggerCommand command = trigger == "dispatch" ? new DispatchCase(id, Handler.Seat) : new MoveCase(id, trigger, "note");
            decision = engine.Decide(c, command, Actors[random.NextInt32(Actors.Length)], at);
            if (decision.IsAccepted)
            {
                break;
            }
        }

        return decision;
    }
}
