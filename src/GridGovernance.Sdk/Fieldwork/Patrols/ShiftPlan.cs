using System.Globalization;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who is on duty when, in turns, compiled.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class ShiftPlan
{
    private const int MinutesOfADay = 1440;

    private ShiftPlan(ShiftPlanDefinition definition) => Definition = definition;

    /// <summary>Gets the definition.</summary>
    public ShiftPlanDefinition Definition { get; }

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="report">Everything that is wrong with it, with JSON Pointers: every gap and every overlap of a day that is to be covered round the clock by one crew after the other.</param>
    /// <returns>The plan; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static ShiftPlan? Compile(ShiftPlanDefinition definition, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new List<Finding>();
        FieldworkCode.Check([definition.Code], "/code", findings);
        FieldworkCode.Check(definition.Shifts.Select(static shift => shift.Code), "/shifts/{0}/code", findings);
        for (var i = 0; i < definition.Shifts.Count; i++)
        {
            var shift = definition.Shifts[i];
            if (shift.StartMinute is < 0 or >= MinutesOfADay || shift.Minutes is < 1 or > MinutesOfADay || (i > 0 && shift.StartMinute < definition.Shifts[i - 1].StartMinute))
            {
                findings.Add(FieldworkMessages.Fault(string.Create(CultureInfo.InvariantCulture, $"/shifts/{i}"), FieldworkMessages.Texts["fieldwork.shift-broken", shift.Code]));
            }
        }

        if (definition.Shifts.Count == 0 || definition.Crews.Count == 0 || definition.Crews.Any(string.IsNullOrWhiteSpace) || definition.Crews.Distinct(StringComparer.Ordinal).Count() < definition.Crews.Count)
        {
            findings.Add(FieldworkMessages.Fault("/crews", FieldworkMessages.Texts["fieldwork.crews-broken", definition.Code]));
        }

        if (findings.Count == 0)
        {
            CheckDay(definition, findings);
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new ShiftPlan(definition);
    }

    /// <summary>Returns the turns that begin on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The turns, in order; none before the first day but those of a plan round the clock that run into it from the evening before.</returns>
    public EquatableArray<ShiftTurn> TurnsOn(LocalDate on)
    {
        var days = Period.DaysBetween(Definition.From, on);
        var crews = Definition.Crews.Count;
        var turns = Definition.Shifts.Select((shift, i) =>
        {
            var turn = (((((long)days * Definition.Shifts.Count) + i) % crews) + crews) % crews;
            var start = on.AtMidnight().PlusMinutes(shift.StartMinute);
            return new ShiftTurn(shift.Code, Definition.Crews[(int)turn], start, start.PlusMinutes(shift.Minutes));
        });
        return days >= 0 ? EquatableArray.From(turns)
            : days == -1 && Definition.RoundTheClock ? EquatableArray.From(turns.Where(turn => turn.To > Definition.From.AtMidnight()))
            : [];
    }

    /// <summary>Returns everybody who is on duty: several where the plan has crews at once.</summary>
    /// <param name="at">The local time; the end of a turn is no longer on duty.</param>
    /// <returns>The turns, in order.</returns>
    public IEnumerable<ShiftTurn> AllOnDuty(LocalDateTime at) => TurnsOn(at.Date.PlusDays(-1)).Concat(TurnsOn(at.Date)).Where(turn => turn.From <= at && at < turn.To);

    /// <summary>Returns who is on duty.</summary>
    /// <param name="at">The local time; the end of a turn is no longer on duty.</param>
    /// <returns>The turn, of several the one that began first; null where nobody is.</returns>
    public ShiftTurn? OnDuty(LocalDateTime at) => AllOnDuty(at).Select(static turn => (ShiftTurn?)turn).FirstOrDefault();

    /// <summary>Returns the turns of some days in which the crew did not sign in on time.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself included.</param>
    /// <param name="signIns">Who signed in when, in local time.</param>
    /// <param name="graceMinutes">How many minutes before and after the beginning of a turn still count.</param>
    /// <returns>The turns without a sign-in of their crew, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="signIns"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>, or the grace is negative.</exception>
    public EquatableArray<ShiftTurn> Unmanned(LocalDate from, LocalDate to, IEnumerable<(string Crew, LocalDateTime At)> signIns, int graceMinutes)
    {
        ArgumentNullException.ThrowIfNull(signIns);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfNegative(graceMinutes);
        var byCrew = signIns.ToLookup(static one => one.Crew, static one => one.At, StringComparer.Ordinal);
        var unmanned = new List<ShiftTurn>();
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            unmanned.AddRange(TurnsOn(day).Where(turn => !byCrew[turn.Crew].Any(at => at >= turn.From.PlusMinutes(-graceMinutes) && at <= turn.From.PlusMinutes(graceMinutes))));
        }

        return EquatableArray.From(unmanned);
    }

    private static void CheckDay(ShiftPlanDefinition definition, List<Finding> findings)
    {
        var manned = new int[MinutesOfADay];
        foreach (var shift in definition.Shifts)
        {
            for (var minute = 0; minute < shift.Minutes; minute++)
            {
                manned[(shift.StartMinute + minute) % MinutesOfADay]++;
            }
        }

        var (gap, overlap) = (manned.Count(static crews => crews == 0), manned.Count(static crews => crews > 1));
        if (gap > 0 && definition.RoundTheClock)
        {
            findings.Add(FieldworkMessages.Fault("/shifts", FieldworkMessages.Texts["fieldwork.shift-gap", gap]) with { Measure = gap, MeasureUnit = "min" });
        }

        if (overlap > 0 && definition.RoundTheClock)
        {
            findings.Add(FieldworkMessages.Fault("/shifts", FieldworkMessages.Texts["fieldwork.shift-overlap", overlap]) with { Measure = overlap, MeasureUnit = "min" });
        }
    }
}
