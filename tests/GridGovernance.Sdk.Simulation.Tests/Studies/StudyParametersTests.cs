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
    [Theory]
    [InlineData("vacantPermille=400")]
    [InlineData("run/reportsPerMillionPeople=6000")]
    [InlineData("run/restDayPermille=0")]
    [InlineData("run/monthPercents=[50,50,50,50,50,50,50,50,50,50,50,50]")]
    [InlineData("run/tiers/daily/hardPermille=500")]
    [InlineData("run/matterWeights/+={\"code\":\"fire-safety\",\"weight\":9000}")]
    [InlineData("run/sizes=[{\"size\":\"hard\",\"weight\":1,\"servicePercent\":900}]")]
    [InlineData("run/strayMatterPermille=500")]
    [InlineData("run/workerReportPermille=100")]
    [InlineData("run/unpatrolledReportPermille=0", "run/staff/leaveDays=200")]
    [InlineData("run/detection/workerMeanHours=90")]
    [InlineData("run/detection/residentMeanHours=9")]
    [InlineData("run/steps/handling/lagMinutes=4000")]
    [InlineData("run/travelMinutes=100")]
    [InlineData("run/staff/turnoverPermille=5000")]
    [InlineData("run/staff/vacancyDays=5", "run/staff/turnoverPermille=5000")]
    [InlineData("run/staff/noviceSlowerPercent=0", "run/staff/turnoverPermille=5000")]
    [InlineData("run/staff/learningDays=5", "run/staff/turnoverPermille=5000")]
    [InlineData("run/staff/leaveDays=100")]
    [InlineData("run/staff/fatiguePercentPerHour=90")]
    [InlineData("run/duties/visitMinutes=400")]
    [InlineData("run/duties/minutesPerListedMatter=15", "run/duties/listedMatters=20")]
    [InlineData("run/duties/minutesPerUnlistedMatter=15", "run/duties/unlistedMatters=20")]
    [InlineData("run/misdispatchPermille=1000")]
    [InlineData("run/escalationHelpsPermille=1000")]
    [InlineData("run/residentRatesPermille=0")]
    [InlineData("run/officialRatesPermille=0")]
    public void EveryParameter_MovesAMeasure(string change, string? takesEffectWith = null)
    {
        static string Quoted(string one) => "\"" + one.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        string Text(string first, string second) => $$"""
            {"code": "x", "title": {"en": "x", "zh": "x"}, "kind": "county", "model": "samples/CountyQuickstart/model", "seed": 5, "replications": 1,
             "set": ["shape/townships=1", "shape/villages=2", "shape/grids=2", "run/from=2026-03-01", "run/to=2026-03-31", "followUpDays=5", "warmUpDays=2", "run/reportsPerMillionPeople=4000"],
             "scenarios": [{"code": "a", "set": [{{first}}]}, {"code": "b", "set": [{{second}}]}]}
            """;
        var others = takesEffectWith is null ? "" : Quoted(takesEffectWith);
        var study = Study.Read(Encoding.UTF8.GetBytes(Text(others, others.Length == 0 ? Quoted(change) : $"{others}, {Quoted(change)}")), SourceTree.Path("study.json"), out var report);
        report.EnsureNoErrors();
        var result = study!.Run(study.Options);

        Assert.Contains(result.Manifest.Metrics, metric => result.Summary("a", metric).Mean != result.Summary("b", metric).Mean);
        Assert.Equal(takesEffectWith is not null, StudyParameters.All.Single(row => row.Kind == "county" && change.StartsWith(row.Path, StringComparison.Ordinal)).Source.Contains("takes effect", StringComparison.Ordinal));
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
