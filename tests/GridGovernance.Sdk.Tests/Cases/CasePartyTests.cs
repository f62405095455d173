using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Which seat stands behind a party of a lifecycle, and which party a seat is.</summary>
public class CasePartyTests
{
    private static readonly TimeLimit Day = new(1, LimitUnit.WorkingDays);
    private static readonly string[] Parties = ["reporter", "lead", "assisting", "supervisor", "dispatcher", "department-head"];

    // One state in which each party has a trigger of its own, that moves nothing.
    private static readonly CaseEngine Engine = Over(Builder("grid-worker", "village-head", Parties));

    [Fact]
    public void ATriggerOfAParty_IsThatPartysAlone()
    {
        var c = Open(Engine);
        c = Engine.Do(c, new DispatchCase("d", Handler.Seat, Trigger: "send") { Assisting = [VillageHead.Seat] }, Dispatcher, c.ChangedAt);
        c = Engine.Do(c, new PassDeadline("p"), CaseActor.Clock, c.NextDeadline!.Value + Duration.Epsilon);
        Assert.Equal((GridWorker.Seat, Handler.Seat, VillageHead.Seat), (c.Reporter, c.Lead!.Value, c.Supervisor!.Value));

        Assert.Equal(["reporter"], MayFire(c, GridWorker));
        Assert.Equal(["lead"], MayFire(c, Handler));
        Assert.Equal(["assisting", "supervisor"], MayFire(c, VillageHead));
        Assert.Equal(["dispatcher"], MayFire(c, Dispatcher));
        Assert.Equal(["department-head"], MayFire(c, Head));
        Assert.Empty(MayFire(c, Verifier));
        Assert.Equal(
            ["grid-worker@511921100201001", "department-handler@civil-affairs", "village-head@511921100201", "village-head@511921100201", "dispatcher@511921", "department-head@civil-affairs"],
            Parties.Select(party => CaseParticipants.WhoMayTry(Engine.Model, c, party, c.ChangedAt)[^1].ToString()));
    }

    [Fact]
    public void AParty_ThatACaseHasNot_HasNoSeat_AndNobodyIsIt()
    {
        var c = Open(Engine);

        Assert.Equal(["reporter"], MayFire(c, GridWorker));
        Assert.Empty(MayFire(c, Handler));
        Assert.Empty(MayFire(c, VillageHead));
        foreach (var party in new[] { "lead", "assisting", "supervisor", "department-head" })
        {
            Assert.Equal([GridWorker.Seat], CaseParticipants.WhoMayTry(Engine.Model, c, party, c.ChangedAt));
        }

        Assert.Equal([GridWorker.Seat, Dispatcher.Seat], CaseParticipants.WhoMayTry(Engine.Model, c, "dispatcher", c.ChangedAt));
        Assert.Equal([GridWorker.Seat], CaseParticipants.WhoMayTry(Engine.Model, c, "vanish", c.ChangedAt));
    }

    [Fact]
    public void WhoeverStandsInForTheResponsibleParty_IsThatParty()
    {
        var roster = RosterOf(VillageHead.Seat, Dispatcher.Seat);
        var engine = Over(Builder("grid-worker", "village-head", ["grid-worker", "village-head"]), roster);
        var c = Open(engine);

        Assert.Equal(VillageHead.Seat, c.Responsible);
        Assert.True(engine.Decide(c, new MoveCase("x", "grid-worker"), VillageHead, c.ChangedAt).IsAccepted);
        Assert.False(engine.Decide(c, new MoveCase("x", "grid-worker"), Dispatcher, c.ChangedAt).IsAccepted);
    }

    [Theory]
    [InlineData("reporter", "grid-worker@511921100201001")]
    [InlineData("lead", "department-handler@civil-affairs")]
    [InlineData("supervisor", "department-head@civil-affairs")]
    [InlineData("village-head", "village-head@511921100201")]
    [InlineData("department-head", "department-head@civil-affairs")]
    [InlineData("county-commander", "county-commander@511921")]
    public void ALadder_LeadsToTheSeatOfItsParty(string rung, string seat)
    {
        var engine = Over(Builder("lead", rung, ["lead"], dispatchFirst: true));
        var c = Open(engine);
        c = engine.Do(c, new DispatchCase("d", Handler.Seat, Trigger: "send"), Dispatcher, c.ChangedAt);

        var escalated = engine.Decide(c, new PassDeadline("p"), CaseActor.Clock, c.NextDeadline!.Value + Duration.Epsilon).EnsureAccepted().OfType<CaseEscalated>().Single();

        Assert.Equal(seat, escalated.Supervisor.ToString());
    }

    [Fact]
    public void ASupervisorOfWhoeverIsAtTheTop_IsThemselves()
    {
        var engine = Over(Builder("county-commander", "supervisor", ["county-commander"]));
        var c = Open(engine);

        Assert.Equal(CountyCommander.Seat, engine.Do(c, new PassDeadline("p"), CaseActor.Clock, c.NextDeadline!.Value + Duration.Epsilon).Supervisor);
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("department-head")]
    public void ALadderWithNobodyBehindItsRung_IsRefused_AndNamesTheParty(string rung)
    {
        var engine = Over(Builder("grid-worker", rung, ["grid-worker"]));
        var c = Open(engine);

        var refusal = Assert.Single(engine.Decide(c, new PassDeadline("p"), CaseActor.Clock, c.NextDeadline!.Value + Duration.Epsilon).Refusals);

        Assert.Equal((RefusalKind.ConditionUnmet, "cases.nobody-responsible"), (refusal.Kind, refusal.Code));
        Assert.Contains($"\"{rung}\"", refusal.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AStateWhoseResponsibleHasNoSeat_IsNotEntered()
    {
        var definition = Builder("grid-worker", "village-head", ["grid-worker"])
            .Configure("waiting", Text("Waiting"), s => s.ResponsibleIs("lead").Permit("close", "closed", "lead").Permit("wake", "open", "lead"))
            .Clock(new ClockDefinition { Code = "waiting", Label = Text("Waiting"), Limit = Day, Policy = CountingPolicy.CivilCode, Starts = ["waiting"] })
            .Build();
        definition = definition with
        {
            Triggers = definition.Triggers.Add(new TriggerDefinition("wait", Text("wait"))),
            Transitions = definition.Transitions.Add(new TransitionDefinition { From = "open", Trigger = "wait", To = "waiting", By = ["grid-worker"] }),
        };
        var engine = Over(definition);
        var c = Open(engine);

        var refusal = Assert.Single(engine.Decide(c, new MoveCase("x", "wait"), GridWorker, c.ChangedAt).Refusals);

        Assert.Equal("cases.nobody-responsible: State \"waiting\" must have somebody responsible, but no seat stands behind \"lead\".", refusal.ToString());
        Assert.Contains("lifecycles.begins-with-nobody", Assert.Throws<GovernanceException>(() => Over(definition with { Initial = "waiting" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnothersTransitionOnTheSameTrigger_IsNotTakenForWhoeverLacksTheirOwnGuards()
    {
        var definition = Builder("grid-worker", "village-head", ["grid-worker"]).Build();
        definition = definition with
        {
            Triggers = definition.Triggers.Add(new TriggerDefinition("end", Text("end"))),
            Transitions =
            [
                .. definition.Transitions,
                new TransitionDefinition { From = "open", Trigger = "end", To = "closed", By = ["grid-worker"], Guards = ["note-given"] },
                new TransitionDefinition { From = "open", Trigger = "end", To = "closed", By = ["village-head"], Effects = ["by-head"] },
                new TransitionDefinition { From = "open", Trigger = "end", To = "closed", By = ["grid-worker", "dispatcher"], Guards = ["has-lead"] },
            ],
        };
        var engine = Over(definition);
        var c = Open(engine);
        Decision<CaseEvent> By(CaseActor actor, string? note = null) => engine.Decide(c, new MoveCase("x", "end", note), actor, c.ChangedAt);

        Assert.Equal("cases.note-missing", Assert.Single(By(GridWorker).Refusals).Code);
        Assert.Equal(["by-head"], By(VillageHead).EnsureAccepted().OfType<CaseMoved>().Single().Effects);
        Assert.Empty(By(GridWorker, "note").EnsureAccepted().OfType<CaseMoved>().Single().Effects);
        Assert.Equal("cases.no-lead", Assert.Single(By(Dispatcher, "note").Refusals).Code);
        Assert.Equal("cases.not-your-role", Assert.Single(By(Verifier).Refusals).Code);
        Assert.Equal("These may: grid-worker, village-head, dispatcher.", By(Verifier).Refusals[0].Nearest!.ToString());
    }

    [Fact]
    public void WhatAnEarlierTransitionOfOthersLacks_IsNotSaidToWhoeverMayTakeALaterOne()
    {
        var definition = Builder("grid-worker", "village-head", ["grid-worker"]).Build();
        definition = definition with
        {
            Triggers = definition.Triggers.Add(new TriggerDefinition("end", Text("end"))),
            Transitions =
            [
                .. definition.Transitions,
                new TransitionDefinition { From = "open", Trigger = "end", To = "closed", By = ["village-head"], Guards = ["has-lead"] },
                new TransitionDefinition { From = "open", Trigger = "end", To = "closed", By = ["grid-worker"], Guards = ["note-given"] },
            ],
        };
        var engine = Over(definition);
        var c = Open(engine);

        Assert.Equal("cases.note-missing", Assert.Single(engine.Decide(c, new MoveCase("x", "end"), GridWorker, c.ChangedAt).Refusals).Code);
        Assert.Equal("cases.no-lead", Assert.Single(engine.Decide(c, new MoveCase("x", "end"), VillageHead, c.ChangedAt).Refusals).Code);
        Assert.Equal(["cases.not-your-role", "cases.no-lead"], engine.Decide(c, new MoveCase("x", "end"), Dispatcher, c.ChangedAt).Refusals.Select(refusal => refusal.Code));
    }

    private static IEnumerable<string> MayFire(GridCase c, CaseActor actor) => Parties.Where(party => Engine.Decide(c, new MoveCase("x", party), actor, c.ChangedAt).IsAccepted);

    private static GridCase Open(CaseEngine engine) =>
        GridCase.Replay(engine.Decide(null, new ReportCase("r", "c", "parties", "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted());

    private static CaseEngine Over(LifecycleBuilder builder, Roster? roster = null) => Over(builder.Build(), roster);

    private static CaseEngine Over(LifecycleDefinition definition, Roster? roster = null) =>
        new(Model(roster: roster, lifecycles: new LifecycleCatalogue([SmallCounty.Compile(definition)])));

    private static LifecycleBuilder Builder(string responsible, string rung, string[] parties, bool dispatchFirst = false)
    {
        var builder = new LifecycleBuilder("parties", 1, Text("Parties"), dispatchFirst ? "new" : "open");
        if (dispatchFirst)
        {
            builder.Configure("new", Text("New"), s => s.ResponsibleIs("dispatcher").Add(Send("new")));
        }

        return builder.Configure("open", Text("Open"), s =>
            {
                s.ResponsibleIs(responsible).Permit("close", "closed", responsible).Add(Send("open"));
                foreach (var party in parties)
                {
                    s.InternalTransition(party, [], party);
                }
            })
            .Configure("closed", Text("Closed"), s => s.Final())
            .Clock(new ClockDefinition { Code = "whole", Label = Text("Whole"), Limit = Day, Policy = CountingPolicy.CivilCode, Starts = dispatchFirst ? ["new"] : ["open"] })
            .Escalate(rung, Day);
    }

    private static TransitionDefinition Send(string from) => new() { From = from, Trigger = "send", To = "open", By = ["dispatcher"], Effects = [CaseEffect.MarkDispatched] };

    private static LocalizedText Text(string text) => new(text, text);
}
