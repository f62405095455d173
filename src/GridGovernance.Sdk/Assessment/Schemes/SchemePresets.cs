namespace GridGovernance.Sdk.Assessment;

/// <summary>Schemes of assessment as places have published them, as definitions to start from.</summary>
/// <remarks>
/// What a source leaves open is marked in the summary. Indicators that no case fact gives are declared in <see cref="Catalogue"/>: a host brings their columns.
/// This type is safe to share between threads.
/// </remarks>
public static class SchemePresets
{
    private static readonly NormalisationDefinition OfOne = Of(1);
    private static readonly NormalisationDefinition OfHundred = Of(100);
    private static readonly NormalisationDefinition OfBest = new() { Kind = "fraction-of-maximum" };

    /// <summary>Gets the standard catalogue with the indicators that only a host can bring.</summary>
    public static IndicatorCatalogue Catalogue { get; } = IndicatorCatalogue.Standard.With(
        Declare("accepted-cases", "Cases accepted", "受理数"),
        Declare("dispatched-cases", "Cases dispatched", "派遣数"),
        Declare("on-time-verification-dispatch-rate", "On-time dispatch of verifications", "核实按时派发率"),
        Declare("on-time-check-dispatch-rate", "On-time dispatch of checks", "核查按时派发率"),
        Declare("shared-bicycles", "Shared bicycles in the streets", "共享单车投放数", IndicatorDirection.Down),
        Declare("abandoned-vehicles", "Abandoned vehicles", "僵尸车数", IndicatorDirection.Down),
        Declare("online-cycle-days", "Days that an answer online takes", "网络理政办理周期（天）", IndicatorDirection.Down),
        Declare("operation", "Results of operation", "运作成效"),
        Declare("performance-of-duty", "Performance of duty", "履职绩效"),
        Declare("worker-performance", "Performance of grid workers", "网格员绩效"),
        Declare("township-bonus", "Bonus of the township", "镇级加分"),
        Declare("city-bonus", "Bonus of the city", "市级加分"),
        Declare("prefecture-bonus", "Bonus of Quzhou", "衢州市级加分"),
        Declare("province-bonus", "Bonus of the province", "省级加分"),
        Declare("departments-score", "Score by departments", "部门评分"),
        Declare("communities-score", "Score by communities", "社区评分"),
        Declare("residents-score", "Score by those who are served", "服务对象评分"),
        Declare("half-year-superior", "Half-year score by superiors", "半年考核得分（上级）"),
        Declare("half-year-public", "Half-year score by those who are served", "半年考核得分（服务对象）"),
        Declare("year-end-superior", "Year-end score by superiors", "年终考核得分（上级）"),
        Declare("year-end-public", "Year-end score by those who are served", "年终考核得分（服务对象）"),
        Declare("bonus-one", "Merits that earn one point", "加1分事项数"),
        Declare("bonus-two", "Merits that earn two points", "加2分事项数"));

    /// <summary>Gets the scheme of Jinniu District, Chengdu (成都市金牛区): disposal 30, on time 20, no rework 20, nothing overdue 20, no extension 10. Every 200 shared bicycles over the quota
    /// of 8,300 cost 0.1 points, and every 100 abandoned vehicles 0.1; a unit of which nobody counted them loses nothing.</summary>
    /// <remarks>The source caps these deductions; how far is not known, so that none is set here.</remarks>
    public static AssessmentSchemeDefinition Jinniu { get; } = new()
    {
        Code = "jinniu",
        Title = new LocalizedText("Jinniu District", "金牛区考核"),
        Source = "public source code of a digital urban management system (成都市金牛区)",
        Children =
        [
            Leaf("disposal-rate", 0.3m, OfOne),
            Leaf("on-time-disposal-rate", 0.2m, OfOne),
            Leaf("rework-rate", 0.2m, OfOne),
            Leaf("overdue-rate", 0.2m, OfOne),
            Leaf("extension-rate", 0.1m, OfOne),
        ],
        Deductions =
        [
            new AdjustmentDefinition { Code = "bicycles", Indicator = "shared-bicycles", Points = 0.1m, Per = 200, Over = 8300, IgnoreAbsent = true },
            new AdjustmentDefinition { Code = "vehicles", Indicator = "abandoned-vehicles", Points = 0.1m, Per = 100, IgnoreAbsent = true },
        ],
    };

    /// <summary>Gets the score of Jinniu District for answers online (网络理政), out of 10: (2 − days) × 10, from all points for a day or less to none for two or more.</summary>
    public static AssessmentSchemeDefinition JinniuOnline { get; } = new()
    {
        Code = "jinniu-online",
        Title = new LocalizedText("Jinniu District, answers online", "金牛区网络理政考核"),
        Source = Jinniu.Source,
        Scale = 10,
        Children = [Leaf("online-cycle-days", 1, new NormalisationDefinition { Kind = "target", Target = 1, Baseline = 2 })],
    };

    /// <summary>Gets the scheme of Hecun Township, Jiangshan (江山市贺村镇, 2023): operation 50, duty 30, workers 20, in points out of these, and bonuses in points
    /// (counted in hundredths) that are capped by source, township 2, city 4, Quzhou 8, province 10, and at 10 in all.</summary>
    public static AssessmentSchemeDefinition Hecun { get; } = new()
    {
        Code = "hecun-2023",
        Title = new LocalizedText("Hecun Township, 2023", "贺村镇2023年网格考核"),
        Source = "jiangshan.gov.cn art_1229090696_1624003",
        Children =
        [
            Leaf("operation", 0.5m, Of(50), IndicatorDirection.Up),
            Leaf("performance-of-duty", 0.3m, Of(30), IndicatorDirection.Up),
            Leaf("worker-performance", 0.2m, Of(20), IndicatorDirection.Up),
        ],
        Bonuses = [Bonus("township"), Bonus("city"), Bonus("prefecture"), Bonus("province")],
        BonusCaps =
        [
            new BonusCapDefinition { Source = "township", Cap = 2 },
            new BonusCapDefinition { Source = "city", Cap = 4 },
            new BonusCapDefinition { Source = "prefecture", Cap = 8 },
            new BonusCapDefinition { Source = "province", Cap = 10 },
        ],
        BonusCap = 10,
    };

    /// <summary>Gets the scheme of supervisors (监督员) in digital urban management: valid reports 40, nothing missed 20, verified on time 20, checked on time 20.</summary>
    public static AssessmentSchemeDefinition UrbanSupervisor { get; } = Urban(
        "urban-supervisor",
        "监督员",
        Leaf("valid-report-rate", 0.4m, OfOne),
        Leaf("missed-report-rate", 0.2m, OfOne),
        Leaf("on-time-verification-rate", 0.2m, OfOne),
        Leaf("on-time-check-rate", 0.2m, OfOne));

    /// <summary>Gets the scheme of operators (受理员): cases accepted 25, verifications dispatched on time 40, checks dispatched on time 35. The source does not
    /// say what earns all points for cases accepted; here the most of all does.</summary>
    public static AssessmentSchemeDefinition UrbanOperator { get; } = Urban(
        "urban-operator",
        "受理员",
        Leaf("accepted-cases", 0.25m, OfBest, IndicatorDirection.Up),
        Leaf("on-time-verification-dispatch-rate", 0.4m, OfOne, IndicatorDirection.Up),
        Leaf("on-time-check-dispatch-rate", 0.35m, OfOne, IndicatorDirection.Up));

    /// <summary>Gets the scheme of shift leads (值班长): filed on time 25, filed accurately 40, closed on time 35.</summary>
    public static AssessmentSchemeDefinition UrbanShiftLead { get; } = Urban(
        "urban-shift-lead",
        "值班长",
        Leaf("on-time-filing-rate", 0.25m, OfOne),
        Leaf("accurate-filing-rate", 0.4m, OfOne),
        Leaf("on-time-closure-rate", 0.35m, OfOne));

    /// <summary>Gets the scheme of dispatchers (派遣员): cases dispatched 20, on time 40, accurately 40. The source does not say what earns all points for cases
    /// dispatched; here the most of all does.</summary>
    public static AssessmentSchemeDefinition UrbanDispatcher { get; } = Urban(
        "urban-dispatcher",
        "派遣员",
        Leaf("dispatched-cases", 0.2m, OfBest, IndicatorDirection.Up),
        Leaf("on-time-dispatch-rate", 0.4m, OfOne),
        Leaf("accurate-dispatch-rate", 0.4m, OfOne));

    /// <summary>Gets one period of the scheme of Liujiao Subdistrict (六角街道): departments 60, communities 30, those who are served 10, each out of 100,
    /// in two streams.</summary>
    public static AssessmentSchemeDefinition LiujiaoPeriod { get; } = new()
    {
        Code = "liujiao-period",
        Title = new LocalizedText("Liujiao Subdistrict, one period", "六角街道阶段考核"),
        Source = "jinchutou 60b7b1d1",
        Streams = StreamMode.Combined,
        Assessors =
        [
            new AssessorDefinition { Code = "departments", Title = new LocalizedText("Departments", "部门"), Stream = AssessorStream.Superior },
            new AssessorDefinition { Code = "communities", Title = new LocalizedText("Communities", "社区"), Stream = AssessorStream.Superior },
            new AssessorDefinition { Code = "residents", Title = new LocalizedText("Those who are served", "服务对象"), Stream = AssessorStream.Public },
        ],
        Children =
        [
            Leaf("departments-score", 0.6m, OfHundred, IndicatorDirection.Up) with { Assessor = "departments" },
            Leaf("communities-score", 0.3m, OfHundred, IndicatorDirection.Up) with { Assessor = "communities" },
            Leaf("residents-score", 0.1m, OfHundred, IndicatorDirection.Up) with { Assessor = "residents" },
        ],
    };

    /// <summary>Gets the year of the scheme of Liujiao Subdistrict (六角街道): half-year 40, year's end 60, and bonuses of one or two points after it. The columns are those of the two
    /// streams of <see cref="LiujiaoPeriod"/> (<see cref="Scorecards.ToColumn(string, AssessorStream)"/>), so that the year reports both too. The source does not say
    /// what the bonuses are for, nor whether a period has its own; here they are counted once, for the year. The printed grades leave out 60–70 and what falls between whole points; here each grade reaches to the next, in favour of who is assessed.</summary>
    public static AssessmentSchemeDefinition LiujiaoYear { get; } = new()
    {
        Code = "liujiao-year",
        Title = new LocalizedText("Liujiao Subdistrict, the year", "六角街道年度考核"),
        Source = "jinchutou 60b7b1d1; grades repaired",
        Streams = StreamMode.Combined,
        Assessors =
        [
            new AssessorDefinition { Code = "superiors", Title = new LocalizedText("Departments and communities", "部门与社区"), Stream = AssessorStream.Superior },
            new AssessorDefinition { Code = "residents", Title = new LocalizedText("Those who are served", "服务对象"), Stream = AssessorStream.Public },
        ],
        Children = [Period("half-year", "Half-year", "半年", 0.4m), Period("year-end", "Year's end", "年终", 0.6m)],
        Bonuses =
        [
            new AdjustmentDefinition { Code = "bonus-one", Points = 1, IgnoreAbsent = true },
            new AdjustmentDefinition { Code = "bonus-two", Points = 2, IgnoreAbsent = true },
        ],
        Bands =
        [
            Band("excellent", "Excellent", "优秀", 95),
            Band("qualified", "Qualified", "合格", 80),
            Band("barely-qualified", "Barely qualified", "基本合格", 60),
            Band("unqualified", "Unqualified", "不合格", null),
        ],
    };

    /// <summary>Gets the three rates of the hotline of Jungar Banner (准格尔旗): response 30, resolution 35, satisfaction 35. The weights of other places
    /// differ: change them.</summary>
    public static AssessmentSchemeDefinition JungarHotline { get; } = new()
    {
        Code = "jungar-hotline",
        Title = new LocalizedText("Hotline of Jungar Banner", "准格尔旗接诉即办三率考核"),
        Source = "caprane.cn, at second hand",
        Children = [Leaf("response-rate", 0.3m, OfOne), Leaf("resolution-rate", 0.35m, OfOne), Leaf("satisfaction-rate", 0.35m, OfOne)],
    };

    /// <summary>Gets every preset.</summary>
    public static EquatableArray<AssessmentSchemeDefinition> All { get; } =
        [Jinniu, JinniuOnline, Hecun, UrbanSupervisor, UrbanOperator, UrbanShiftLead, UrbanDispatcher, LiujiaoPeriod, LiujiaoYear, JungarHotline];

    private static Indicator Declare(string code, string en, string zh, IndicatorDirection direction = IndicatorDirection.Up) =>
        Indicator.Declared(code, new LocalizedText(en, zh), direction);

    private static AssessmentNodeDefinition Leaf(string code, decimal weight, NormalisationDefinition normalise, IndicatorDirection? direction = null) =>
        new() { Code = code, Weight = weight, Direction = direction, Normalise = normalise };

    private static AssessmentNodeDefinition Period(string code, string en, string zh, decimal weight) => new()
    {
        Code = code,
        Title = new LocalizedText(en, zh),
        Weight = weight,
        Children =
        [
            Leaf(code + "-superior", 0.9m, OfHundred, IndicatorDirection.Up) with { Assessor = "superiors" },
            Leaf(code + "-public", 0.1m, OfHundred, IndicatorDirection.Up) with { Assessor = "residents" },
        ],
    };

    private static AdjustmentDefinition Bonus(string source) => new() { Code = source + "-bonus", Points = 0.01m, Per = 0.01m, Source = source, IgnoreAbsent = true };

    private static NormalisationDefinition Of(decimal maximum) => new() { Kind = "fraction-of-maximum", Maximum = maximum };

    private static GradeBandDefinition Band(string code, string en, string zh, decimal? from) =>
        new() { Code = code, Title = new LocalizedText(en, zh), From = from };

    private static AssessmentSchemeDefinition Urban(string code, string zh, params ReadOnlySpan<AssessmentNodeDefinition> leaves) => new()
    {
        Code = code,
        Title = new LocalizedText(code.Replace('-', ' '), zh),
        Source = "public source code of a digital urban management system",
        Bands = [Band("A", "A", "A", 90), Band("B", "B", "B", 75), Band("C", "C", "C", 60), Band("D", "D", "D", 40), Band("E", "E", "E", null)],
        Children = EquatableArray.Create(leaves),
    };
}
