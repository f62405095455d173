namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Ladders of colours as places published them; red is the worst in all of them.</summary>
public static class ColourPresets
{
    private static readonly ColourStep Red = new("red", new LocalizedText("Red", "红"));
    private static readonly ColourStep Orange = new("orange", new LocalizedText("Orange", "橙"));
    private static readonly ColourStep Yellow = new("yellow", new LocalizedText("Yellow", "黄"));
    private static readonly ColourStep Blue = new("blue", new LocalizedText("Blue", "蓝"));
    private static readonly ColourStep Green = new("green", new LocalizedText("Green", "绿"));

    private static readonly LocalizedText HealthCode = new("Health codes, as commonly reported: red 14 days, yellow up to 7 days, green", "健康码（据公开资料）：红码14天，黄码不超过7天，绿码");
    private static readonly LocalizedText Map = new("Five-colour map of risk by county; the order of its colours as commonly reported", "分县风险“五色图”；颜色次序据公开资料");
    private static readonly LocalizedText Law = new("Emergency Response Law: warnings in four grades, red, orange, yellow, blue", "《突发事件应对法》：预警分四级，依次为红、橙、黄、蓝");

    /// <summary>Gets the code of three colours (三色码, S1-7), one a person.</summary>
    public static ColourLadderDefinition ThreeColourCode { get; } = new()
    {
        Code = "three-colour-code",
        Title = new LocalizedText("Three-colour code", "三色码"),
        Source = HealthCode,
        Colours = [Red, Yellow, Green],
        Rules =
        [
            Rule("observed-14-days", Red, new LocalizedText("Under observation for 14 days", "需观察14天"), HealthCode) with { LastsDays = 14 },
            Rule("observed-7-days", Yellow, new LocalizedText("Under observation for 7 days", "需观察7天"), HealthCode) with { LastsDays = 7 },
            Rule("free", Green, new LocalizedText("Nothing is known against free passage", "可通行"), HealthCode),
        ],
        Otherwise = "free",
    };

    /// <summary>Gets the map of five colours (五色图, S1-8), one an area.</summary>
    public static ColourLadderDefinition FiveColourMap { get; } = Graded("five-colour-map", new LocalizedText("Five-colour map", "五色图"), Map, [Red, Orange, Yellow, Blue, Green]);

    /// <summary>Gets the warnings of four colours (红橙黄蓝), one an area.</summary>
    public static ColourLadderDefinition Warnings { get; } = Graded("warnings", new LocalizedText("Warnings", "预警"), Law, [Red, Orange, Yellow, Blue]);

    /// <summary>Gets all of them.</summary>
    public static EquatableArray<ColourLadderDefinition> All { get; } = [ThreeColourCode, FiveColourMap, Warnings];

    private static ColourLadderDefinition Graded(string code, LocalizedText title, LocalizedText source, EquatableArray<ColourStep> colours) => new()
    {
        Code = code,
        Title = title,
        Source = source,
        Colours = colours,
        Rules = EquatableArray.From(colours.Select((colour, i) => Rule($"grade-{i + 1}", colour, new LocalizedText($"Grade {i + 1}", $"{i + 1}级"), source))),
        Otherwise = $"grade-{colours.Count}",
    };

    private static ColourRule Rule(string code, ColourStep colour, LocalizedText reason, LocalizedText source) => new() { Code = code, Colour = colour.Code, Reason = reason, Source = source };
}
