using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary><c>gridgov grids redivide UNITS --from PLAN</c>: an old plan to today's people, by the fewest who change hands.</summary>
internal static class GridsRedivideCommand
{
    private const int MostNamed = 8;

    internal static Command Create()
    {
        var options = new DivideOptions();
        var from = new Option<string>("--from") { Description = "The old plan, as \"grids divide\" writes it with -o or prints it with --json.", HelpName = "PLAN", Required = true };
        var command = new Command("redivide", "Brings an old plan within the bounds again by the fewest people changing hands, and lists who moves.") { from };
        options.AddTo(command);
        return Session.Bind(command, (call, session) =>
        {
            var seed = options.SeedOf(call, session);
            var seconds = options.SecondsOf(call, session);
            var previous = PlanFile.Read(session, call.GetValue(from)!);
            var problem = options.Problem(call, session, out var doubts, previous);
            string[] gone = [.. previous.Keys.Where(id => !problem.TryIndexOf(id, out _)).Order(StringComparer.Ordinal)];
            if (gone.Length > 0)
            {
                session.Note(new LocalizedText(
                    string.Create(CultureInfo.InvariantCulture, $"The old plan has {Counted.Of(gone.Length, "unit")} no longer there: {string.Join(", ", gone.Take(MostNamed))}{(gone.Length > MostNamed ? " …" : "")}."),
                    string.Create(CultureInfo.InvariantCulture, $"原方案中有{gone.Length}个单元已不存在：{string.Join("、", gone.Take(MostNamed))}{(gone.Length > MostNamed ? "……" : "")}。")));
            }

            RedivisionOutcome outcome;
            var clock = Stopwatch.StartNew();
            TimeSpan searched;
            try
            {
                outcome = Redivider.Redivide(problem, previous, seed, DivideOptions.BudgetOf(problem, seconds));
                searched = clock.Elapsed;
            }
            catch (ArgumentException twofold)
            {
                throw new UnusableInputException($"{call.GetValue(from)}: {twofold.Message.Split(" (Parameter")[0]}");
            }

            DivisionOutput.Write(session, call.GetValue(options.Output), outcome.Division, CellFile.SystemOf(call.GetValue(options.System)!));
            Print(session, outcome, doubts, gone, searched.TotalSeconds);
            return outcome.Division.Verdict == DivisionVerdict.Found ? ExitCode.Ok : ExitCode.Findings;
        });
    }

    private static void Print(Session session, RedivisionOutcome outcome, FindingReport doubts, string[] gone, double seconds)
    {
        if (!session.IsJson)
        {
            DivisionOutput.Print(session, outcome.Division);
            if (outcome.Division.Plan is null)
            {
                return;
            }

            session.Note(new LocalizedText(
                string.Create(CultureInfo.InvariantCulture, $"Changing hands: {Counted.Of(outcome.Moves.Count, "unit")}, {outcome.Moved} in all; at least {outcome.MovedBound} must."),
                string.Create(CultureInfo.InvariantCulture, $"{outcome.Moves.Count}个单元变更网格，合计{outcome.Moved}；至少须变更{outcome.MovedBound}。")));
            return;
        }

        var result = DivisionOutput.ToJson(session, outcome.Division, seconds, doubts);
        result["moved"] = outcome.Division.Plan is null ? null : outcome.Moved;
        result["movedBound"] = outcome.Division.Plan is null ? null : outcome.MovedBound;
        result["gone"] = new JsonArray([.. gone.Select(static id => (JsonNode)id)]);
        result["moves"] = new JsonArray([.. outcome.Moves.Select(static move => (JsonNode)new JsonObject
        {
            ["unit"] = move.Unit,
            ["from"] = move.From,
            ["to"] = move.To,
            ["people"] = move.People,
            ["households"] = move.Households,
        })]);
        result["lineage"] = new JsonArray([.. outcome.Lineage.Select(static item => (JsonNode)new JsonObject
        {
            ["from"] = item.From,
            ["to"] = item.To,
            ["units"] = item.Units,
            ["people"] = item.People,
            ["households"] = item.Households,
        })]);
        session.Result(result);
    }
}
