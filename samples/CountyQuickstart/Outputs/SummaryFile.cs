using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CountyQuickstart.Steps;
using GridGovernance.Sdk.Grids;
using NodaTime.Text;

namespace CountyQuickstart.Outputs;

/// <summary><c>summary.json</c>: the figures of the run for programs. Every count of cases can be recounted from <c>cases.csv</c>.</summary>
internal static class SummaryFile
{
    internal const string Name = "summary.json";

    private const int RateDecimals = 9;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(TextWriter output, QuickstartResult result) => output.Write(Of(result).ToJsonString(Readable) + "\n");

    private static JsonObject Of(QuickstartResult result) => new()
    {
        ["seed"] = result.Options.Seed,
        ["county"] = new JsonObject { ["code"] = result.Model.County.Code.ToString(), ["name"] = result.Model.County.Name.Zh },
        ["synthetic"] = new JsonObject
        {
            ["outline"] = result.Options.Boundary is null,
            ["borders"] = true,
            ["villages"] = true,
            ["people"] = true,
            ["households"] = true,
            ["cases"] = true,
        },
        ["from"] = LocalDatePattern.Iso.Format(result.From),
        ["to"] = LocalDatePattern.Iso.Format(result.To),
        ["until"] = CasesFile.Time(result.Run.Until, result.Zone),
        ["townships"] = result.Count("township"),
        ["villages"] = result.Count(GridKind.Village),
        ["communities"] = result.Count(GridKind.Community),
        ["grids"] = result.Count("grid"),
        ["cells"] = result.Count("cell"),
        ["people"] = result.County.Households.PersonCount,
        ["households"] = result.County.Households.HouseholdCount,
        ["areaSquareMetres"] = Math.Round(result.Outline.AreaSquareMetres),
        ["division"] = new JsonObject
        {
            ["units"] = result.County.Division.Problem.Units.Count,
            ["withinTolerance"] = Math.Round(result.Quality.WithinTolerance, RateDecimals),
            ["meanDeviation"] = Math.Round(result.Quality.MeanDeviation, RateDecimals),
            ["maxDeviation"] = Math.Round(result.Quality.MaxDeviation, RateDecimals),
            ["bound"] = Math.Round(result.County.Division.Bound, RateDecimals),
            ["polsbyPopper"] = Rounded(result.Quality.MeanPolsbyPopper),
            ["reock"] = Rounded(result.Quality.MeanReock),
            ["momentOfInertia"] = Rounded(result.Quality.MeanMomentOfInertia),
            ["cutEdges"] = result.Quality.CutEdges,
            ["splitGroups"] = result.Quality.SplitGroups.Count,
            ["meanDistanceMetres"] = Rounded(result.Quality.MeanDistanceMetres),
        },
        ["coverage"] = new JsonObject
        {
            ["gapSquareMetres"] = result.Coverage.GapSquareMetres,
            ["overlapSquareMetres"] = result.Coverage.OverlapSquareMetres,
            ["outsideSquareMetres"] = result.Coverage.OutsideSquareMetres,
            ["uncoveredHouseholds"] = result.Coverage.UncoveredHouseholds,
            ["doublyCoveredHouseholds"] = result.Coverage.DoublyCoveredHouseholds,
            ["unassignedPeople"] = result.Coverage.UnassignedPeople,
            ["doublyAssignedPeople"] = result.Coverage.DoublyAssignedPeople,
        },
        ["cases"] = new JsonObject(result.Tiers.Select(static tier => KeyValuePair.Create(tier.Code, (JsonNode?)Of(tier.Count)))),
        ["dispatch"] = new JsonObject
        {
            ["checked"] = result.DispatchChecks,
            ["refusedChecks"] = result.Refused.Count,
            ["refused"] = new JsonObject(result.RefusedByReason.Select(static reason => KeyValuePair.Create(reason.Code, (JsonNode?)reason.Count))),
        },
        ["escalations"] = result.Escalations,
        ["fieldwork"] = Of(result.Fieldwork),
        ["replay"] = new JsonObject
        {
            ["cases"] = result.Replay.Cases,
            ["events"] = result.Replay.Events,
            ["different"] = result.Replay.Different,
            ["openWithoutResponsibleOrDeadline"] = result.Replay.Orphaned,
        },
        ["identity"] = new JsonObject(result.Identity.Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
    };

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, RateDecimals) : null;

    private static JsonObject Of(FieldQuarter fieldwork) => new()
    {
        ["visits"] = new JsonObject
        {
            ["subjects"] = fieldwork.Subjects,
            ["owed"] = fieldwork.Visits.Owed,
            ["inTime"] = fieldwork.Visits.InTime,
            ["late"] = fieldwork.Visits.Late,
            ["missed"] = fieldwork.Visits.Missed,
            ["open"] = fieldwork.Visits.Open,
            ["extra"] = fieldwork.Visits.Extra,
            ["unvisited"] = fieldwork.Visits.Unvisited.Count,
        },
        ["campaign"] = new JsonObject
        {
            ["village"] = fieldwork.CampaignVillage.ToString(),
            ["cells"] = fieldwork.Campaign.Cells,
            ["done"] = fieldwork.Campaign.Done,
            ["late"] = fieldwork.Campaign.LateCells.Count,
            ["people"] = fieldwork.Campaign.People,
        },
        ["broadcast"] = new JsonObject
        {
            ["households"] = fieldwork.Broadcast.Households,
            ["reached"] = fieldwork.Broadcast.Reached,
            ["late"] = fieldwork.Broadcast.Late,
            ["missed"] = fieldwork.Broadcast.Missed,
            ["bridgedCells"] = fieldwork.Bridged,
            ["unreachable"] = fieldwork.Unreachable,
        },
    };

    private static JsonObject Of(TierCount count) => new()
    {
        ["received"] = count.Received,
        ["closed"] = count.Closed,
        ["closedOnTime"] = count.ClosedOnTime,
        ["due"] = count.Due,
        ["overdue"] = count.Overdue,
        ["closureRate"] = count.ClosureRate.Round(RateDecimals),
        ["onTimeRate"] = count.OnTimeRate.Round(RateDecimals),
    };
}
