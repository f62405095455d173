namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How an emergency is reported upward (逐级上报), by statute or local rule.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record EmergencyLadder
{
    /// <summary>Gets 生产安全事故报告和调查处理条例: the site at once, the unit within one hour, each government within two; the grade says how far.</summary>
    public static EmergencyLadder WorkAccident { get; } = new()
    {
        Code = "work-accident",
        Title = new LocalizedText("Work safety accident", "生产安全事故"),
        Steps =
        [
            new(EmergencyTier.Site, EmergencyTier.Unit, null, Accidents("9", "第九条")),
            new(EmergencyTier.Unit, EmergencyTier.County, 60, Accidents("9", "第九条")),
            new(EmergencyTier.County, EmergencyTier.City, 120, Accidents("11", "第十一条")),
            new(EmergencyTier.City, EmergencyTier.Province, 120, Accidents("11", "第十一条")),
            new(EmergencyTier.Province, EmergencyTier.State, 120, Accidents("11", "第十一条")),
        ],
        Grades =
        [
            new("extraordinary", new LocalizedText("Extraordinarily grave", "特别重大事故"), EmergencyTier.State),
            new("grave", new LocalizedText("Grave", "重大事故"), EmergencyTier.State),
            new("larger", new LocalizedText("Larger", "较大事故"), EmergencyTier.Province),
            new("ordinary", new LocalizedText("Ordinary", "一般事故"), EmergencyTier.City),
        ],
        SupplementDays = 30,
        SupplementSource = Accidents("13", "第十三条"),
    };

    /// <summary>Gets the same for road traffic and fire accidents, whose changes are reported within seven days (第十三条).</summary>
    public static EmergencyLadder RoadOrFireAccident { get; } = WorkAccident with
    {
        Code = "road-or-fire-accident",
        Title = new LocalizedText("Road traffic or fire accident", "道路交通事故、火灾事故"),
        SupplementDays = 7,
    };

    /// <summary>Gets 突发公共卫生事件应急条例 19–20: two hours a step, and one from the province to the State Council's health authority.</summary>
    public static EmergencyLadder PublicHealth { get; } = new()
    {
        Code = "public-health",
        Title = new LocalizedText("Public health emergency", "突发公共卫生事件"),
        Steps =
        [
            new(EmergencyTier.Unit, EmergencyTier.County, 120, Health("20", "第二十条")),
            new(EmergencyTier.County, EmergencyTier.City, 120, Health("20", "第二十条")),
            new(EmergencyTier.City, EmergencyTier.Province, 120, Health("20", "第二十条")),
            new(EmergencyTier.Province, EmergencyTier.State, 60, Health("19", "第十九条")),
        ],
        Grades = [new("emergency", new LocalizedText("Emergency", "突发事件"), EmergencyTier.State)],
    };

    /// <summary>Gets one county's rule of 2018, as commonly reported: by telephone within 20 minutes, in writing within 40.</summary>
    public static EmergencyLadder CountyTelephone { get; } = new()
    {
        Code = "county-telephone",
        Title = new LocalizedText("By telephone to the county", "电话报告县级"),
        Steps = [new(EmergencyTier.Site, EmergencyTier.County, 20, new LocalizedText("One county, 2018, as commonly reported: 20 minutes by telephone, 40 in writing", "某县2018年（据公开资料）：电话20分钟、书面40分钟"))],
        Grades = [new("emergency", new LocalizedText("Emergency", "突发事件"), EmergencyTier.County)],
    };

    /// <summary>Gets the same county's limit for the report in writing, which follows the telephone: within 40 minutes.</summary>
    public static EmergencyLadder CountyWritten { get; } = CountyTelephone with
    {
        Code = "county-written",
        Title = new LocalizedText("In writing to the county", "书面报告县级"),
        Steps = [CountyTelephone.Steps[0] with { WithinMinutes = 40 }],
    };

    /// <summary>Gets all of them.</summary>
    public static EquatableArray<EmergencyLadder> Presets { get; } = [WorkAccident, RoadOrFireAccident, PublicHealth, CountyTelephone, CountyWritten];

    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets the steps, from the lowest up: each begins where one below it ends, or at the bottom.</summary>
    public required EquatableArray<EmergencyStep> Steps { get; init; }

    /// <summary>Gets the grades, from the gravest down.</summary>
    public required EquatableArray<EmergencyGrade> Grades { get; init; }

    /// <summary>Gets the matter that the authority list knows reports of such emergencies by; null where it is on no list.</summary>
    public string? Matter { get; init; }

    /// <summary>Gets within how many calendar days a change, such as of casualties, is reported; null where none is named.</summary>
    public int? SupplementDays { get; init; }

    /// <summary>Gets the article on changes; null where none is named.</summary>
    public LocalizedText? SupplementSource { get; init; }

    /// <summary>Finds everything that is wrong with it.</summary>
    /// <returns>The findings, with JSON Pointers.</returns>
    public FindingReport Check()
    {
        var findings = new List<Finding>();
        FieldworkCode.Check([Code], "/code", findings);
        FieldworkCode.Check(Grades.Select(static grade => grade.Code), "/grades/{0}/code", findings);
        if (Steps.Count == 0)
        {
            findings.Add(FieldworkMessages.Fault("/steps", FieldworkMessages.Texts["fieldwork.no-steps", Code]));
        }

        for (var i = 0; i < Steps.Count; i++)
        {
            if (Steps[i].To <= Steps[i].From || Steps[i].WithinMinutes <= 0 || (i > 0 && Steps[i].From != Steps[i - 1].To))
            {
                findings.Add(FieldworkMessages.Fault($"/steps/{i}", FieldworkMessages.Texts["fieldwork.step-broken", i + 1]));
            }
        }

        for (var i = 0; i < Grades.Count; i++)
        {
            if (!Steps.Any(step => step.To == Grades[i].Top))
            {
                findings.Add(FieldworkMessages.Fault($"/grades/{i}/top", FieldworkMessages.Texts["fieldwork.grade-unreached", Grades[i].Code, Grades[i].Top]));
            }
        }

        return new FindingReport(findings);
    }

    internal EmergencyGrade? Grade(string code) => Grades.FirstOrDefault(grade => string.Equals(grade.Code, code, StringComparison.Ordinal));

    private static LocalizedText Accidents(string article, string zh) =>
        new($"Regulation on the Reporting and Investigation of Work Safety Accidents, article {article}", $"《生产安全事故报告和调查处理条例》{zh}");

    private static LocalizedText Health(string article, string zh) =>
        new($"Regulation on Public Health Emergencies, article {article}", $"《突发公共卫生事件应急条例》{zh}");
}
