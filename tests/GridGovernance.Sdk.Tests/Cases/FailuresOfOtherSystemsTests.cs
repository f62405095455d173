using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Diagrams;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Tests.Lifecycles;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Thirteen failures that other systems are known for, each as a sentence that names it.</summary>
public class FailuresOfOtherSystemsTests
{
    private static readonly CaseEngine Engine = SmallCounty.Engine();

    [Fact]
    public void AnEdit_DoesNotRestartTheClock()
    {
        var c = Engine.InHandling();
        var edited = Engine.Do(c, new RecordOnCase("e", CaseRecordKind.Evidence, CaseRecordGround.Other, "photo", Reference: "sha256:1"), GridWorker, c.ChangedAt + Duration.FromHours(3));
        edited = Engine.Do(edited, new SizeCase("s", CaseSize.Hard, "three villages"), Dispatcher, edited.ChangedAt + Duration.FromHours(1));

        Assert.Equal((c.NextDeadline, c.Clocks, c.EnteredAt), (edited.NextDeadline, edited.Clocks, edited.EnteredAt));
    }

    [Fact]
    public void AnUnassignedCase_Escalates()
    {
        var c = Engine.Report();
        Assert.Null(c.Lead);

        c = Engine.Do(c, new PassDeadline("p"), CaseActor.Clock, c.NextDeadline!.Value + Duration.FromMinutes(1));

        Assert.Null(c.Lead);
        Assert.Equal((1, VillageHead.Seat), (c.Escalations, c.Supervisor!.Value));
    }

    [Fact]
    public void WithoutASupervisor_TheCaseStillReachesSomebody_AndGoesOnReminding()
    {
        // Nobody stands above the county's commander, and only a grid worker's seat is held at all.
        var engine = SmallCounty.Engine(roster: RosterOf(GridWorker.Seat));
        var c = engine.Report();
        for (var i = 0; i < 4; i++)
        {
            c = engine.Do(c, new PassDeadline($"p{i}"), CaseActor.Clock, c.NextDeadline!.Value + Duration.FromMinutes(1));
            Assert.Equal(GridWorker.Seat, c.Supervisor);
        }

        Assert.Equal((3, 1), (c.Escalations, c.Reminders));
    }

    [Fact]
    public async Task NotOnlyTheFirstBatch_IsScanned()
    {
        var (desk, _) = Desk(new InMemoryEffectOutlet());
        for (var i = 0; i < 1500; i++)
        {
            await desk.HandleAsync($"c{i}", new ReportCase("report", $"c{i}", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday + Duration.FromSeconds(i));
        }

        var outcomes = await desk.PassDeadlinesAsync(Monday + Duration.FromDays(3));

        Assert.Equal(1500, outcomes.Count(outcome => outcome.IsDone && outcome.Case!.Escalations == 1));
    }

    [Fact]
    public void ATransitionToAnUnknownState_IsNotAccepted()
    {
        var definition = Sample.Definition with { Transitions = EquatableArray.From(Sample.Definition.Transitions.Select(t => t.Trigger == "start" ? t with { To = "nowhere" } : t)) };
        Assert.Null(Lifecycle.Compile(definition, Sample.Vocabulary, out var report));
        Assert.Contains(report, finding => finding.Code == "lifecycles.unknown-state");

        var c = Engine.Report();
        var forged = new CaseMoved("accept", "reported", "nowhere", false, Dispatcher.Seat, [], null) { CommandId = "f", At = c.ChangedAt, By = Dispatcher.Seat };
        var events = Engine.Decide(null, new ReportCase("report", "case-1", "ordinary", "rubbish", Cell, "grid-worker-terminal"), GridWorker, Monday).Events.Add(forged);
        Assert.Contains(new CaseReplay(Catalogue, WorkCalendar.China).Run(events).Violations, finding => finding.Code == "cases.replay-no-such-step");
    }

    [Fact]
    public void TheReasonsOfARefusal_AreNeverEmpty()
    {
        var refused = 0;
        foreach (var c in new[] { Engine.Report(), Engine.InHandling(), Engine.InHandling("serious") })
        {
            foreach (var trigger in Catalogue.Newest("ordinary")!.Definition.Triggers)
            {
                foreach (var actor in new[] { GridWorker, OtherGridWorker, Dispatcher, Handler, Head, CaseActor.Clock })
                {
                    var decision = Engine.Decide(c, new MoveCase("x", trigger.Code), actor, c.ChangedAt);
                    Assert.Equal(decision.IsAccepted, decision.Refusals.Count == 0);
                    foreach (var refusal in decision.Refusals)
                    {
                        refused++;
                        Assert.NotEmpty(refusal.Message.ToString());
                        Assert.NotEqual(refusal.Message.ToString(), refusal.Message.ToString(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")));
                        Assert.NotNull(refusal.Nearest);
                    }
                }
            }
        }

        Assert.True(refused > 100);
        Assert.Throws<ArgumentException>(() => Decision<CaseEvent>.Refuse([]));
    }

    [Fact]
    public void ASubstatesTransition_WinsOverItsSuperstates()
    {
        var working = Sample.Compiled.FindState("working")!;
        var waiting = Sample.Compiled.FindState("waiting")!;

        Assert.Equal("checking", Sample.Compiled.Fire(working, "abandon", ulong.MaxValue)!.Target.Code);
        Assert.Equal("closed", Sample.Compiled.Fire(waiting, "abandon", ulong.MaxValue)!.Target.Code);
    }

    [Fact]
    public void AGuardedEdge_IsInEveryDiagram()
    {
        foreach (var preset in LifecyclePresets.All)
        {
            var lifecycle = Lifecycle.Compile(preset, LifecycleVocabulary.NamedIn(preset), out _)!;
            var diagrams = new[] { LifecycleMermaid.Write(preset), LifecycleDot.Write(preset), LifecycleSvg.Write(lifecycle) };
            foreach (var transition in preset.Transitions.Where(transition => transition.Guards.Count > 0))
            {
                var label = preset.Triggers.Single(trigger => trigger.Code == transition.Trigger).Label.En;
                Assert.All(diagrams, diagram => Assert.Contains($"{label}{(transition.To is null ? " (=)" : "")} [{string.Join(", ", transition.Guards)}]", diagram, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task AFailedEffect_LeavesNoHalfDoneState()
    {
        var outlet = new FailingOutlet();
        var (desk, due) = Desk(outlet);
        await desk.HandleAsync("c", new ReportCase("report", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday);
        await desk.HandleAsync("c", new MoveCase("accept", "accept"), Dispatcher, Monday);
        outlet.Fails = true;

        await Assert.ThrowsAsync<TimeoutException>(async () => await desk.HandleAsync("c", new DispatchCase("dispatch", Handler.Seat), Dispatcher, Monday));

        // The state and its effect are one decision: both stand in the events, the clock knows the case, and the effect is handed out once.
        var c = await desk.FindAsync("c");
        Assert.Equal("dispatched", c!.State);
        Assert.Equal([new DueCase("c", c.NextDeadline!.Value)], await due.DueBeforeAsync(Instant.MaxValue));
        outlet.Fails = false;
        await desk.ResumeAsync("c");
        await desk.ResumeAsync("c");
        Assert.Equal(["notify-lead"], outlet.Taken.TakeAll().Select(effect => effect.Name));
    }

    [Fact]
    public void AMigration_RunsNothingAgain()
    {
        var c = Engine.InHandling();
        var young = SmallCounty.Compile(Definition("ordinary") with { Version = 2 });
        var plan = LifecycleMigration.Create(Catalogue.Newest("ordinary")!, young, [], [], out _)!;

        var result = new CaseMigration(plan, WorkCalendar.China, Engine.Model).Plan(c, "m", Dispatcher, c.ChangedAt + Duration.FromHours(1));

        Assert.Equal(["CaseMigrated"], result.Events.Select(e => e.GetType().Name));
        var after = result.Events.Aggregate(c, GridCase.Apply);
        Assert.Equal((c.Clocks, c.EnteredAt, c.Handler, c.Escalations), (after.Clocks, after.EnteredAt, after.Handler, after.Escalations));
    }

    [Fact]
    public void ARunningCase_DoesNotFollowTheLiveDefinition()
    {
        var c = Engine.InHandling();
        var young = SmallCounty.Compile(Definition("ordinary") with
        {
            Version = 2,
            Transitions = EquatableArray.From(Definition("ordinary").Transitions.Select(t => t.Trigger == "suspend" ? t with { By = ["department-head"] } : t)),
        });
        var engine = new CaseEngine(SmallCounty.Model(lifecycles: new LifecycleCatalogue([young]).Keeping(Catalogue)));

        Assert.True(engine.Decide(c, new MoveCase("s", "suspend", "rain"), Handler, c.ChangedAt).IsAccepted);
        Assert.Equal(2, engine.Report().Lifecycle.Version);
    }

    [Fact]
    public void ALateTimer_AfterClosure_DoesNothing()
    {
        var c = Engine.Report("daily");
        c = Engine.Do(c, new MoveCase("r", "reject", "no"), Dispatcher, c.ChangedAt);

        Assert.Empty(Engine.Decide(c, new PassDeadline("late"), CaseActor.Clock, c.ChangedAt + Duration.FromDays(90)).EnsureAccepted());
    }

    [Fact]
    public void Closed_IsNotCountedAsSolved()
    {
        var rejected = Engine.Report("daily");
        rejected = Engine.Do(rejected, new MoveCase("r", "reject", "no"), Dispatcher, rejected.ChangedAt);
        var solved = Engine.InHandling();
        solved = Engine.Do(solved, new MoveCase("f", "finish", "done"), Handler, solved.ChangedAt);
        solved = Engine.Do(solved, new MoveCase("p", "pass"), Verifier, solved.ChangedAt);

        Assert.Equal((true, false), (CaseResolution.Of(rejected).IsClosed, CaseResolution.Of(rejected).IsSolved));
        Assert.Equal((true, true), (CaseResolution.Of(solved).IsClosed, CaseResolution.Of(solved).IsSolved));
        Assert.Null(CaseResolution.Of(solved).IsSatisfied);
    }

    private static (CaseDesk Desk, InMemoryDueIndex Due) Desk(IEffectOutlet effects)
    {
        var due = new InMemoryDueIndex();
        return (new CaseDesk(Engine, new InMemoryEventStore(), effects, due), due);
    }

    private sealed class FailingOutlet : IEffectOutlet
    {
        internal InMemoryEffectOutlet Taken { get; } = new();

        internal bool Fails { get; set; }

        public ValueTask OfferAsync(HostEffect effect, CancellationToken cancellation = default) =>
            Fails ? throw new TimeoutException("The host's mail is down.") : Taken.OfferAsync(effect, cancellation);
    }
}
