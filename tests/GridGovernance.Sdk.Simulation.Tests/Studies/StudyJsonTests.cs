using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Simulation.Changes;
using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Studies;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

public class StudyJsonTests
{
    private static readonly Type[] Roots = [typeof(CountyStudyParameters), typeof(ProvinceParameters), typeof(NoticeParameters), typeof(SamplingParameters), typeof(CollectionParameters)];

    /// <summary>Gets every record that a parameter of a study is, or holds.</summary>
    public static TheoryData<string> Records { get; } = new(Reached(Roots).Select(static type => type.FullName!));

    [Theory]
    [MemberData(nameof(Records))]
    public void Read_OnlyWhatIsRequired_GivesTheRecordsOwnDefaults(string record)
    {
        var type = typeof(StudyJson).Assembly.GetType(record)!;
        var constructor = type.GetConstructors().MinBy(static one => one.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var required = type.GetProperties().Where(static one => one.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))).ToArray();
        var json = new JsonObject([
            .. parameters.Where(static one => !one.HasDefaultValue).Select(static one => Given(one.Name!, one.ParameterType)),
            .. required.Select(static one => Given(one.Name, one.PropertyType)),
        ]);

        var read = Invoke(nameof(Read), type, json.ToJsonString())!;

        var standard = constructor.Invoke([.. parameters.Select(one => one.HasDefaultValue ? one.DefaultValue : type.GetProperty(one.Name!)!.GetValue(read))]);
        Assert.All(required, one => one.SetValue(standard, one.GetValue(read)));
        Assert.Equal(standard, read);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Write_ZeroForANumberWhoseDefaultIsAnother_IsReadBack(string record)
    {
        var type = typeof(StudyJson).Assembly.GetType(record)!;
        foreach (var member in type.GetProperties().Where(static one => one.SetMethod is not null && one.PropertyType == typeof(int)))
        {
            var value = Invoke(nameof(Read), type, new JsonObject(type.GetProperties().Where(static one => one.SetMethod is not null && Known(one.PropertyType)).Select(static one => Given(one.Name, one.PropertyType))).ToJsonString());
            member.SetValue(value, 0);

            Assert.Equal(value, Invoke(nameof(Reread), type, value!));
        }
    }

    [Theory]
    [InlineData("run/staff={\"turnoverPermille\":2000}")]
    [InlineData("run/detection={\"workerMeanHours\":24}")]
    [InlineData("run/visits={\"followsPolicy\":true}")]
    [InlineData("run/duties={\"visitMinutes\":60}")]
    [InlineData("run/codes={\"workerPost\":\"cell-informant\"}")]
    [InlineData("shape={\"townships\":2}")]
    public void Changed_AnObject_KeepsTheDefaultsOfWhatItLeavesOut(string change)
    {
        var (path, value) = (RuleChange.Parse(change, null).Path, JsonNode.Parse(RuleChange.Parse(change, null).Value)!.AsObject().Single());

        Assert.Equal(Changed($"{path}/{value.Key}={value.Value}"), Changed(change));
    }

    [Fact]
    public void Changed_AnItemOfAList_KeepsTheDefaultsOfWhatItLeavesOut()
    {
        var tiers = Changed(
            "run/tiers/daily={\"tier\":\"daily\",\"weight\":7,\"hardPermille\":9}", "run/tiers/+={\"tier\":\"own\",\"weight\":1,\"hardPermille\":2}").Run.Tiers;

        Assert.Equal(new TierBehaviour { Tier = "daily", Weight = 7, HardPermille = 9 }, tiers[0]);
        Assert.Equal(new TierBehaviour { Tier = "own", Weight = 1, HardPermille = 2 }, tiers[^1]);
        Assert.Equal((8, 100), (tiers[0].HardFactor, tiers[^1].LagPercent));
    }

    [Fact]
    public void Changed_AnObject_IsReplacedAndNotMended() =>
        Assert.Equal(new StaffBehaviour { LeaveDays = 5 }, Changed("run/staff/turnoverPermille=2000", "run/staff={\"leaveDays\":5}").Run.Staff);

    [Theory]
    [InlineData("run/restDayPermille=null", "a whole number")]
    [InlineData("run/staff/leaveDays=null", "a whole number")]
    [InlineData("run/duties/followsEntryList=null", "true or false")]
    [InlineData("run/staff={\"leaveDays\":null}", "a whole number")]
    [InlineData("run/staff=null", "an object")]
    [InlineData("run/workerChannel=null", "text")]
    [InlineData("run/from=null", "date")]
    [InlineData("run/tiers=null", "a list")]
    [InlineData("run/monthPercents=null", "a list")]
    [InlineData("run/tiers/+=null", "an object")]
    public void Changed_NullForWhatHasNoNone_IsRefusedByItsPath(string change, string expected)
    {
        var findings = new List<Finding>();

        StudyJson.Changed(CountyStudyParameters.Default, [RuleChange.Parse(change, null)], findings);

        var finding = Assert.Single(findings);
        Assert.Equal(change, finding.Place.Subject);
        Assert.Matches($"should be .*{expected}.*, but is null", finding.Message.ToString());
    }

    [Fact]
    public void Changed_NullForAnItem_TakesItOut() => Assert.Equal(["daily", "serious"], Changed("run/tiers/ordinary=null").Run.Tiers.Select(static one => one.Tier));

    private static CountyStudyParameters Changed(params string[] changes)
    {
        var findings = new List<Finding>();
        var changed = StudyJson.Changed(CountyStudyParameters.Default, changes.Select(static one => RuleChange.Parse(one, null)), findings);
        Assert.Empty(findings);
        return changed;
    }

    private static KeyValuePair<string, JsonNode?> Given(string name, Type type) => new(
        char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..],
        type == typeof(int) ? 1 : type == typeof(string) ? "x" : type == typeof(LocalDate) ? "2026-03-01" : type == typeof(CaseSize) ? "small" : new JsonArray());

    private static bool Known(Type type) => type == typeof(int) || type == typeof(string) || type == typeof(LocalDate) || type == typeof(CaseSize) || type.IsGenericType;

    private static object? Invoke(string method, Type type, object argument) =>
        typeof(StudyJsonTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [argument]);

    private static T Read<T>(string json)
    {
        var read = StudyJson.Format.Read<T>(Encoding.UTF8.GetBytes(json), "x.json");
        read.Report.EnsureNoErrors();
        return read.Value!;
    }

    private static T Reread<T>(T value) => Read<T>(StudyJson.TextOf(value));

    private static HashSet<Type> Reached(IEnumerable<Type> roots)
    {
        var reached = new HashSet<Type>();
        var next = new Stack<Type>(roots);
        while (next.TryPop(out var type))
        {
            var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>) ? type.GetGenericArguments()[0] : type;
            if (item is { IsClass: true } && item.Assembly == typeof(StudyJson).Assembly && reached.Add(item))
            {
                foreach (var member in item.GetProperties())
                {
                    next.Push(member.PropertyType);
                }
            }
        }

        return reached;
    }
}
