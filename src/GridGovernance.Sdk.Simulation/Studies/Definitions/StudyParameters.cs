using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Simulation.Provinces;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>The table of all parameters: each with its default, as the code has it, and its source.</summary>
/// <remarks>What decides about cases is not in it: lifecycles, limits, lists and calendar are the model's, and a study names them by hash.</remarks>
public static class StudyParameters
{
    private const string Article = "article";
    private const string Statute = "statute";
    private const string Assumed = "assumed";
    private const string NoFigure = "no article gives a figure";
    private const string Neutral = "neutral: off unless a study asks for it";
    private const string SamplesCode = "the sample's code";
    private const string NearTiers = "chosen so that closure comes near 97.39, 80.85 and 100 % (X县) in a quarter of the sample county, counted to its last day; where the last weeks are left out, as here, more is closed, and tier-calibration.cs fits the shares anew";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Kind, string Path, string Unit, string Origin, string Source)[] Rows =
    [
        ("county", "shape/townships", "townships", Assumed, "a small county that runs in a second; 通江县 has 33"),
        ("county", "shape/villages", "villages a township", Assumed, "通江县: 324 villages in 33 townships, 9.8"),
        ("county", "shape/grids", "grids a village", Assumed, "通江县: 1.73; X县: 3.75"),
        ("county", "shape/cells", "cells a grid", Assumed, "half of 通江县's 13.7, for speed"),
        ("county", "shape/peoplePerCell", "people", Article, "通江县: 720,000 people in 7,709 cells, 93.4"),
        ("county", "vacantPermille", "‰ of seats", Assumed, NoFigure),
        ("county", "warmUpDays", "days", Assumed, "an empty county fills up in days"),
        ("county", "followUpDays", "days", Assumed, "more than thrice the longest closure limit of the sample"),
        ("county", "workerScheme", "", Assumed, SamplesCode + "; production's scheme, unchanged; an empty text for none"),
        ("county", "departmentScheme", "", Assumed, SamplesCode + "; production's scheme, unchanged; an empty text for none"),
        ("county", "run/from", "date", Assumed, "after the Spring Festival"),
        ("county", "run/to", "date", Assumed, "before the known calendar ends"),
        ("county", "run/codes/workerPost", "", Assumed, SamplesCode),
        ("county", "run/codes/dispatcherPost", "", Assumed, SamplesCode),
        ("county", "run/codes/departmentPost", "", Assumed, SamplesCode),
        ("county", "run/codes/dispatchTrigger", "", Assumed, SamplesCode),
        ("county", "run/codes/travelState", "", Assumed, SamplesCode),
        ("county", "run/codes/closureClock", "", Assumed, SamplesCode),
        ("county", "run/reportsPerMillionPeople", "reports a working day", Assumed, NearTiers + "; X县 had 84,000 in three years: 183 a day and million"),
        ("county", "run/restDayPermille", "‰ of a working day", Assumed, NoFigure),
        ("county", "run/monthPercents", "% of the mean, 12 months", Assumed, Neutral),
        ("county", "run/hourWeights", "weights, 24 hours", Assumed, "two peaks and quiet nights"),
        ("county", "run/tiers", "weights, ‰, %", Assumed, NearTiers),
        ("county", "run/matterWeights", "weights", Assumed, Neutral),
        ("county", "run/sizes", "weights, %", Assumed, Neutral + "; the sizes are X县's 小事、大事、难事"),
        ("county", "run/strayMatterPermille", "‰ of reports", Assumed, "吴结兵 warns of matters that do not belong into a grid, without a figure"),
        ("county", "run/workerChannel", "", Article, "X县: 网格员上报"),
        ("county", "run/workerReportPermille", "‰ of reports", Article, "X县, figure 1: grid workers report 93 % or more; says through whom a matter comes, which takes time only where the model treats channels differently"),
        ("county", "run/unpatrolledReportPermille", "‰ of such matters", Assumed, "no article gives a figure; takes effect where seats of grid workers are vacant or their people away, and detection is off"),
        ("county", "run/detection/workerMeanHours", "hours", Assumed, Neutral + "; where it or the next is above 0, run/workerReportPermille is passed over"),
        ("county", "run/detection/residentMeanHours", "hours", Assumed, Neutral),
        ("county", "run/publicChannels", "weights", Assumed, "the channels are X县's, their weights assumed; takes time only where the model treats channels differently, by tier rules or verification"),
        ("county", "run/steps", "minutes, weights", Assumed, NearTiers),
        ("county", "run/otherwiseMinutes", "minutes", Assumed, "for states that no step names"),
        ("county", "run/desks", "people a seat", Assumed, "a county centre and departments of a county's usual size"),
        ("county", "run/departmentDesks", "people a department", Assumed, Neutral),
        ("county", "run/travelMinutes", "minutes", Assumed, Neutral + "; of every service in run/codes/travelState and of every visit"),
        ("county", "run/staff/turnoverPermille", "‰ a year", Assumed, Neutral + "; X县 calls turnover high without a figure"),
        ("county", "run/staff/vacancyDays", "days", Assumed, NoFigure + "; takes effect with run/staff/turnoverPermille"),
        ("county", "run/staff/leaveDays", "days a year", Assumed, Neutral + "; 职工带薪年休假条例, article 3, gives 5, 10 or 15 working days by years of work: 7, 14 or 21 with the rest days within them"),
        ("county", "run/staff/noviceSlowerPercent", "%", Assumed, NoFigure + "; takes effect with run/staff/turnoverPermille and run/staff/learningDays"),
        ("county", "run/staff/learningDays", "days", Assumed, NoFigure + "; takes effect with run/staff/turnoverPermille and run/staff/noviceSlowerPercent"),
        ("county", "run/staff/fatiguePercentPerHour", "% an hour", Assumed, Neutral),
        ("county", "run/duties/post", "", Article, "X县 and 通江县: 网格员"),
        ("county", "run/duties/dayMinutes", "minutes", Statute, "劳动法, article 36: at most eight hours a day; takes effect with visits, campaigns or matters"),
        ("county", "run/duties/visitMinutes", "minutes a day", Assumed, Neutral + "; for a model without a visit policy"),
        ("county", "run/duties/campaigns", "minutes a day", Assumed, Neutral),
        ("county", "run/duties/followsEntryList", "true or false", Assumed, Neutral + "; needs the model's burden.json, and no minutes of matters"),
        ("county", "run/duties/unlistedPermille", "‰ of what the lists keep from the post", Assumed, Neutral + "; takes effect with run/duties/followsEntryList"),
        ("county", "run/duties/listedMinutes", "minutes a day", Assumed, Neutral + "; Zhejiang lists 20 matters"),
        ("county", "run/duties/unlistedMinutes", "minutes a day", Assumed, Neutral),
        ("county", "run/visits/followsPolicy", "true or false", Assumed, Neutral + "; needs the model's visit-policy.json, and duties/visitMinutes of 0"),
        ("county", "run/visits/groups", "for a million people, weights", Assumed, "the groups are 通江县's; with a visit a month they come to the nearly 30,000 visits that it reports for its 720,000 people, without saying in which time"),
        ("county", "run/visits/minutes", "minutes", Assumed, NoFigure),
        ("county", "run/visits/vainMinutes", "minutes", Assumed, NoFigure),
        ("county", "run/visits/absentPermille", "‰ of visits", Assumed, NoFigure),
        ("county", "run/visits/refusedPermille", "‰ of visits", Assumed, NoFigure),
        ("county", "run/visits/againAfterDays", "days", Assumed, NoFigure),
        ("county", "run/misdispatchPermille", "‰ of dispatches", Assumed, NoFigure),
        ("county", "run/refusalRememberedDays", "days", Assumed, NoFigure),
        ("county", "run/escalationHelpsPermille", "‰ of escalations", Assumed, NearTiers),
        ("county", "run/residentRatesPermille", "‰ of closed cases", Assumed, NoFigure),
        ("county", "run/officialRatesPermille", "‰ of closed cases", Assumed, NoFigure),
        ("province", "from", "date", Assumed, "a Monday without a holiday after it"),
        ("province", "days", "days", Assumed, "two working weeks"),
        ("province", "grids", "grids", Article, "吴结兵: 6.1万个网格"),
        ("province", "workers", "people", Article, "吴结兵: 33万名网格员"),
        ("province", "reportsPerDay", "reports a day", Article, "吴结兵: 每天采集上报各类信息7.36万条"),
        ("province", "onTheSpotPermille", "‰ of a tier's reports", Assumed, "departments lead the sample's ordinary and serious matters"),
        ("province", "hourWeights", "weights, 24 hours", Assumed, "those of the county"),
        ("province", "tiers", "weights, %", Assumed, "those of the county; hard cases are passed over"),
        ("province", "steps", "minutes, weights", Assumed, "those of the county, without suspension"),
        ("notice", "shape", "units", Article, "as near to 通江县 as a regular county comes: 33 townships, 324 villages, 561 grids, 7,709 cells"),
        ("notice", "householdsPerCell", "households", Assumed, "93 people in households of three"),
        ("notice", "vacantPermille", "‰ of seats", Assumed, NoFigure),
        ("notice", "noticeSeconds", "seconds", Assumed, NoFigure),
        ("notice", "callSeconds", "seconds", Assumed, "0: by group message to all below at once"),
        ("notice", "groupPermille", "‰ of households", Assumed, NoFigure),
        ("notice", "groupSeconds", "seconds", Assumed, NoFigure),
        ("notice", "doorSeconds", "seconds", Assumed, NoFigure),
        ("sampling", "people", "people", Article, "通江县: 主城区13万余人"),
        ("sampling", "sites", "sites", Assumed, NoFigure),
        ("sampling", "lanesPerSite", "lanes", Assumed, "so that 160 lanes of 30 seconds come to 19,200 an hour; the article's rate is 18,571"),
        ("sampling", "secondsPerPerson", "seconds", Assumed, NoFigure),
        ("sampling", "calledOverHours", "hours", Assumed, "an hour less than the article's seven"),
        ("sampling", "comesAfterMinutes", "minutes", Assumed, NoFigure),
        ("sampling", "elsewherePermille", "‰ of people", Assumed, NoFigure),
        ("collection", "cells", "cells", Article, "通江县王坪村: 第2单元格 and 其余20个网格"),
        ("collection", "householdsPerCell", "households", Assumed, "93 people in households of three"),
        ("collection", "collectors", "people", Article, "通江县: an informant in every cell"),
        ("collection", "beginsAfterSeconds", "seconds", Assumed, NoFigure),
        ("collection", "knownPermille", "‰ of households", Assumed, "吴结兵: 人熟、地熟、情况熟, without a figure"),
        ("collection", "askSeconds", "seconds", Assumed, "a call"),
    ];

    private static readonly Dictionary<string, JsonNode> Defaults = new(StringComparer.Ordinal)
    {
        ["county"] = Json(CountyStudyParameters.Default),
        ["province"] = Json(new ProvinceParameters()),
        ["notice"] = Json(new NoticeParameters()),
        ["sampling"] = Json(new SamplingParameters()),
        ["collection"] = Json(new CollectionParameters()),
    };

    /// <summary>Gets the kinds of studies.</summary>
    public static EquatableArray<string> Kinds { get; } = EquatableArray.From(Rows.Select(static row => row.Kind).Distinct());

    /// <summary>Gets the table.</summary>
    public static EquatableArray<StudyParameter> All { get; } =
        EquatableArray.From(Rows.Select(static row => new StudyParameter(row.Kind, row.Path, DefaultOf(row.Kind, row.Path), row.Unit, row.Origin, row.Source)));

    // What a file leaves out is nothing: no number, no item.
    private static string DefaultOf(string kind, string path)
    {
        JsonNode? node = Defaults[kind];
        foreach (var part in path.Split('/'))
        {
            node = node?[part];
        }

        return node switch
        {
            null => "0 or none",
            JsonArray or JsonObject => node.ToJsonString(Readable),
            _ => node.ToString(),
        };
    }

    private static JsonNode Json<T>(T parameters) => JsonNode.Parse(StudyJson.TextOf(parameters))!;
}
