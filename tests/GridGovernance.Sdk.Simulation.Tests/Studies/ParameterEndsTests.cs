using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GridGovernance.Sdk.Simulation.Changes;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Studies;
using GridGovernance.Sdk.Simulation.Tests.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

/// <summary>Whatever number a county accepts, it can be run with: each at both ends of its range.</summary>
public class ParameterEndsTests
{
    private static readonly Regex Range = new("\"(?<path>[^\" ]+)\" should be (?<least>-?[0-9]+) to (?<most>[0-9]+), but is", RegexOptions.NonBacktracking);

    private static readonly LocalDate Day = new(2026, 3, 5);

    private static readonly CountyStudyParameters Tiny = CountyStudyParameters.Default with
    {
        Shape = new CountyShape { Townships = 1, Villages = 1, Grids = 1, Cells = 2 },
        WarmUpDays = 1,
        FollowUpDays = 1,
        Run = CountyStudyParameters.Default.Run with { From = Day, To = Day.PlusDays(5), ReportsPerMillionPeople = 30_000 },
    };

    // All that is off by default is on.
    private static readonly CountyStudyParameters Busy = Tiny with
    {
        Run = Tiny.Run with
        {
            MonthPercents = [.. Enumerable.Repeat(100, 12)],
            Sizes = [new(Cases.CaseSize.Small, 1, 80), new(Cases.CaseSize.Hard, 1, 200)],
            MatterWeights = [new("fire-safety", 50)],
            Detection = new DetectionBehaviour { WorkerMeanHours = 9, ResidentMeanHours = 30 },
            DepartmentDesks = [new("civil-affairs", 2)],
            TravelMinutes = 10,
            Staff = new StaffBehaviour { TurnoverPermille = 5_000, LeaveDays = 60, FatiguePercentPerHour = 10 },
            Duties = new DutyBehaviour { ListedMinutes = 60, UnlistedMinutes = 30, Campaigns = [new(Day, Day.PlusDays(2), 60)] },
            Visits = new VisitBehaviour { FollowsPolicy = true },
        },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_EveryNumberAtEachEndOfItsRange_Ends(bool isBusy)
    {
        var (parameters, tried, failed) = (isBusy ? Busy : Tiny, 0, new List<string>());
        foreach (var path in Paths(JsonNode.Parse(StudyJson.TextOf(parameters))!, "").Union(StudyParameters.All.Where(static row => row.Kind == "county").Select(static row => row.Path)))
        {
            foreach (var end in Ends(parameters, path))
            {
                // Two numbers that do not go together are refused before the run.
                if (Record.Exception(() => CountyScenario.Create(SampleCounty.Model, Changed(parameters, path, end)!)) is { } refused)
                {
                    Assert.IsType<ArgumentException>(refused);
                    continue;
                }

                var failure = Record.Exception(() => Run(Changed(parameters, path, end)!));
                tried++;
                if (failure is not null)
                {
                    failed.Add($"{path}={end}: {failure.Message}");
                }
            }
        }

        Assert.Empty(failed);
        Assert.InRange(tried, 200, 1_000);
    }

    // The ends are those that the refusal of what lies beyond them names.
    private static int[] Ends(CountyStudyParameters parameters, string path)
    {
        var ends = new SortedSet<int>();
        foreach (var beyond in (int[])[int.MinValue, int.MaxValue])
        {
            if (Changed(parameters, path, beyond) is not { } changed)
            {
                continue;
            }

            var message = Record.Exception(() => CountyScenario.Create(SampleCounty.Model, changed))?.Message ?? "";
            foreach (Match range in Range.Matches(message))
            {
                if (path.Contains(range.Groups["path"].Value, StringComparison.OrdinalIgnoreCase))
                {
                    ends.Add(int.Parse(range.Groups["least"].Value, CultureInfo.InvariantCulture));
                    ends.Add(int.Parse(range.Groups["most"].Value, CultureInfo.InvariantCulture));
                }
            }
        }

        return [.. ends];
    }

    private static void Run(CountyStudyParameters parameters) =>
        CountyScenario.Compare("ends", CountyScenario.Create(SampleCounty.Model, parameters).As("a")).Run(new ExperimentOptions { Seed = 3, Replications = ReplicationRange.FirstOf(1) });

    // Null where the parameter is no number.
    private static CountyStudyParameters? Changed(CountyStudyParameters parameters, string path, int value)
    {
        var findings = new List<Finding>();
        var changed = StudyJson.Changed(parameters, [new RuleChange(path, value.ToString(CultureInfo.InvariantCulture))], findings);
        return findings.Count == 0 ? changed : null;
    }

    private static IEnumerable<string> Paths(JsonNode node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value!, path.Length == 0 ? member.Key : $"{path}/{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => Paths(item!, $"{path}/{(item as JsonObject)?.First().Value ?? i}")),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => [path],
        _ => [],
    };
}
