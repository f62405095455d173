using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Readme;

/// <summary>The README's example of a host's loop, as it stands there.</summary>
internal static class HostLoopExample
{
    internal static async Task RunAsync(GovernanceModel model, GridMap map, TextWriter output)
    {
        var worker = new CaseActor(new Seat("grid-worker", "511921100201001"));
        var dispatcher = new CaseActor(new Seat("dispatcher", "511921"));
        var cell = GridCode.Parse("511921100201001001");
        var now = Instant.FromUtc(2026, 1, 5, 1, 0);

        // <loop>
        var events = new InMemoryEventStore(); // yours: a table with (case, version) as its key
        var effects = new InMemoryEffectOutlet();
        var due = new InMemoryDueIndex();
        var desk = new CaseDesk(new CaseEngine(model.ToCaseModel(map)), events, effects, due);
        await desk.HandleAsync("case-1", new ReportCase("c1", "case-1", "ordinary", "unlicensed-business", cell, "hotline-12345"), dispatcher, now);

        // Two act on one version: the second append is told of the conflict. The desk itself would load anew and decide again.
        var known = await events.LoadAsync("case-1");
        var late = new CaseEngine(model.ToCaseModel(map)).Decide(GridCase.Replay(known), new MoveCase("c2", "accept"), worker, now).EnsureAccepted();
        await desk.HandleAsync("case-1", new MoveCase("c3", "accept"), dispatcher, now);
        output.WriteLine($"appended at version {known.Count}: {(await events.AppendAsync("case-1", known.Count, late)).IsAppended}");

        // The model changes while the case is open: the case goes on under the lifecycle it began with, new cases take the new one.
        var second = model.Definitions.Lifecycles.Select(lifecycle => lifecycle with { Version = 2 });
        var changed = GovernanceModel.Compile(model.Definitions with { Lifecycles = [.. second] }, out _)!;
        desk = desk.Over(new CaseEngine(changed.ToCaseModel(map, open: model)));
        await desk.HandleAsync("case-1", new DispatchCase("c4", new Seat("department-handler", "market-regulation")), dispatcher, now);
        await desk.HandleAsync("case-2", new ReportCase("c5", "case-2", "daily", "fire-safety", cell, "grid-worker-terminal"), worker, now);
        output.WriteLine($"{(await desk.FindAsync("case-1"))!.Lifecycle} beside {(await desk.FindAsync("case-2"))!.Lifecycle}");

        // Effects are handed out once; what is overdue climbs its ladder. A host calls this from its own timer.
        output.WriteLine($"effects: {string.Join(", ", effects.TakeAll().Select(effect => effect.Name))}");
        foreach (var outcome in await desk.PassDeadlinesAsync(now + Duration.FromDays(7)))
        {
            output.WriteLine($"{outcome.Case!.Id}: escalated to {outcome.Case.Supervisor}");
        }
        // </loop>
    }
}
