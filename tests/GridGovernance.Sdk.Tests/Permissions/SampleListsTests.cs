using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>What the lists of the quickstart's county promise.</summary>
public sealed class SampleListsTests
{
    private static readonly GridCode Cell = GridCode.Parse("511921105201001002");
    private static readonly LocalDate Day = new(2026, 1, 20);

    [Fact]
    public void Matters_OfTheSample_AreTheFiveDutiesTheTwentyItemsAndTheElevenTasks()
    {
        var matters = SampleLists.Catalogue.Matters;

        Assert.Equal(
            ["基础信息采集", "社情民意收集", "安全隐患排查", "矛盾纠纷排查化解", "法律政策宣传"],
            matters.Where(static matter => matter is { Class: "basic-duty", Origin: Origin.Article }).Select(static matter => matter.NameZh));
        var assisted = matters.Where(static matter => matter is { Class: "assisted-item", Code: not "returnee-service" }).ToArray();
        Assert.Equal(20, assisted.Length);
        Assert.Equal(
            ["出租房屋管理", "流动人口登记", "消防安全管理", "安全生产管理"],
            assisted.Where(static matter => matter.Origin == Origin.Article).Select(static matter => matter.NameZh));
        Assert.Equal(
            ["疫情防控", "生态环保", "应急管理", "防汛抗旱", "安全生产", "防返贫动态监测", "森林防灭火", "防汛抢险", "项目建设", "安全维稳", "政策宣讲"],
            matters.Where(static matter => matter is { Class: "county-task", Origin: Origin.Article }).Select(static matter => matter.NameZh));
    }

    [Fact]
    public void EveryMatterOfOrderOrService_HasOneLeadForHandlingWhichIsItsResponsiblePost()
    {
        foreach (var matter in SampleLists.Catalogue.Matters)
        {
            var leads = SampleLists.AuthorityList.LeadsFor(matter.Code, "handle", Cell, Day.AtMidnight());
            if (matter.Purpose is MatterPurpose.Order or MatterPurpose.Service)
            {
                Assert.Equal(matter.Responsible, Assert.Single(leads).Holder.Post);
            }
            else
            {
                Assert.Empty(leads);
            }
        }
    }

    [Fact]
    public void EveryLeadForHandling_MayHandleAndMayNotVerify()
    {
        foreach (var matter in SampleLists.Catalogue.Matters.Where(static matter => matter.Responsible is not null))
        {
            var holder = Assert.Single(SampleLists.AuthorityList.LeadsFor(matter.Code, "handle", Cell, Day.AtMidnight())).Holder;
            var request = new AuthorityRequest
            {
                Post = holder.Post!,
                Department = holder.Department,
                Level = SampleLists.Establishment.LevelOf(new Seat(holder.Post!, holder.Department ?? ""))!,
                Action = "handle",
                Matter = matter.Code,
                Place = Cell,
                At = Day.AtMidnight(),
            };

            Assert.Equal(AuthorityStance.Lead, SampleLists.AuthorityList.Decide(request).Stance);
            Assert.False(SampleLists.AuthorityList.Decide(request with { Action = "verify" }).IsAllowed);
            Assert.True(SampleLists.AuthorityList.Decide(request with { Post = "verifier", Department = null, Level = "township", Action = "verify" }).IsAllowed);
        }
    }

    [Theory]
    [InlineData("information-collection", "grid", "2026-01-20", "grid-worker", AdmissionVerdict.Listed)]
    [InlineData("information-collection", "cell", "2026-01-20", "cell-informant", AdmissionVerdict.PostLacksAuthority)]
    [InlineData("returnee-service", "grid", "2026-02-15", "grid-worker", AdmissionVerdict.ListedTemporarily)]
    [InlineData("returnee-service", "grid", "2026-02-16", "grid-worker", AdmissionVerdict.Expired)]
    [InlineData("employment-service", "grid", "2026-01-31", "grid-worker", AdmissionVerdict.NotYetInForce)]
    [InlineData("employment-service", "grid", "2026-02-01", "grid-worker", AdmissionVerdict.Listed)]
    [InlineData("health-publicity", "grid", "2026-01-20", "grid-worker", AdmissionVerdict.Suspended)]
    [InlineData("social-insurance", "grid", "2026-01-20", "grid-worker", AdmissionVerdict.OutOfScope)]
    [InlineData("social-insurance", "village", "2026-01-20", "village-head", AdmissionVerdict.Listed)]
    [InlineData("refuse-sorting", "grid", "2026-01-20", "grid-worker", AdmissionVerdict.OutOfScope)]
    [InlineData("illegal-construction", "grid", "2026-01-20", "grid-worker", AdmissionVerdict.NotListed)]
    [InlineData("villagers-council", "grid", "2026-01-20", "grid-worker", AdmissionVerdict.OnNegativeList)]
    [InlineData("model-families", "grid", "2026-01-20", "grid-worker", AdmissionVerdict.OutsideGridPurpose)]
    [InlineData("newspaper-subscription", "grid", "2026-01-20", "grid-worker", AdmissionVerdict.OutsideGridPurpose)]
    public void Admit_ByTheSample_ShowsEveryVerdict(string matter, string level, string on, string post, AdmissionVerdict expected)
    {
        var request = new AdmissionRequest(matter, level, Cell, LocalDatePattern.Iso.Parse(on).Value, post);

        Assert.Equal(expected, SampleLists.EntryList.Admit(request).Verdict);
    }

    [Fact]
    public void RefuseSorting_InTheCountyTown_IsListed() => Assert.True(
        SampleLists.EntryList.Admit(new AdmissionRequest("refuse-sorting", "grid", GridCode.Parse("511921001001001001"), Day, "grid-worker")).IsAdmitted);

    // 通江县委党校: 疫情防控、生态环保、应急管理、防汛抗旱、安全生产、防返贫动态监测; 森林防灭火, 防汛抢险, 项目建设, 安全维稳, 政策宣讲.
    [Fact]
    public void TheEntryList_HoldsTheFiveDutiesTheTwentyItemsAndTheElevenTasks()
    {
        var listed = SampleLists.EntryDefinition.Items.Where(static item => item is { Status: EntryStatus.InForce or EntryStatus.Suspended, Category: not EntryCategory.Negative })
            .SelectMany(static item => item.Matters).Order(StringComparer.Ordinal);
        var classes = SampleLists.Catalogue.Matters.Where(static matter => matter.Class is "basic-duty" or "assisted-item" or "county-task" or "statutory-duty");

        Assert.Equal(classes.Select(static matter => matter.Code).Order(StringComparer.Ordinal), listed);
        Assert.Equal(11, SampleLists.EntryDefinition.Items.Count(static item => SampleLists.Catalogue.TryFind(item.Matters[0], out var matter) && matter.Class is "county-task"));
        foreach (var task in SampleLists.Catalogue.Matters.Where(static matter => matter.Class is "county-task"))
        {
            Assert.Equal(AdmissionVerdict.Listed, SampleLists.EntryList.Admit(new AdmissionRequest(task.Code, "village", Cell, Day, "village-head")).Verdict);
        }
    }

    [Fact]
    public void Analysis_OfTheSampleOverTheQuarter_NamesOnlyWhatTheEntryListKeepsFromItsLead()
    {
        GridCode[] townships = [GridCode.Parse("511921001"), GridCode.Parse("511921100"), GridCode.Parse("511921105")];

        var report = AuthorityAnalysis.Run(SampleLists.AuthorityList, SampleLists.EntryList, townships, new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 31));

        Assert.Equal(
            ["employment-service", "health-publicity", "refuse-sorting", "returnee-service"],
            report.Issues.Select(static issue => issue.Matter).Order(StringComparer.Ordinal));
        Assert.All(report.Issues, static issue => Assert.Equal(AuthorityIssueKind.LeadNotAdmitted, issue.Kind));
        Assert.Equal(
            ["permissions.item-suspended", "permissions.item-begins", "permissions.item-ends"],
            SampleLists.EntryList.Terms(new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 31)).OrderBy(static finding => finding.Place.Subject switch
            {
                "entry-health-publicity" => 0,
                "entry-employment-service" => 1,
                _ => 2,
            }).Select(static finding => finding.Code));
    }

    [Fact]
    public void Files_OfTheSample_AreCanonical()
    {
        Assert.Equal(SampleLists.Bytes("entry-list.json"), GovernanceJson.Write(SampleLists.EntryDefinition));
        Assert.Equal(SampleLists.Bytes("authority-list.json"), GovernanceJson.Write(SampleLists.AuthorityDefinition));
        Assert.Equal(SampleLists.Bytes("matters.csv"), GovernanceCsv.Write(SampleLists.Catalogue.Matters));
        Assert.Equal(SampleLists.Bytes("posts.csv"), GovernanceCsv.Write(SampleLists.Establishment.Posts));
        Assert.Equal(SampleLists.Bytes("departments.csv"), GovernanceCsv.Write(SampleLists.Establishment.Departments));
    }
}
