using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>Every field of the sample's entries is filled, and none is attributed to a source that does not say it.</summary>
public sealed class SampleEntriesTests
{
    private static readonly (string Name, Func<EntryListItem, bool> IsFilled)[] Fields =
    [
        ("category", static _ => true),
        ("matters", static item => item.Matters.Count > 0),
        ("classes", static item => item.Classes.Count > 0),
        ("nature", static item => item.Nature != TaskNature.Administrative),
        ("content", static item => Said(item.Content)),
        ("powersAndDuties", static item => Said(item.PowersAndDuties)),
        ("operatingProcedure", static item => item.OperatingProcedure.Count > 0 && item.OperatingProcedure.All(Said)),
        ("legalBasis", static item => !string.IsNullOrWhiteSpace(item.LegalBasis)),
        ("within", static item => item.Within is not null),
        ("frequency", static item => Said(item.Frequency)),
        ("posts", static item => item.Posts.Count > 0),
        ("applyingDepartment", static item => item.ApplyingDepartment is not null),
        ("leadDepartment", static item => item.LeadDepartment is not null),
        ("assistDepartments", static item => item.AssistDepartments.Count > 0),
        ("funding", static item => Said(item.Funding)),
        ("staffing", static item => Said(item.Staffing)),
        ("validFrom", static item => item.ValidFrom is not null),
        ("validTo", static item => item.ValidTo is not null),
        ("levels", static item => item.Levels.Count > 0),
        ("places", static item => item.Places.Count > 0),
        ("appliedOn", static item => item.AppliedOn is not null),
        ("adjustedOn", static item => item.AdjustedOn is not null),
        ("reviewedBy", static item => item.ReviewedBy is not null),
        ("approvals", static item => item.Approvals.Count > 0 && item.Approvals.All(static approval => !string.IsNullOrWhiteSpace(approval.DocumentNo))),
        ("publishedOn", static item => item.PublishedOn is not null),
        ("reviewOn", static item => item.ReviewOn is not null),
        ("exitReason", static item => Said(item.ExitReason)),
        ("referTo", static item => Said(item.ReferTo)),
    ];

    // What each source says of the item itself; every other member of such an item is the sample's own.
    private static readonly (string Source, string[] Items, string[] Says)[] Sources =
    [
        ("吴结兵《网格化管理的实践成效与发展方向》：五项基本职责",
            ["entry-information-collection", "entry-public-opinion", "entry-hazard-inspection", "entry-dispute-mediation", "entry-law-publicity"], ["matters"]),
        ("吴结兵《网格化管理的实践成效与发展方向》：20项协助工作之一",
            ["entry-rental-housing", "entry-floating-population", "entry-fire-safety", "entry-work-safety"], ["matters", "category"]),
        ("通江县委党校关于通江县网格化治理的文章",
            [
                "entry-epidemic-control", "entry-flood-and-drought", "entry-forest-fire", "entry-ecology-protection", "entry-emergency-management", "entry-production-safety",
                "entry-flood-rescue", "entry-project-construction", "entry-stability", "entry-poverty-monitoring", "entry-policy-publicity",
            ], ["matters"]),

        // Art 60: 居、村委会建立专职或者兼职信息报告员制度; art 61: 不得迟报、谎报、瞒报、漏报.
        ("突发事件应对法（2024年修订）第六十条、第六十一条", ["entry-emergency-information"], ["matters", "category", "content", "powersAndDuties", "legalBasis", "within"]),
        ("吴结兵《网格化管理的实践成效与发展方向》", ["negative-councils"], ["matters", "category", "content"]),
        ("北京市街道办事处条例第三十二条", ["negative-unlawful-forms"], ["matters", "category", "content", "legalBasis"]),
    ];

    [Fact]
    public void EveryItem_FillsEveryFieldThatApplies()
    {
        Assert.Equal(EntryFields.All, Fields.Select(static field => field.Name));
        foreach (var item in SampleLists.EntryDefinition.Items)
        {
            Assert.Equal([], Fields.Where(field => Applies(field.Name, item) && !field.IsFilled(item)).Select(field => $"{item.Code}: {field.Name}"));
            Assert.False(string.IsNullOrWhiteSpace(item.Source));
        }
    }

    [Fact]
    public void EveryItem_IsAttributedToWhatItsSourceSaysAlone()
    {
        foreach (var item in SampleLists.EntryDefinition.Items)
        {
            var source = Sources.FirstOrDefault(source => source.Items.Contains(item.Code));
            Assert.Equal(source.Source, item.Origin == Origin.Sample ? null : item.Source);
            if (item.Origin == Origin.Sample)
            {
                Assert.StartsWith("样例", item.Source, StringComparison.Ordinal);
                Assert.Empty(item.SampleFields);
            }
            else
            {
                string[] said = item.Code is "entry-dispute-mediation" ? [.. source.Says, "legalBasis"] : source.Says;
                Assert.Equal(Fields.Where(field => field.IsFilled(item) && !said.Contains(field.Name)).Select(static field => field.Name), item.SampleFields);
            }
        }

        Assert.Equal(Origin.Statute, SampleLists.EntryDefinition.Items.Single(static item => item.Code is "entry-emergency-information").Origin);
    }

    // The law says at once; nothing of agency services stands in it.
    [Fact]
    public void EmergencyInformation_IsReportedAtOnce()
    {
        var item = SampleLists.EntryDefinition.Items.Single(static item => item.Code is "entry-emergency-information");

        Assert.Equal(0, item.Within!.Value.Amount);
        Assert.Contains("不得迟报、谎报、瞒报、漏报", item.PowersAndDuties!.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain(item.OperatingProcedure, static step => step.Zh.Contains("材料", StringComparison.Ordinal));
    }

    // 通江县委党校: "党政领导主体责任，部门协管责任"; "网格员也没有调度的权力" is what it deplores.
    [Fact]
    public void EveryRule_IsAttributedToWhatItsSourceSaysAlone()
    {
        var attributed = SampleLists.AuthorityDefinition.Rules.Where(static rule => rule.Origin != Origin.Sample).ToArray();

        Assert.Equal(
            [
                ("report-by-the-line", AuthorityStance.Must, "通江县委党校关于通江县网格化治理的文章：单元格信息员、网格员发现上报"),
                ("handle-basic-duties", AuthorityStance.Lead, "吴结兵《网格化管理的实践成效与发展方向》：五项基本职责"),
                ("no-self-governance-by-order", AuthorityStance.MustNot, "吴结兵《网格化管理的实践成效与发展方向》：自治与社会活力建设不进网格"),
                ("no-unrelated-affairs", AuthorityStance.MustNot, "吴结兵《网格化管理的实践成效与发展方向》：无关公共事务不进网格"),
            ],
            attributed.Select(static rule => (rule.Code, rule.Stance, rule.Source)));
        Assert.All(attributed, static rule => Assert.Equal(Origin.Article, rule.Origin));
        Assert.All(SampleLists.AuthorityDefinition.Rules.Where(static rule => rule.Origin == Origin.Sample), static rule => Assert.StartsWith("样例", rule.Source, StringComparison.Ordinal));
    }

    // What an article names in another connection is not said to be named nowhere.
    [Theory]
    [InlineData("psychological-support", "社会心理服务")]
    [InlineData("community-correction-visit", "社区矫正人员")]
    [InlineData("drug-rehabilitation-visit", "吸毒人员")]
    [InlineData("social-insurance", "社会保险")]
    [InlineData("social-assistance", "社会救助")]
    [InlineData("employment-service", "劳动就业")]
    [InlineData("food-safety", "食品卫生安全检查")]
    [InlineData("refuse-sorting", "垃圾分类")]
    public void AMatterNamedElsewhere_SaysWhere(string code, string words)
    {
        Assert.True(SampleLists.Catalogue.TryFind(code, out var matter));
        Assert.Equal(Origin.Sample, matter.Origin);
        Assert.Contains(words, matter.Source, StringComparison.Ordinal);
        Assert.Contains(words, SampleLists.EntryDefinition.Items.Single(item => item.Matters.Contains(code)).Source, StringComparison.Ordinal);
    }

    private static bool Said(LocalizedText? text) => text is not null && !string.IsNullOrWhiteSpace(text.En) && !string.IsNullOrWhiteSpace(text.Zh);

    private static bool Applies(string field, EntryListItem item) => field switch
    {
        // An item names matters or classes; a task needs no word for what it is by default.
        "classes" or "nature" => false,
        "adjustedOn" => false,
        "exitReason" => item.Status == EntryStatus.Withdrawn,
        "referTo" => item.Category == EntryCategory.Negative,

        // What a department leads is assisted for a stated term; what law gives, what the grid itself leads and what is kept out holds on, and is looked at every year.
        "validTo" => item.Category == EntryCategory.Temporary
            || (item.Category == EntryCategory.Assisted && SampleLists.Catalogue.TryFind(item.Matters[0], out var matter) && matter.Responsible is "department-handler"),

        // Nobody carries out, funds or staffs what must not be done.
        "powersAndDuties" or "operatingProcedure" or "within" or "frequency" or "posts" or "funding" or "staffing" or "assistDepartments" => item.Category != EntryCategory.Negative,
        _ => true,
    };
}
