using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How often people are visited, as sources say it: they conflict, so they stand side by side and the caller chooses.</summary>
/// <remarks>Each is a policy of its own, with one source. What no source names is marked as a sample.</remarks>
public static class VisitPresets
{
    private static readonly LocalizedText MentalIllness = new("Severe mental illness", "严重精神障碍患者");
    private static readonly LocalizedText Released = new("Released prisoners", "刑满释放人员");
    private static readonly LocalizedText Correction = new("Community correction", "社区矫正人员");
    private static readonly LocalizedText Rehabilitation = new("Drug rehabilitation", "戒毒康复人员");
    private static readonly LocalizedText Rental = new("Rental housing", "出租房屋");
    private static readonly LocalizedText Elderly = new("Elderly people living alone", "独居老人");

    private static readonly EquatableArray<string> Levels = ["level-0", "level-1", "level-2", "level-3", "level-4", "level-5"];

    /// <summary>Gets severe mental illness as commonly reported: at least four visits a year; levels 3–5 within two weeks, 1–2 within a month, 0 every three months.</summary>
    public static VisitPolicyDefinition MentalIllnessCommon { get; } = Policy(
        "mental-illness-common",
        new LocalizedText("As commonly reported: at least 4 visits a year; unstable 2 weeks, basically stable 1 month, stable 3 months", "据公开资料：每年至少随访4次；不稳定2周、基本稳定1个月、稳定3个月"),
        Category("mental-illness", MentalIllness, Levels),
        Rule("mental-illness", Days(14), "level-3", "level-4", "level-5"),
        Rule("mental-illness", Months(1), "level-1", "level-2"),
        Rule("mental-illness", Months(3), "level-0"));

    /// <summary>Gets severe mental illness as an examination source has it: weekly, every two months, every three months.</summary>
    public static VisitPolicyDefinition MentalIllnessExamination { get; } = Policy(
        "mental-illness-examination",
        new LocalizedText("As an examination source reports: weekly, 2 months, 3 months", "据考试资料：每周、2个月、3个月"),
        Category("mental-illness", MentalIllness, Levels),
        Rule("mental-illness", Days(7), "level-3", "level-4", "level-5"),
        Rule("mental-illness", Months(2), "level-1", "level-2"),
        Rule("mental-illness", Months(3), "level-0"));

    /// <summary>Gets severe mental illness in 黄州堵城镇: levels 3–5 at least weekly, 0–2 at least monthly.</summary>
    public static VisitPolicyDefinition MentalIllnessDucheng { get; } = Policy(
        "mental-illness-ducheng",
        new LocalizedText("Ducheng town, Huangzhou, as published: levels 3–5 at least weekly, 0–2 at least monthly", "黄州区堵城镇（公开）：3—5级每周至少1次，0—2级每月至少1次"),
        Category("mental-illness", MentalIllness, Levels),
        Rule("mental-illness", Days(7), "level-3", "level-4", "level-5"),
        Rule("mental-illness", Months(1), "level-0", "level-1", "level-2"));

    /// <summary>Gets released prisoners (安置帮教) as commonly reported: a visit a quarter for five years.</summary>
    public static VisitPolicyDefinition ReleasedPrisoners { get; } = Policy(
        "released-quarterly",
        new LocalizedText("As commonly reported: a visit a quarter, for five years", "据公开资料：每季度走访一次，帮教期五年"),
        Category("released", Released),
        new VisitRule { Category = "released", Every = Months(3), For = new TimeLimit(5, LimitUnit.Years) });

    /// <summary>Gets community correction (社区矫正) under local rules, as commonly reported: strict supervision weekly, others monthly.</summary>
    public static VisitPolicyDefinition CommunityCorrection { get; } = Policy(
        "correction-local",
        new LocalizedText("Local rules, as commonly reported: three tiers of supervision; weekly contact, monthly report", "地方规定（据公开资料）：严管、普管、宽管三级；每周电话、每月报告"),
        Category("correction", Correction, ["strict", "ordinary", "lenient"]),
        Rule("correction", Days(7), "strict"),
        Rule("correction", Months(1), "ordinary", "lenient"));

    /// <summary>Gets key people and places once a month, all of them, as one assessment of grid assistants has it.</summary>
    public static VisitPolicyDefinition KeyMonthly { get; } = Compose(
        "key-monthly",
        new LocalizedText("Assessment of grid assistants, as published: key people and places visited 100 % every month", "网格协管员考核（公开）：重点人员、重点场所每月走访率100%"),
        [Category("mental-illness", MentalIllness), Category("rehabilitation", Rehabilitation), Category("released", Released), Category("correction", Correction), Category("rental", Rental)],
        [Rule("mental-illness", Months(1)), Rule("rehabilitation", Months(1)), Rule("released", Months(1)), Rule("correction", Months(1)), Rule("rental", Months(1))]);

    /// <summary>Gets elderly people living alone, weekly: a sample, because no source that was read names a frequency.</summary>
    public static VisitPolicyDefinition ElderlyAloneSample { get; } = Policy(
        "elderly-alone-sample",
        new LocalizedText("Sample: no source read names a frequency", "示例：所读资料未载明频次"),
        Category("elderly-alone", Elderly),
        new VisitRule { Category = "elderly-alone", Every = Days(7), GraceDays = 2, AllowsMore = true });

    /// <summary>Gets all of them.</summary>
    public static EquatableArray<VisitPolicyDefinition> All { get; } =
        [MentalIllnessCommon, MentalIllnessExamination, MentalIllnessDucheng, ReleasedPrisoners, CommunityCorrection, KeyMonthly, ElderlyAloneSample];

    /// <summary>Returns what each preset says of a category, side by side.</summary>
    /// <param name="category">The code of the category.</param>
    /// <returns>Each rule with the policy it stands in, in the order of <see cref="All"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="category"/> is null.</exception>
    public static IEnumerable<(VisitPolicyDefinition Policy, VisitRule Rule)> SideBySide(string category)
    {
        ArgumentNullException.ThrowIfNull(category);
        return All.SelectMany(policy => policy.Rules.Where(rule => string.Equals(rule.Category, category, StringComparison.Ordinal)).Select(rule => (policy, rule)));
    }

    private static VisitPolicyDefinition Policy(string code, LocalizedText source, VisitCategory category, params ReadOnlySpan<VisitRule> rules) =>
        Compose(code, source, [category], EquatableArray.Create(rules));

    private static VisitPolicyDefinition Compose(string code, LocalizedText source, EquatableArray<VisitCategory> categories, EquatableArray<VisitRule> rules) => new()
    {
        Code = code,
        Source = source,
        Categories = categories,
        Rules = EquatableArray.From(rules.Select(rule => rule with { Source = source })),
    };

    private static VisitCategory Category(string code, LocalizedText name, EquatableArray<string> risks = default) => new() { Code = code, Name = name, Risks = risks };

    private static VisitRule Rule(string category, TimeLimit every, params ReadOnlySpan<string> risks) => new() { Category = category, Every = every, Risks = EquatableArray.Create(risks) };

    private static TimeLimit Days(int amount) => new(amount, LimitUnit.CalendarDays);

    private static TimeLimit Months(int amount) => new(amount, LimitUnit.Months);
}
