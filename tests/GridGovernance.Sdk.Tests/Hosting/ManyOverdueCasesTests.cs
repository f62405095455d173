using System.Globalization;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Tests.Cases;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Hosting;

public sealed class ManyOverdueCasesTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("GG_OVERDUE_CASES") ?? "20000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task EveryOverdueCase_IsProcessedExactlyOnce_ThoughTwoHostsLookAtTheClock()
    {
        var (store, due) = (new ManyCases(Reported(), LateAgain()), new InMemoryDueIndex());
        for (var i = 0; i < Cases; i++)
        {
            var c = GridCase.Replay(store.HistoryOf(IdOf(i)));
            await due.NoteAsync(IdOf(i), c.Version, c.NextDeadline);
        }

        var late = SmallCounty.Monday + Duration.FromDays(60);
        var hosts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Pass(new CaseDesk(SmallCounty.Engine(), store, new InMemoryEffectOutlet(), due), late))));
        var again = await Pass(new CaseDesk(SmallCounty.Engine(), store, new InMemoryEffectOutlet(), due), late);

        Assert.Equal(Cases, hosts.Sum());
        Assert.Equal(0, again);
        Assert.All(Enumerable.Range(0, Cases), i => Assert.Equal(1, store.AppendedTo(IdOf(i)).Count(e => e is CaseEscalated)));
        Assert.All(Enumerable.Range(0, Cases), i => Assert.Contains(store.AppendedTo(IdOf(i)), e => e is DeadlineMissed));
        Assert.Empty(await due.DueBeforeAsync(late));
    }

    private static EquatableArray<CaseEvent> Reported() => [.. SmallCounty.Engine().Decide(
        null, new ReportCase("report", "case-1", "ordinary", "rubbish", SmallCounty.Cell, "grid-worker-terminal"), SmallCounty.GridWorker, SmallCounty.Monday).Events];

    // Missed, escalated, finished late and sent back: what was owed is owed again, by a deadline that has passed before.
    private static EquatableArray<CaseEvent> LateAgain()
    {
        var engine = SmallCounty.Engine();
        var events = Reported();
        void Do(CaseCommand command, CaseActor actor, Instant at) => events = [.. events, .. engine.Decide(GridCase.Replay(events), command, actor, at).EnsureAccepted()];
        Do(new MoveCase("a", "accept"), SmallCounty.Dispatcher, SmallCounty.Monday);
        Do(new DispatchCase("d", SmallCounty.Handler.Seat), SmallCounty.Dispatcher, SmallCounty.Monday);
        Do(new MoveCase("s", "sign-in"), SmallCounty.Handler, SmallCounty.Monday);
        var late = GridCase.Replay(events).Clock("handling")!.DueAt + Duration.FromMinutes(1);
        Do(new PassDeadline("deadline-first"), CaseActor.Clock, late);
        Do(new MoveCase("f", "finish", "done"), SmallCounty.Handler, late);
        Do(new MoveCase("v", "fail", "not done"), SmallCounty.Verifier, late);
        Assert.True(GridCase.Replay(events).NextDeadline < late);
        return events;
    }

    // What is done by this desk: an outcome without events was somebody else's doing.
    private static async Task<int> Pass(CaseDesk desk, Instant at)
    {
        var done = 0;
        await foreach (var outcome in desk.PassEachDeadlineAsync(at))
        {
            Assert.True(outcome.IsDone);
            done += outcome.Decision.Events.Count > 0 ? 1 : 0;
        }

        return done;
    }

    private static string IdOf(int i) => "case-" + i.ToString(CultureInfo.InvariantCulture);

    /// <summary>Any number of cases, every other with the one history and the other; only what is appended takes room.</summary>
    private sealed class ManyCases(params EquatableArray<CaseEvent>[] histories) : IEventStore
    {
        private readonly Dictionary<string, EquatableArray<CaseEvent>> _appended = new(StringComparer.Ordinal);
        private readonly Lock _gate = new();

        public ValueTask<EquatableArray<CaseEvent>> LoadAsync(string caseId, CancellationToken cancellation = default) =>
            ValueTask.FromResult<EquatableArray<CaseEvent>>([.. HistoryOf(caseId), .. AppendedTo(caseId)]);

        internal EquatableArray<CaseEvent> HistoryOf(string caseId)
        {
            var history = histories[(caseId[^1] - '0') % histories.Length];
            return [(CaseReported)history[0] with { CaseId = caseId }, .. history.AsSpan()[1..]];
        }

        public ValueTask<AppendResult> AppendAsync(string caseId, int expectedVersion, EquatableArray<CaseEvent> events, CancellationToken cancellation = default)
        {
            lock (_gate)
            {
                var known = _appended.GetValueOrDefault(caseId);
                var version = HistoryOf(caseId).Count + known.Count;
                if (version != expectedVersion)
                {
                    return ValueTask.FromResult(new AppendResult(false, version));
                }

                _appended[caseId] = [.. known, .. events];
                return ValueTask.FromResult(new AppendResult(true, expectedVersion + events.Count));
            }
        }

        internal EquatableArray<CaseEvent> AppendedTo(string caseId)
        {
            lock (_gate)
            {
                return _appended.GetValueOrDefault(caseId);
            }
        }
    }
}
