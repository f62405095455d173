using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Readme;

/// <summary>The README's example of embedding the package, as it stands there.</summary>
internal static class EmbeddingExample
{
    internal static void Run(string folder, TextWriter output)
    {
        // <embed>
        var model = GovernanceModel.LoadOrThrow(folder); // or Load, which reports every problem with file, line and code
        string[] codes = ["511921", "511921100", "511921100201", "511921100201001", "511921100201001001"];
        var units = codes.Select(code => GridUnit.Create(model.Scheme, GridCode.Parse(code), code, GridKind.Division));
        var map = GridMap.Create(model.Scheme, [.. units], out var report) ?? throw new GovernanceException(report);
        var engine = new CaseEngine(model.ToCaseModel(map));

        var worker = new CaseActor(new Seat("grid-worker", "511921100201001"));
        var dispatcher = new CaseActor(new Seat("dispatcher", "511921"));
        var bureau = new Seat("department-handler", "market-regulation");
        var now = Instant.FromUtc(2026, 1, 5, 1, 0); // Monday, 09:00 in China: the library owns no clock

        // Decide, then evolve: a decision holds events or every reason why not; the case is the fold of its events.
        var command = new ReportCase("command-1", "case-1", "ordinary", "unlicensed-business", GridCode.Parse(codes[^1]), "grid-worker-terminal");
        var c = GridCase.Replay(engine.Decide(null, command, worker, now).EnsureAccepted());
        c = engine.Decide(c, new MoveCase("command-2", "accept"), dispatcher, now).EnsureAccepted().Aggregate(c, GridCase.Apply);

        // The grid worker may not lead this matter. The refusal says why, and what would work.
        foreach (var refusal in engine.Decide(c, new DispatchCase("command-3", worker.Seat), dispatcher, now).Refusals)
        {
            output.WriteLine(refusal);
        }

        c = engine.Decide(c, new DispatchCase("command-4", bureau), dispatcher, now).EnsureAccepted().Aggregate(c, GridCase.Apply);
        output.WriteLine($"{c.State}: {c.Responsible} must act before {c.NextDeadline}");
        // </embed>
    }
}
