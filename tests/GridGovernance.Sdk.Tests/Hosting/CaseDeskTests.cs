using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Tests.Cases;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Hosting;

public sealed class CaseDeskTests
{
    private static readonly Instant Monday = SmallCounty.Monday;

    private readonly InMemoryEventStore _store = new();
    private readonly InMemoryEffectOutlet _effects = new();
    private readonly InMemoryDueIndex _due = new();
    private readonly CaseDesk _desk;

    public CaseDeskTests() => _desk = new CaseDesk(SmallCounty.Engine(), _store, _effects, _due);

    [Fact]
    public async Task HandleAsync_AReport_KeepsEventsDeadlineAndEffects()
    {
        var outcome = await Report("case-1");

        Assert.True(outcome.IsDone);
        Assert.Equal(outcome.Decision.Events, await _store.LoadAsync("case-1"));
        Assert.Equal(outcome.Case, await _desk.FindAsync("case-1"));
        Assert.Equal([new DueCase("case-1", outcome.Case!.NextDeadline!.Value)], await _due.DueBeforeAsync(Instant.MaxValue));
        Assert.Empty(await _due.DueBeforeAsync(outcome.Case.NextDeadline.Value));
        Assert.Equal(["case-1"], _store.CaseIds);
    }

    [Fact]
    public async Task HandleAsync_ARefusal_KeepsNothing()
    {
        await Report("case-1");
        var version = (await _desk.FindAsync("case-1"))!.Version;

        var outcome = await _desk.HandleAsync("case-1", new MoveCase("x", "close"), SmallCounty.GridWorker, Monday);

        Assert.False(outcome.IsDone);
        Assert.NotEmpty(outcome.Decision.Refusals);
        Assert.Equal(version, outcome.Case!.Version);
        Assert.Equal(version, (await _store.LoadAsync("case-1")).Count);
    }

    [Fact]
    public async Task HandleAsync_ARepeatedCommand_IsDoneOnce()
    {
        await Report("case-1");

        var again = await Report("case-1");

        Assert.True(again.IsDone);
        Assert.Empty(again.Decision.Events);
    }

    [Fact]
    public async Task HandleAsync_SomebodyElseWasFaster_IsDecidedAnew()
    {
        await Report("case-1");
        var other = _desk;
        var slow = DeskOver(new InterferingStore(_store, 1, async () =>
            Assert.True((await other.HandleAsync("case-1", new MoveCase("theirs", "accept"), SmallCounty.Dispatcher, Monday)).IsDone)));

        var outcome = await slow.HandleAsync("case-1", new MoveCase("mine", "accept"), SmallCounty.Dispatcher, Monday);

        // The case had left the state: the second decision is a refusal, and nothing was written twice.
        Assert.Equal(2, outcome.Attempts);
        Assert.False(outcome.IsConflict);
        Assert.NotEmpty(outcome.Decision.Refusals);
        Assert.Contains("theirs", (await _desk.FindAsync("case-1"))!.CommandIds);
        Assert.DoesNotContain("mine", (await _desk.FindAsync("case-1"))!.CommandIds);
    }

    [Fact]
    public async Task HandleAsync_SomebodyElseIsAlwaysFaster_IsAConflict()
    {
        await Report("case-1");
        var events = (await _store.LoadAsync("case-1")).Count;
        var n = 0;
        var slow = DeskOver(
            new InterferingStore(_store, int.MaxValue, async () =>
            {
                // Something harmless that moves the version: the last event once more.
                var known = await _store.LoadAsync("case-1");
                Assert.True((await _store.AppendAsync("case-1", known.Count, [known[^1] with { CommandId = $"noise-{n++}" }])).IsAppended);
            }),
            attempts: 3);

        var outcome = await slow.HandleAsync("case-1", new MoveCase("mine", "accept"), SmallCounty.Dispatcher, Monday);

        Assert.True(outcome.IsConflict);
        Assert.False(outcome.IsDone);
        Assert.Equal(3, outcome.Attempts);
        Assert.Equal(events + 3, (await _store.LoadAsync("case-1")).Count);
    }

    [Fact]
    public async Task HandleAsync_ManyAtOnce_OneWins()
    {
        await Report("case-1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
            await _desk.HandleAsync("case-1", new MoveCase($"accept-{i}", "accept"), SmallCounty.Dispatcher, Monday))));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        var events = await _store.LoadAsync("case-1");
        Assert.Equal(GridCase.Replay(events), await _desk.FindAsync("case-1"));
        Assert.All(_effects.TakeAll().GroupBy(effect => effect.Key), group => Assert.Single(group));
    }

    [Fact]
    public async Task HandleAsync_EffectsOfTheLifecycle_AreHandedOutOnce()
    {
        await Report("case-1");
        await _desk.HandleAsync("case-1", new MoveCase("accept", "accept"), SmallCounty.Dispatcher, Monday);
        await _desk.HandleAsync("case-1", new DispatchCase("dispatch", SmallCounty.Handler.Seat), SmallCounty.Dispatcher, Monday);

        var first = _effects.TakeAll();
        await _desk.ResumeAsync("case-1");

        Assert.Contains(first, effect => effect.Name == "notify-lead");
        Assert.Empty(_effects.TakeAll());
    }

    [Fact]
    public async Task ResumeAsync_AfterACrashBehindTheAppend_OffersAndNotesWhatWasLost()
    {
        await Report("case-1");
        await _desk.HandleAsync("case-1", new MoveCase("accept", "accept"), SmallCounty.Dispatcher, Monday);
        await _desk.HandleAsync("case-1", new DispatchCase("dispatch", SmallCounty.Handler.Seat), SmallCounty.Dispatcher, Monday);
        var (effects, due) = (new InMemoryEffectOutlet(), new InMemoryDueIndex());

        var resumed = await new CaseDesk(SmallCounty.Engine(), _store, effects, due).ResumeAsync("case-1");

        Assert.Equal(_effects.TakeAll(), effects.TakeAll());
        Assert.Equal([new DueCase("case-1", resumed!.NextDeadline!.Value)], await due.DueBeforeAsync(Instant.MaxValue));
        Assert.Null(await _desk.ResumeAsync("no-such-case"));
    }

    [Fact]
    public async Task PassDeadlinesAsync_AnOverdueCase_EscalatesOnce()
    {
        var reported = await Report("case-1");
        await Report("case-2");
        var late = reported.Case!.NextDeadline!.Value + Duration.FromMinutes(1);

        var outcomes = await _desk.PassDeadlinesAsync(late);
        var again = await _desk.PassDeadlinesAsync(late);

        Assert.Equal(["case-1", "case-2"], outcomes.Select(outcome => outcome.Case!.Id));
        Assert.All(outcomes, outcome => Assert.Equal(1, outcome.Case!.Escalations));
        Assert.Empty(again);
    }

    [Fact]
    public async Task PassDeadlinesAsync_ADeadlineThatComesAgainAfterRework_EscalatesAgain()
    {
        await Report("case-1");
        async Task<GridCase> Do(CaseCommand command, CaseActor actor, Instant at) => (await _desk.HandleAsync("case-1", command, actor, at)).Case!;
        await Do(new MoveCase("a", "accept"), SmallCounty.Dispatcher, Monday);
        await Do(new DispatchCase("d", SmallCounty.Handler.Seat), SmallCounty.Dispatcher, Monday);
        var c = await Do(new MoveCase("s", "sign-in"), SmallCounty.Handler, Monday);
        var late = c.Clock("handling")!.DueAt + Duration.FromMinutes(1);
        Assert.Equal(1, Assert.Single(await _desk.PassDeadlinesAsync(late)).Case!.Escalations);
        Assert.Equal(-1, (await Do(new MoveCase("f", "finish", "done"), SmallCounty.Handler, late)).Rung);

        await Do(new MoveCase("v", "fail", "not done"), SmallCounty.Verifier, late);
        var again = Assert.Single(await _desk.PassDeadlinesAsync(late + Duration.FromMinutes(1)));

        Assert.Equal((0, 2), (again.Case!.Rung, again.Case.Escalations));
        Assert.Empty(await _desk.PassDeadlinesAsync(late + Duration.FromMinutes(1)));
    }

    [Fact]
    public async Task PassDeadlinesAsync_ACaseThatCannotBeRead_IsTold_AndTheOthersGoOn()
    {
        var reported = await Report("case-1");
        await Report("case-3");
        await _due.NoteAsync("case-2", 1, reported.Case!.NextDeadline);
        var late = reported.Case.NextDeadline!.Value + Duration.FromMinutes(1);

        var outcomes = await _desk.PassDeadlinesAsync(late);

        Assert.Equal([true, false, true], outcomes.Select(outcome => outcome.IsDone));
        Assert.Equal([1, null, 1], outcomes.Select(outcome => outcome.Case?.Escalations));
        Assert.IsType<ArgumentException>(outcomes[1].Fault);
        Assert.Contains("case-2", Assert.Single(outcomes[1].Decision.Refusals).Message.ToString(), StringComparison.Ordinal);
        Assert.Equal("cases.unreadable", outcomes[1].Decision.Refusals[0].Code);
    }

    [Fact]
    public async Task Over_AChangedModel_LeavesOpenCasesTheirLifecycle()
    {
        await Report("case-1");
        var changed = SmallCounty.Compile(SmallCounty.Definition("ordinary") with
        {
            Version = 2,
            Clocks = EquatableArray.From(SmallCounty.Definition("ordinary").Clocks.Select(clock => clock with { Limit = new TimeLimit(1, LimitUnit.UrgentHours) })),
        });
        var forgetful = _desk.Over(new CaseEngine(SmallCounty.Model(lifecycles: new LifecycleCatalogue([changed]))));
        var careful = _desk.Over(new CaseEngine(SmallCounty.Model(lifecycles: new LifecycleCatalogue([changed]).Keeping(SmallCounty.Catalogue))));

        var refused = await forgetful.HandleAsync("case-1", new MoveCase("accept", "accept"), SmallCounty.Dispatcher, Monday);
        var accepted = await careful.HandleAsync("case-1", new MoveCase("accept", "accept"), SmallCounty.Dispatcher, Monday);
        var fresh = await careful.HandleAsync("case-2", Command("case-2"), SmallCounty.GridWorker, Monday);

        Assert.Equal("cases.lifecycle-absent", Assert.Single(refused.Decision.Refusals).Code);
        Assert.True(accepted.IsDone);
        Assert.Equal(1, accepted.Case!.Lifecycle.Version);
        Assert.Equal(2, fresh.Case!.Lifecycle.Version);
        Assert.True(fresh.Case.NextDeadline < (await Report("case-3")).Case!.NextDeadline);
    }

    [Fact]
    public async Task HandleAsync_ACallersMistake_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await _desk.HandleAsync("no-such-case", new MoveCase("x", "accept"), SmallCounty.Dispatcher, Monday));
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await _desk.HandleAsync("another", Command("case-1"), SmallCounty.GridWorker, Monday));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeskOver(_store, attempts: 0));
    }

    private static ReportCase Command(string id) =>
        new("report", id, "ordinary", "rubbish", SmallCounty.Cell, "grid-worker-terminal");

    private CaseDesk DeskOver(IEventStore store, int attempts = CaseDesk.DefaultAttempts) =>
        new(SmallCounty.Engine(), store, _effects, _due, attempts);

    private ValueTask<CaseOutcome> Report(string id) => _desk.HandleAsync(id, Command(id), SmallCounty.GridWorker, Monday);
}
