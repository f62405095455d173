using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary><c>gridgov grids divide UNITS</c>: units into grids, or the proof that it cannot be done.</summary>
internal static class GridsDivideCommand
{
    internal static Command Create()
    {
        var options = new DivideOptions();
        var enumerate = new Option<bool>("--enumerate") { Description = "Count all connected plans within the bounds, and say how even the best of them is." };
        var command = new Command("divide", "Divides units into connected grids within bounds: a plan, none found, or the proof that there is none.") { enumerate };
        options.AddTo(command);
        return Session.Bind(command, (call, session) => Run(call, session, options, call.GetValue(enumerate)));
    }

    private static int Run(ParseResult call, Session session, DivideOptions options, bool enumerate)
    {
        var seed = options.SeedOf(call, session);
        var seconds = options.SecondsOf(call, session);
        var problem = options.Problem(call, session, out var doubts);
        var budget = DivideOptions.BudgetOf(problem, seconds);
        using var limit = new CancellationTokenSource();
        if (seconds is { } given)
        {
            limit.CancelAfter((int)Math.Min(int.MaxValue, (given * 3000) + 1000));
        }

        DivisionOutcome outcome;
        var clock = Stopwatch.StartNew();
        TimeSpan searched;
        try
        {
            outcome = Divider.Divide(problem, seed, budget, null, limit.Token);
            searched = clock.Elapsed;
        }
        catch (OperationCanceledException)
        {
            session.Note(new LocalizedText("No plan was found within the budget.", "在预算内未找到方案。"));
            if (session.IsJson)
            {
                session.Result(new JsonObject { ["feasible"] = null, ["grids"] = null, ["assignment"] = null, ["certificate"] = null, ["seconds"] = Math.Round(clock.Elapsed.TotalSeconds, 3) });
            }

            return ExitCode.Findings;
        }

        DivisionOutput.Write(session, call.GetValue(options.Output), outcome, CellFile.SystemOf(call.GetValue(options.System)!));
        var plans = enumerate ? ConnectedPlans.Count(outcome.Plan is { } found && call.GetValue(options.Target) is not null ? Counted(found) : problem, Math.Max(budget.ExactSteps, 1)) : null;
        if (session.IsJson)
        {
            var result = DivisionOutput.ToJson(session, outcome, searched.TotalSeconds, doubts);
            if (enumerate)
            {
                result["plans"] = plans is { } count ? JsonNode.Parse(count.ToString(CultureInfo.InvariantCulture)) : null;
                result["bestDeviation"] = outcome.Plan is { Gap: 0 } best ? best.MaxDeviation : null;
            }

            session.Result(result);
        }
        else
        {
            DivisionOutput.Print(session, outcome);
            if (enumerate)
            {
                session.Note(plans is { } count
                    ? new LocalizedText($"{count} connected {(count == 1 ? "plan" : "plans")} within the bounds.", $"界限内的连通方案共{count}个。")
                    : new LocalizedText("Too many plans to count within the budget.", "方案过多，在预算内无法计数。"));
            }
        }

        return outcome.Verdict == DivisionVerdict.Found ? ExitCode.Ok : ExitCode.Findings;
    }

    // A norm decides how many grids there are: plans of that number are what its plan is one of.
    private static DivisionProblem Counted(DivisionPlan plan)
    {
        var definition = plan.Problem.Definition;
        var grids = plan.Grids.ToLookup(static grid => grid.Parent ?? "", StringComparer.Ordinal);
        return DivisionProblem.Compile(
            definition with
            {
                Sizing = EquatableArray.From(definition.Sizing.Select(sizing => sizing with { Grids = grids[""].Any() ? grids[""].Count() : sizing.Grids })),
                Parents = EquatableArray.From(grids.Where(static parent => parent.Key.Length > 0).Select(static parent => new DivisionParent(parent.Key) { Grids = parent.Count() })),
            },
            out _) ?? plan.Problem;
    }
}
