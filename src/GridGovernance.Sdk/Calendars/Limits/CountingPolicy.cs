using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>How a limit is counted (期间计算规则): the choices that statutes and places make differently, with the source of each preset.</summary>
/// <remarks>
/// <para>Law or agreement may differ from a preset (民法典 204): derive one with <c>with</c>, under a code of its own.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record CountingPolicy
{
    private static readonly LocalizedText CivilCode201 = new("Civil Code, article 201", "《民法典》第二百零一条");
    private static readonly LocalizedText CivilCode203 = new("Civil Code, article 203", "《民法典》第二百零三条");
    private static readonly LocalizedText CivilProcedure85 = new("Civil Procedure Law, article 85", "《民事诉讼法》第八十五条");
    private static readonly LocalizedText Interpretation125 = new(
        "Interpretation of the Supreme People's Court on the Civil Procedure Law, article 125", "《最高人民法院关于适用〈民事诉讼法〉的解释》第一百二十五条");

    /// <summary>Gets 民法典 201–203: the start day is not counted, hours run at once, months end on the corresponding day,
    /// rest days roll over, the last day ends at 24:00.</summary>
    public static CountingPolicy CivilCode { get; } = new()
    {
        Code = "civil-code",
        Title = new LocalizedText("Civil Code, periods", "民法典期间"),
        Source = new LocalizedText("Civil Code, articles 201–203", "《民法典》第二百零一条至第二百零三条"),
        StartDaySource = CivilCode201,
        RollOverSource = CivilCode203,
        DayEndSource = CivilCode203,
    };

    /// <summary>Gets 民诉法 85 and 民诉法解释 125: as the civil code, but hours run from the next hour, and time in the mail is not counted.</summary>
    public static CountingPolicy CivilProcedure { get; } = new()
    {
        Code = "civil-procedure",
        Title = new LocalizedText("Civil Procedure Law, periods", "民事诉讼法期间"),
        Source = new LocalizedText(
            "Civil Procedure Law, article 85; Interpretation of the Supreme People's Court, article 125",
            "《民事诉讼法》第八十五条；《最高人民法院关于适用〈民事诉讼法〉的解释》第一百二十五条"),
        HourStart = HourStart.NextHour,
        ExcludesMail = true,
        StartDaySource = CivilProcedure85,
        HourStartSource = Interpretation125,
        RollOverSource = CivilProcedure85,
        DayEndSource = CivilCode203,
    };

    /// <summary>Gets 信访工作条例 22–23, 34–36: 日 are calendar days with roll-over, one limit (异议, article 23) is in working days.</summary>
    public static CountingPolicy Petition { get; } = new()
    {
        Code = "petition",
        Title = new LocalizedText("Regulation on petitions", "信访工作条例"),
        Source = new LocalizedText(
            "Regulation on Petition Work, articles 22–23 and 34–36; counted by the Civil Code, articles 201–203",
            "《信访工作条例》第二十二条至第二十三条、第三十四条至第三十六条；期间按《民法典》第二百零一条至第二百零三条计算"),
        StartDaySource = CivilCode201,
        RollOverSource = CivilCode203,
        DayEndSource = CivilCode203,
    };

    /// <summary>Gets the 12345 hotline rules of cities such as 济南 (article 24) and 潍坊 (article 20): the last day ends when business closes (民法典 203(2)).</summary>
    public static CountingPolicy Hotline12345 { get; } = new()
    {
        Code = "hotline-12345",
        Title = new LocalizedText("12345 hotline, local rules", "12345热线地方规定"),
        Source = new LocalizedText(
            "Jinan 12345 Regulation, article 24; Weifang 12345 Regulation, article 20; Civil Code, article 203(2)",
            "《济南市12345市民服务热线条例》第二十四条；《潍坊市12345政务服务便民热线条例》第二十条；《民法典》第二百零三条第二款"),
        DayEnd = DayEnd.CloseOfBusiness,
        StartDaySource = CivilCode201,
        RollOverSource = CivilCode203,
        DayEndSource = CivilCode203,
    };

    /// <summary>Gets 行政处罚法 85: two, three, five and seven days are working days.</summary>
    public static CountingPolicy AdministrativePenalty { get; } = new()
    {
        Code = "administrative-penalty",
        Title = new LocalizedText("Administrative Penalty Law", "行政处罚法"),
        Source = new LocalizedText("Administrative Penalty Law, article 85", "《行政处罚法》第八十五条"),
        WorkingDayCounts = [2, 3, 5, 7],
        StartDaySource = CivilCode201,
        RollOverSource = CivilCode203,
        DayEndSource = CivilCode203,
    };

    /// <summary>Gets 行政复议法 88: three, five, seven and ten days are working days, the rest is counted as in civil procedure.</summary>
    public static CountingPolicy AdministrativeReview { get; } = new()
    {
        Code = "administrative-review",
        Title = new LocalizedText("Administrative Reconsideration Law", "行政复议法"),
        Source = new LocalizedText(
            "Administrative Reconsideration Law, article 88; Civil Procedure Law, article 85", "《行政复议法》第八十八条；《民事诉讼法》第八十五条"),
        HourStart = HourStart.NextHour,
        ExcludesMail = true,
        WorkingDayCounts = [3, 5, 7, 10],
        StartDaySource = CivilProcedure85,
        HourStartSource = Interpretation125,
        RollOverSource = CivilProcedure85,
        DayEndSource = CivilCode203,
    };

    /// <summary>Gets all presets, in the order of their codes.</summary>
    public static EquatableArray<CountingPolicy> Presets { get; } =
        [AdministrativePenalty, AdministrativeReview, CivilCode, CivilProcedure, Hotline12345, Petition];

    /// <summary>Gets the code, such as <c>civil-code</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name for people; null for the code.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the articles that it follows; null where it is a host's own.</summary>
    public LocalizedText? Source { get; init; }

    /// <summary>Gets the article on the day of the start; null for <see cref="Source"/>.</summary>
    public LocalizedText? StartDaySource { get; init; }

    /// <summary>Gets the article on when hours begin to run; null for <see cref="Source"/>.</summary>
    public LocalizedText? HourStartSource { get; init; }

    /// <summary>Gets the article on rest days at the end; null for <see cref="Source"/>.</summary>
    public LocalizedText? RollOverSource { get; init; }

    /// <summary>Gets the article on when the last day ends; null for <see cref="Source"/>.</summary>
    public LocalizedText? DayEndSource { get; init; }

    /// <summary>Gets a value indicating whether the day of the start is the first day counted; it is not by 民法典 201.</summary>
    public bool CountsStartDay { get; init; }

    /// <summary>Gets when a limit in hours begins to run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the choices.</exception>
    public HourStart HourStart
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "One of the choices was expected.");
    }

    /// <summary>Gets where months end that lack the corresponding day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the choices.</exception>
    public MonthEndRule MonthEnd
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "One of the choices was expected.");
    }

    /// <summary>Gets what happens when the last day is a rest day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the choices.</exception>
    public RollOver RollOver
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "One of the choices was expected.");
    }

    /// <summary>Gets when the last day ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the choices.</exception>
    public DayEnd DayEnd
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "One of the choices was expected.");
    }

    /// <summary>Gets a value indicating whether what was posted in time is in time (在途时间不计入, 民诉法 85).</summary>
    public bool ExcludesMail { get; init; }

    /// <summary>Gets the counts of calendar days that the statute reads as working days, such as 2, 3, 5, 7 (行政处罚法 85).</summary>
    public EquatableArray<int> WorkingDayCounts { get; init; }

    /// <summary>Finds a preset.</summary>
    /// <param name="code">Its code, such as <c>civil-code</c>.</param>
    /// <param name="policy">The preset; null when there is none.</param>
    /// <returns>True when there is one.</returns>
    public static bool TryFromCode([NotNullWhen(true)] string? code, [NotNullWhen(true)] out CountingPolicy? policy)
    {
        policy = null;
        foreach (var preset in Presets)
        {
            if (string.Equals(preset.Code, code, StringComparison.Ordinal))
            {
                policy = preset;
            }
        }

        return policy is not null;
    }

    /// <summary>Returns the limit as this policy reads it: a small count of calendar days may mean working days.</summary>
    /// <param name="limit">The limit as written.</param>
    /// <returns>The limit to count.</returns>
    public TimeLimit Read(TimeLimit limit)
    {
        if (limit.Unit == LimitUnit.CalendarDays)
        {
            foreach (var count in WorkingDayCounts.AsSpan())
            {
                if (count == limit.Amount)
                {
                    return new TimeLimit(limit.Amount, LimitUnit.WorkingDays);
                }
            }
        }

        return limit;
    }

    /// <summary>Returns when something counts as filed: when it was posted, where time in the mail is not counted.</summary>
    /// <param name="arrivedAt">When it arrived.</param>
    /// <param name="postedAt">When it was posted; null where it was not posted, or not provably.</param>
    /// <returns>The instant to hold against the due date.</returns>
    public Instant FiledAt(Instant arrivedAt, Instant? postedAt) => ExcludesMail && postedAt is { } posted ? posted : arrivedAt;
}
