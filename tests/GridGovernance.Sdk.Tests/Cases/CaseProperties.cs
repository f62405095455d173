using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseProperties
{
    private static readonly CaseActor[] Actors = [GridWorker, OtherGridWorker, VillageHead, Verifier, TownshipCommander, CountyCommander, Dispatcher, Handler, Head, CaseActor.Clock];

    private static readonly CaseEngine[] Engines =
    [
        SmallCounty.Engine(),
        SmallCounty.Engine(new FakeLists("rubbish")),
        SmallCounty.Engine(roster: RosterOf(Dispatcher.Seat, Handler.Seat, CountyCommander.Seat)),
    ];

    [Property(Arbitrary = [typeof(CaseProperties)])]
    public void AnyHistory_AnOpenCaseHasOneResponsibleSeatAndANextDeadline(History history) => Play(history, (c, _) =>
    {
        Assert.Equal(c.IsOpen, c.Responsible is not null);
        Assert.Equal(c.IsOpen, c.NextDeadline is not null);
    });

    [Property(Arbitrary = [typeof(CaseProperties)])]
    public void AnyHistory_ReplayingItsEventsGivesTheCase(History history) => Play(history, (c, events) =>
    {
        Assert.Equal(c, GridCase.Replay(events));
        Assert.Equal(events.Count, c.Version);
    });

    [Property(Arbitrary = [typeof(CaseProperties)])]
    public void AnyHistory_TheStateIsWhereTheTableLeads(History history)
    {
        var lifecycle = Catalogue.Newest(history.Tier)!;
        var state = lifecycle.Initial;
        Play(history, (c, events) =>
        {
            state = lifecycle.Initial;
            foreach (var moved in events.OfType<CaseMoved>().Where(moved => moved.Trigger is not null))
            {
                Assert.Contains(lifecycle.Transitions(state, moved.Trigger!).ToArray(), transition => transition.Target.Code == moved.To);
                state = lifecycle.FindState(moved.To)!;
            }

            Assert.Equal(state.Code, c.State);
            Assert.Equal(state.IsFinal, !c.IsOpen);
        });
    }

    public static Arbitrary<History> Histories() => Arb.From(
        from tier in Gen.Elements("daily", "ordinary", "serious")
        from engine in Gen.Choose(0, Engines.Length - 1)
        from acts in (
            from legal in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
            from choice in Gen.Choose(0, 1000)
            from actor in Gen.Choose(0, Actors.Length - 1)
            from minutes in Gen.Frequency((3, Gen.Choose(0, 120)), (1, Gen.Choose(0, 6000)))
            from noted in Gen.Elements(true, true, false)
            select new Act(legal, choice, actor, minutes, noted)).ListOf()
        select new History(tier, engine, [.. acts]));

    private static void Play(History history, Action<GridCase, IReadOnlyList<CaseEvent>> check)
    {
        var engine = Engines[history.Engine];
        var events = engine.Decide(null, new ReportCase("report", "c", history.Tier, "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted().ToList();
        var c = GridCase.Replay(events);
        check(c, events);
        for (var i = 0; i < history.Acts.Count; i++)
        {
            var act = history.Acts[i];
            var at = c.ChangedAt + Duration.FromMinutes(act.Minutes);
            var (command, actor) = Draw(engine, c, act, $"c{i}", at);
            var decision = engine.Decide(c, command, actor, at);
            foreach (var e in decision.Events)
            {
                events.Add(e);
                c = GridCase.Apply(c, e);
            }

            check(c, events);
        }
    }

    // A legal act is drawn from what the table permits to somebody, so that deep states are reached; an arbitrary one tries the rest.
    private static (CaseCommand Command, CaseActor Actor) Draw(CaseEngine engine, GridCase c, Act act, string id, Instant at)
    {
        if (c.NextDeadline < at && act.Choice % 3 == 0)
        {
            return (new PassDeadline(id), CaseActor.Clock);
        }

        var lifecycle = engine.Model.Lifecycles.Find(c.Lifecycle)!;
        var note = act.Noted ? "note" : null;
        var all = lifecycle.Definition.Triggers.SelectMany(trigger => Actors.Select(actor => (Command: Command(id, trigger.Code, note, act), Actor: actor)));
        var pool = act.Legal ? [.. all.Where(pair => engine.Decide(c, pair.Command, pair.Actor, at).IsAccepted)] : all.ToArray();
        pool = pool.Length == 0 ? [.. all] : pool;
        return pool[act.Choice % pool.Length];
    }

    private static TriggerCommand Command(string id, string trigger, string? note, Act act) => trigger == "dispatch"
        ? new DispatchCase(id, Actors[act.Actor].Seat, Note: note)
        : new MoveCase(id, trigger, note);

    public sealed record Act(bool Legal, int Choice, int Actor, int Minutes, bool Noted);

    public sealed record History(string Tier, int Engine, EquatableArray<Act> Acts);
}
