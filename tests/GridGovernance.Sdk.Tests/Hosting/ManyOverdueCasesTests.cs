using System.Globalization;
using GridGovernance.Sdk.Cases;
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
        var (store, due) = (new ReportedCases(SmallCounty.Engine().Report()), new InMemoryDueIndex());
        for (var i = 0; i < Cases; i++)
        {
            await due.NoteAsync(IdOf(i), store.Reported.Version, store.Reported.NextDeadline);
        }

        var late = store.Reported.NextDeadline!.Value + Duration.FromMinutes(1);
        var hosts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Pass(new CaseDesk(SmallCounty.Engine(), store, new InMemoryEffectOutlet(), due), late))));
        var again = await Pass(new CaseDesk(SmallCounty.Engine(), store, new InMemoryEffectOutlet(), due), late);

        Assert.Equal(Cases, hosts.Sum());
        Assert.Equal(0, again);
        Assert.All(Enumerable.Range(0, Cases), i => Assert.Equal(1, store.AppendedTo(IdOf(i)).Count(e => e is DeadlineMissed)));
        Assert.All(Enumerable.Range(0, Cases), i => Assert.Equal(1, store.AppendedTo(IdOf(i)).Count(e => e is CaseEscalated)));
        Assert.Empty(await due.DueBeforeAsync(late));
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

    /// <summary>Any number of cases that were reported alike; only what is appended takes room.</summary>
    private sealed class ReportedCases(GridCase reported) : IEventStore
    {
        private static readonly CaseEvent[] Report = [.. SmallCounty.Engine().Decide(
            null, new Sdk.Cases.Commands.ReportCase("report", "case-1", "ordinary", "rubbish", SmallCounty.Cell, "grid-worker-terminal"), SmallCounty.GridWorker, SmallCounty.Monday).Events];

        private readonly Dictionary<string, EquatableArray<CaseEvent>> _appended = new(StringComparer.Ordinal);
        private readonly Lock _gate = new();

        internal GridCase Reported => reported;

        public ValueTask<EquatableArray<CaseEvent>> LoadAsync(string caseId, CancellationToken cancellation = default) =>
            ValueTask.FromResult<EquatableArray<CaseEvent>>([(CaseReported)Report[0] with { CaseId = caseId }, .. Report[1..], .. AppendedTo(caseId)]);

        public ValueTask<AppendResult> AppendAsync(string caseId, int expectedVersion, EquatableArray<CaseEvent> events, CancellationToken cancellation = default)
        {
            lock (_gate)
            {
                var known = _appended.GetValueOrDefault(caseId);
                if (Report.Length + known.Count != expectedVersion)
                {
                    return ValueTask.FromResult(new AppendResult(false, Report.Length + known.Count));
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
