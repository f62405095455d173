using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseMigrationTests
{
    private static readonly LifecycleDefinition Old = LifecyclePresets.Daily;
    private static readonly Lifecycle OldLifecycle = Compile(Old);
    private static readonly CaseEngine Engine = new(SmallCounty.Model(lifecycles: new LifecycleCatalogue([OldLifecycle])));
    private static readonly Instant Later = Monday + Duration.FromHours(3);

    [Fact]
    public void AStateInBothVersions_IsKept_WithItsClocksAndTheirDeadlines()
    {
        var c = InHandling();

        var result = Migrate(c, Old with { Version = 2 });
        var after = Applied(c, result);

        Assert.Equal(MigrationOutcome.Kept, result.Outcome);
        Assert.Equal(2, after.Lifecycle.Version);
        Assert.Equal(c.Clocks, after.Clocks);
        Assert.Equal(
            new CaseMigrated(c.Lifecycle, after.Lifecycle, "handling", Handler.Seat, [], []) { CommandId = "migrate", At = Later, By = Dispatcher.Seat }, Assert.Single(result.Events));
        Assert.Equal((c.State, c.Responsible, c.NextDeadline, c.Escalations), (after.State, after.Responsible, after.NextDeadline, after.Escalations));
    }

    [Fact]
    public void ARule_MapsAStateAndAClock_AndNothingRunsAgain()
    {
        var c = InHandling();
        var young = Rename(Old, "handling", "working");
        young = young with { Clocks = EquatableArray.From(young.Clocks.Select(clock => clock.Code == "closure" ? clock with { Code = "whole" } : clock)) };

        var result = Migrate(c, young, [new("handling", "working")], [new("closure", "whole")]);
        var after = Applied(c, result);

        Assert.Equal((MigrationOutcome.Mapped, "handling", "working"), (result.Outcome, result.State, result.Target));
        Assert.Equal(c.Clock("closure")!.DueAt, after.Clock("whole")!.DueAt);
        Assert.Equal(c.Clock("closure")!.Ledger, after.Clock("whole")!.Ledger);
        Assert.DoesNotContain(result.Events, e => e is CaseMoved or CaseDispatched or CaseReported);
        Assert.Equal((c.Handler, c.Reworks, c.Returns, c.EnteredAt), (after.Handler, after.Reworks, after.Returns, after.EnteredAt));
    }

    [Fact]
    public void AStateThatIsGone_NeedsADecision_AndNamesWhereItCouldGo()
    {
        var result = Migrate(InHandling(), Rename(Old, "handling", "working"));

        Assert.Equal(MigrationOutcome.NeedsDecision, result.Outcome);
        Assert.Equal("lifecycles.migration-state-gone", Assert.Single(result.Reasons).Code);
        Assert.Equal(["dispatched", "working", "suspended"], result.Candidates);
        Assert.Empty(result.Events);
        Assert.Null(result.Target);
    }

    [Fact]
    public void AStateThatBecameASuperstate_NeedsADecision()
    {
        var young = Rename(Old, "suspended", "paused");
        young = young with { States = EquatableArray.From(young.States.Select(state => state.Code == "paused" ? state with { Superstate = "handling" } : state)) };
        young = young with
        {
            States = young.States.Add(new StateDefinition { Code = "doing", Label = new LocalizedText("Doing", "办"), Superstate = "handling" }),
            Transitions = EquatableArray.From(young.Transitions.Select(t => t.To == "handling" ? t with { To = "doing" } : t)),
        };

        var result = Migrate(InHandling(), young);

        Assert.Equal("lifecycles.migration-state-split", Assert.Single(result.Reasons).Code);
        Assert.Equal(["paused", "doing"], result.Candidates);
    }

    [Fact]
    public void AnOpenCase_MustNotBeClosedByAMigration()
    {
        var result = Migrate(InHandling(), Rename(Old, "handling", "working"), [new("handling", "closed")]);

        Assert.Equal((MigrationOutcome.Impossible, "lifecycles.migration-would-close"), (result.Outcome, Assert.Single(result.Reasons).Code));
    }

    [Fact]
    public void AClosedCase_StaysUnderItsVersion_AndACaseThatIsThereAlreadyStays()
    {
        var c = Engine.Do(InHandling(), new MoveCase("x", "hand-over", "why"), Handler, Monday + Duration.FromHours(2));

        var result = Migrate(c, Old with { Version = 2 });

        Assert.Equal((MigrationOutcome.Kept, "cases.migration-closed"), (result.Outcome, Assert.Single(result.Reasons).Code));
        Assert.Empty(result.Events);
        var there = Applied(InHandling(), Migrate(InHandling(), Old with { Version = 2 }));
        Assert.Equal("cases.migration-there-already", Assert.Single(Migrate(there, Old with { Version = 2 }).Reasons).Code);
        Assert.Equal("cases.migration-other-lifecycle", Assert.Single(Migrate(there, Old with { Version = 3 }).Reasons).Code);
    }

    [Fact]
    public void AnOverdueClockWithoutASuccessor_NeedsADecision()
    {
        var c = InHandling();
        c = Engine.Do(c, new PassDeadline("late"), CaseActor.Clock, c.NextDeadline!.Value + Duration.FromMinutes(1));
        var young = Old with { Version = 2, Clocks = EquatableArray.From(Old.Clocks.Where(clock => clock.Code != "handling")) };

        var result = Migrate(c, young, at: c.ChangedAt);

        Assert.Equal((MigrationOutcome.NeedsDecision, "cases.migration-drops-overdue"), (result.Outcome, Assert.Single(result.Reasons).Code));
    }

    [Fact]
    public void AClockWithoutASuccessor_Stops_AndAnewOneStarts()
    {
        var young = Old with { Version = 2, Clocks = EquatableArray.From(Old.Clocks.Select(clock => clock.Code == "handling" ? clock with { Code = "doing" } : clock)) };
        var c = InHandling();

        var after = Applied(c, Migrate(c, young));

        Assert.Equal(ClockStatus.Stopped, after.Clock("handling")!.Status);
        Assert.Equal((ClockStatus.Running, Later), (after.Clock("doing")!.Status, after.Clock("doing")!.Ledger.StartedAt));
    }

    [Fact]
    public void AClockWhoseDeadlinePassedBeforeItsTick_CountsAsOverdue_FromATickAfterIt()
    {
        var c = InHandling();
        var due = c.Clock("handling")!.DueAt;
        var young = Old with { Version = 2, Clocks = EquatableArray.From(Old.Clocks.Where(clock => clock.Code != "handling")) };

        Assert.Equal(new ClockStopped("handling", true) { CommandId = "migrate", At = due, By = Dispatcher.Seat }, Migrate(c, young, at: due).Events[0]);
        var late = Migrate(c, young, at: due + Duration.Epsilon);
        Assert.Equal((MigrationOutcome.NeedsDecision, "Clock \"handling\" of case \"case-1\" is overdue and must go on, but the new version has no such clock."), (late.Outcome, Assert.Single(late.Reasons).ToString()));
        var suspended = Engine.Do(c, new MoveCase("pause", "suspend", "rain"), Handler, c.ChangedAt);
        Assert.Equal(new ClockStopped("handling", true) { CommandId = "migrate", At = due + Duration.Epsilon, By = Dispatcher.Seat }, Migrate(suspended, young, at: due + Duration.Epsilon).Events[0]);
    }

    [Fact]
    public void AStateWithAnotherResponsible_GoesToThatSeat_WhereTheHostSaysWhoSitsWhere()
    {
        var c = Engine.Do(Engine.Report("daily"), new MoveCase("a", "accept"), Dispatcher, Monday + Duration.FromMinutes(10));
        LifecycleDefinition By(string party) => Old with { Version = 2, States = EquatableArray.From(Old.States.Select(state => state.Code == "accepted" ? state with { Responsible = party } : state)) };
        CaseMigrationResult Plan(string party, CaseModel? model)
        {
            var plan = LifecycleMigration.Create(OldLifecycle, Compile(By(party)), [], [], out _)!;
            return new CaseMigration(plan, WorkCalendar.China, model).Plan(c, "migrate", Dispatcher, Later);
        }

        Assert.Equal(TownshipCommander.Seat, Applied(c, Plan("township-commander", Model())).Responsible);
        Assert.Equal(Dispatcher.Seat, Applied(c, Plan("dispatcher", null)).Responsible);
        Assert.Equal(GridWorker.Seat, Applied(c, Plan("reporter", null)).Responsible);
        Assert.Equal(GridWorker.Seat, Applied(c, Plan("reporter", Model())).Responsible);
        Assert.Equal(
            (MigrationOutcome.NeedsDecision, "State \"accepted\" must have somebody responsible, but no seat stands behind \"township-commander\"."),
            (Plan("township-commander", null).Outcome, Assert.Single(Plan("township-commander", null).Reasons).ToString()));
        Assert.Equal((MigrationOutcome.Impossible, "cases.nobody-responsible"), (Plan("department-head", Model()).Outcome, Assert.Single(Plan("department-head", Model()).Reasons).Code));
        Assert.Equal(MigrationOutcome.NeedsDecision, Plan("lead", null).Outcome);
        Assert.Equal(Handler.Seat, Applied(InHandling(), Migrate(InHandling(), Old with
        {
            Version = 2,
            States = EquatableArray.From(Old.States.Select(state => state.Code == "handling" ? state with { Responsible = "lead" } : state.Code == "in-hand" ? state with { Responsible = "dispatcher" } : state)),
        })).Responsible);
    }

    [Fact]
    public void WhoeverStandsInForTheSameParty_StaysResponsible()
    {
        var engine = new CaseEngine(Model(roster: RosterOf(VillageHead.Seat, Dispatcher.Seat), lifecycles: new LifecycleCatalogue([OldLifecycle])));
        var c = engine.Report("daily");

        Assert.Equal(VillageHead.Seat, c.Responsible);
        Assert.Equal(VillageHead.Seat, Applied(c, Migrate(c, Old with { Version = 2 })).Responsible);
    }

    [Fact]
    public void ACaseThatWouldHaveNoRunningClock_IsNotMigrated()
    {
        LifecycleDefinition Of(int version, string clock) => new LifecycleBuilder("two", version, new LocalizedText("Two", "二"), "a")
            .Configure("a", new LocalizedText("A", "甲"), s => s.ResponsibleIs("grid-worker").Permit("go", "b", "grid-worker"))
            .Configure("b", new LocalizedText("B", "乙"), s => s.ResponsibleIs("grid-worker").Permit("close", "c", "grid-worker"))
            .Configure("c", new LocalizedText("C", "丙"), s => s.Final())
            .Clock(new ClockDefinition { Code = clock, Label = new LocalizedText("C", "钟"), Limit = new TimeLimit(1, LimitUnit.WorkingDays), Policy = CountingPolicy.CivilCode, Starts = ["a"] })
            .Escalate("village-head", new TimeLimit(1, LimitUnit.WorkingDays))
            .Build();
        var old = Compile(Of(1, "one"));
        var engine = new CaseEngine(Model(lifecycles: new LifecycleCatalogue([old])));
        var c = engine.Do(engine.Report("two"), new MoveCase("g", "go"), GridWorker, Monday);
        CaseMigrationResult Plan(GridCase of, EquatableArray<MigrationRule> clocks) =>
            new CaseMigration(LifecycleMigration.Create(old, Compile(Of(2, "other")), [], clocks, out _)!, WorkCalendar.China).Plan(of, "m", Dispatcher, Later);

        var result = Plan(c, []);
        Assert.Equal((MigrationOutcome.Impossible, "b", null), (result.Outcome, result.State, result.Target));
        Assert.Equal("Case \"case-1\" must have a running clock in state \"b\", but would have none.", Assert.Single(result.Reasons).ToString());
        Assert.Empty(result.Events);
        Assert.Equal(MigrationOutcome.Kept, Plan(c, [new("one", "other")]).Outcome);
        Assert.Equal(["ClockStopped", "CaseMigrated", "ClockStarted"], Plan(engine.Report("two"), []).Events.Select(e => e.GetType().Name));
    }

    [Fact]
    public void AClockThatWouldBeginBeyondTheCalendar_IsImpossible_AndNamesTheDay()
    {
        var young = Old with { Version = 2, Clocks = EquatableArray.From(Old.Clocks.Select(clock => clock.Code == "handling" ? clock with { Code = "doing", Limit = new TimeLimit(300, LimitUnit.WorkingDays) } : clock)) };

        var result = Migrate(InHandling(), young);

        Assert.Equal((MigrationOutcome.Impossible, "handling", null), (result.Outcome, result.State, result.Target));
        Assert.Equal("The deadline of \"doing\" must fall on known days, but 2027-01-01 is beyond the published calendar.", Assert.Single(result.Reasons).ToString());
    }

    [Fact]
    public void Rules_ThatNameWhatIsNotThere_AreAllReported()
    {
        var plan = LifecycleMigration.Create(OldLifecycle, Compile(Old with { Version = 2 }), [new("handling", "nowhere"), new("x", "handling"), new("handling", "handling")], [new("a", "b")], out var report);

        Assert.Null(plan);
        Assert.Equal(
            ["/states/0/to", "/states/1/from", "/states/2/from", "/clocks/0/from", "/clocks/0/to"],
            report.Select(finding => finding.Place.Path));
    }

    [Fact]
    public void AnyCaseAndAnyNewVersion_TheRealRunEqualsTheDryRun_AndTheLoopStaysClosed()
    {
        var outcomes = new int[4];
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new RandomStreams(seed).Stream("migration");
            var c = GridCase.Replay(CaseHistories.Draw(Engine, "daily", seed, random.NextInt32(5)));
            var young = Bend(random.NextInt32(3) == 0 ? Rename(Old, c.State, "elsewhere") : Old with { Version = 2 }, random);
            if (Lifecycle.Compile(young, SmallCounty.VocabularyOfCases, out _) is not { } target
                || LifecycleMigration.Create(OldLifecycle, target, [], [], out _) is not { } plan)
            {
                continue;
            }

            var model = SmallCounty.Model(lifecycles: new LifecycleCatalogue([OldLifecycle, target]));
            var migration = new CaseMigration(plan, model.Calendar, model);
            var at = c.ChangedAt + Duration.FromMinutes(random.NextInt32(500));

            var dry = migration.Plan(c, "migrate", Dispatcher, at);
            var real = migration.Plan(c, "migrate", Dispatcher, at);

            Assert.Equal(dry, real);
            outcomes[(int)dry.Outcome]++;
            var after = real.Events.Aggregate(c, GridCase.Apply);
            Assert.Equal(dry.Target ?? c.State, after.State);
            Assert.Equal(after.IsOpen, after.NextDeadline is not null && after.Responsible is not null);
            Assert.Equal(c.IsOpen, after.IsOpen);
            Assert.DoesNotContain(real.Events, e => e is CaseMoved or CaseDispatched or CaseReported or CaseEscalated);
            if (real.Events.Count > 0)
            {
                Assert.Equal(target.Key, after.Lifecycle);
                Assert.All(c.Clocks.Where(clock => after.Clock(clock.Code)!.Status == clock.Status), clock => Assert.Equal(clock.DueAt, after.Clock(clock.Code)!.DueAt));
            }
        }

        Assert.True(outcomes[0] > 20 && outcomes[2] > 10, string.Join(", ", outcomes));
    }

    private static LifecycleDefinition Bend(LifecycleDefinition d, RandomStream random)
    {
        for (var i = random.NextInt32(3); i > 0; i--)
        {
            d = random.NextInt32(3) switch
            {
                0 => Rename(d, d.States[random.NextInt32(d.States.Count)].Code, "other" + i),
                1 => d with { Clocks = EquatableArray.From(d.Clocks.Select((clock, k) => k == random.NextInt32(d.Clocks.Count) ? clock with { Code = clock.Code + i } : clock)) },
                _ => d with { States = EquatableArray.From(d.States.Select(state => state.Responsible == "dispatcher" ? state with { Responsible = "township-commander" } : state)) },
            };
        }

        return d with { Version = 2 };
    }

    private static GridCase InHandling()
    {
        var c = Engine.Report("daily");
        c = Engine.Do(c, new MoveCase("a", "accept"), Dispatcher, Monday + Duration.FromMinutes(10));
        c = Engine.Do(c, new DispatchCase("d", Handler.Seat), Dispatcher, Monday + Duration.FromMinutes(20));
        return Engine.Do(c, new MoveCase("s", "sign-in"), Handler, Monday + Duration.FromMinutes(30));
    }

    private static CaseMigrationResult Migrate(
        GridCase c, LifecycleDefinition young, EquatableArray<MigrationRule> states = default, EquatableArray<MigrationRule> clocks = default, Instant? at = null)
    {
        var plan = LifecycleMigration.Create(OldLifecycle, Compile(young), states, clocks, out var report);
        report.EnsureNoErrors();
        return new CaseMigration(plan!, WorkCalendar.China).Plan(c, "migrate", Dispatcher, at ?? Later);
    }

    private static GridCase Applied(GridCase c, CaseMigrationResult result) => result.Events.Aggregate(c, GridCase.Apply);

    private static LifecycleDefinition Rename(LifecycleDefinition d, string from, string to)
    {
        string One(string code) => code == from ? to : code;
        EquatableArray<string> Each(EquatableArray<string> codes) => EquatableArray.From(codes.Select(One));
        return d with
        {
            Version = 2,
            Initial = One(d.Initial),
            States = EquatableArray.From(d.States.Select(s => s with { Code = One(s.Code), Superstate = s.Superstate is { } above ? One(above) : null })),
            Transitions = EquatableArray.From(d.Transitions.Select(t => t with { From = One(t.From), To = t.To is { } target ? One(target) : null })),
            Clocks = EquatableArray.From(d.Clocks.Select(c => c with { Starts = Each(c.Starts), Pauses = Each(c.Pauses), Stops = Each(c.Stops) })),
        };
    }
}
