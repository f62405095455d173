using System.Reflection;
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
