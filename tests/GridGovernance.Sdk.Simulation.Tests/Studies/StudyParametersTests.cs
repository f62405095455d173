using System.Reflection;
using System.Text;
using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Studies;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

public class StudyParametersTests
{
    [Fact]
    public void Table_EveryPropertyOfTheParameters_HasARowAndEveryRowAProperty()
    {
        string[] expected =
        [
            .. Paths(typeof(CountyStudyParameters), "county "),
            .. Paths(typeof(ProvinceParameters), "province "),
            .. Paths(typeof(NoticeParameters), "notice ").Where(static path => !path.StartsWith("notice shape/", StringComparison.Ordinal)).Append("notice shape"),
            .. Paths(typeof(SamplingParameters), "sampling "),
            .. Paths(typeof(CollectionParameters), "collection "),
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), StudyParameters.All.Select(static row => $"{row.Kind} {row.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_EveryRow_SaysWhereItsDefaultComesFrom() => Assert.All(StudyParameters.All, static row =>
    {
        Assert.True(row.Origin is "article" or "statute" or "assumed", row.Origin);
        Assert.NotEmpty(row.Source);
        Assert.NotEmpty(row.Default);
    });

    // Alone, or with what its row names: nothing is a parameter that moves nothing.
    private static readonly (string Change, string? With)[] Changes =
    [
        ("vacantPermille=400", null),
        ("run/reportsPerMillionPeople=6000", null),
        ("run/restDayPermille=0", null),
        ("run/monthPercents=[50,50,50,50,50,50,50,50,50,50,50,50]", null),
        ("run/tiers/daily/hardPermille=500", null),
        ("run/matterWeights/+={\"code\":\"fire-safety\",\"weight\":9000}", null),
        ("run/sizes=[{\"size\":\"hard\",\"weight\":1,\"servicePercent\":900}]", null),
        ("run/strayMatterPermille=500", null),
        ("run/workerReportPermille=100", null),
        ("run/unpatrolledReportPermille=0", "run/staff/leaveDays=200"),
        ("run/detection/workerMeanHours=90", null),
        ("run/detection/residentMeanHours=9", null),
        ("run/steps/handling/lagMinutes=4000", null),
        ("run/travelMinutes=100", null),
        ("run/staff/turnoverPermille=5000", null),
        ("run/staff/vacancyDays=5", "run/staff/turnoverPermille=5000"),
        ("run/staff/noviceSlowerPercent=0", "run/staff/turnoverPermille=5000"),
        ("run/staff/learningDays=5", "run/staff/turnoverPermille=5000"),
        ("run/staff/leaveDays=100", null),
        ("run/staff/fatiguePercentPerHour=90", null),
        ("run/duties/visitMinutes=400", null),
        ("run/duties/followsEntryList=true", null),
        ("run/duties/unlistedPermille=500", "run/duties/followsEntryList=true"),
        ("run/duties/listedMinutes=300", null),
        ("run/duties/unlistedMinutes=300", null),
        ("run/misdispatchPermille=1000", null),
        ("run/escalationHelpsPermille=1000", null),
        ("run/residentRatesPermille=0", null),
        ("run/officialRatesPermille=0", null),
    ];

    [Fact]
    public void EveryParameter_MovesAMeasure()
    {
        static string Scenario(string code, params string?[] changes) =>
            $$"""{"code": "{{code}}", "set": [{{string.Join(", ", changes.OfType<string>().Select(static one => "\"" + one.Replace("\"", "\\\"", StringComparison.Ordinal) + "\""))}}]}""";
        static IEnumerable<string> Scenarios()
        {
            foreach (var (i, (change, with)) in Changes.Index())
            {
                if (i == 0 || with is not null)
                {
                    yield return Scenario($"before-{i}", with);
                }

                yield return Scenario($"after-{i}", with, change);
            }
        }

        var text = $$"""
            {"code": "x", "title": {"en": "x", "zh": "x"}, "kind": "county", "model": "samples/CountyQuickstart/model", "seed": 5, "replications": 1,
             "set": ["shape/townships=1", "shape/villages=2", "shape/grids=2", "run/from=2026-03-01", "run/to=2026-03-31", "followUpDays=5", "warmUpDays=2", "run/reportsPerMillionPeople=4000", "run/staff/vacancyDays=4"],
             "scenarios": [{{string.Join(", ", Scenarios())}}]}
            """;
        var study = Study.Read(Encoding.UTF8.GetBytes(text), SourceTree.Path("study.json"), out var report);
        report.EnsureNoErrors();
        var result = study!.Run(study.Options);

        Assert.All(Changes.Index(), one => Assert.Contains(
            result.Manifest.Metrics, metric => result.Summary($"after-{one.Index}", metric).Mean != result.Summary($"before-{(one.Item.With is null ? 0 : one.Index)}", metric).Mean));
        Assert.All(Changes, static one => Assert.Equal(
            one.With is not null, StudyParameters.All.Single(row => row.Kind == "county" && one.Change.StartsWith(row.Path, StringComparison.Ordinal)).Source.Contains("takes effect", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("county", "run/reportsPerMillionPeople", "490")]
    [InlineData("county", "run/staff/leaveDays", "0 or none")]
    [InlineData("province", "workers", "330000")]
    public void Table_ADefault_IsThatOfTheCode(string kind, string path, string value) =>
        Assert.Equal(value, Assert.Single(StudyParameters.All, row => row.Kind == kind && row.Path == path).Default);

    [Fact]
    public void TheStudiesReadme_NamesEveryParameter()
    {
        var text = File.ReadAllText(SourceTree.Path("samples", "studies", "README.md"));

        Assert.All(StudyParameters.All, row => Assert.Contains($"| `{row.Path}` | {row.Default.Replace("|", "\\|", StringComparison.Ordinal)} |", text, StringComparison.Ordinal));
    }

    // A record of this project is walked into; everything else is a value.
    private static IEnumerable<string> Paths(Type type, string prefix) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.SetMethod is not null).SelectMany(property =>
        {
            var path = prefix + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            return property.PropertyType.Assembly == typeof(StudyParameters).Assembly ? Paths(property.PropertyType, path + "/") : [path];
        });
}
