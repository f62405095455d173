using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Statistics;
using NodaTime;

namespace GridGovernance.Sdk.Assessment;

/// <summary>What one unit did between cases, as rates by their two counts.</summary>
/// <remarks>Equality is by value. Rates that nobody gives are undefined. This type is immutable and safe to share between threads.</remarks>
/// <param name="Unit">The unit, as the table of indicators has it.</param>
public sealed record FieldworkFact(string Unit)
{
    /// <summary>Gets the visits made over those owed (走访率).</summary>
    public Rate Visits { get; init; }

    /// <summary>Gets the households reached within the limit over all (通知触达率).</summary>
    public Rate Reached { get; init; }

    /// <summary>Gets the cells collected within the limit over all (采集按时率).</summary>
    public Rate Collected { get; init; }

    /// <summary>Gets the cycles of duties that were kept over all (巡查履职率).</summary>
    public Rate Duties { get; init; }

    /// <summary>Gets the turns of duty that were taken up over all (值守到岗率).</summary>
    public Rate Turns { get; init; }

    /// <summary>Gets the steps of emergency reports that were told within their limits over all that are due (信息报告及时率).</summary>
    public Rate Emergencies { get; init; }

    /// <summary>Gets the services done for people that were answered within their limits over all that are due (代办按时办结率).</summary>
    public Rate Services { get; init; }

    /// <summary>Gets the objections to colours that were answered over all (申诉答复率).</summary>
    public Rate Objections { get; init; }

    /// <summary>Gets the findings that became cases over all (发现上报率).</summary>
    public Rate Findings { get; init; }

    /// <summary>Counts the turns of duty that were taken up.</summary>
    /// <param name="plan">The turns.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself included.</param>
    /// <param name="unmanned">The turns of these days in which nobody signed in, as <see cref="ShiftPlan.Unmanned"/> returns them.</param>
    /// <returns>The turns taken up over all.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static Rate TurnsTaken(ShiftPlan plan, LocalDate from, LocalDate to, EquatableArray<ShiftTurn> unmanned)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var all = 0L;
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            all += plan.TurnsOn(day).Count;
        }

        return new Rate(all - unmanned.Count, all);
    }

    /// <summary>Counts the steps of emergency reports that have a limit and were told, or should have been.</summary>
    /// <param name="emergencies">The emergencies.</param>
    /// <param name="at">The instant up to which is counted; not before any was noticed.</param>
    /// <returns>The steps told in time over those that were told or are late.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="emergencies"/> is null.</exception>
    public static Rate EmergenciesTold(IEnumerable<EmergencyFile> emergencies, Instant at)
    {
        ArgumentNullException.ThrowIfNull(emergencies);
        var steps = emergencies.SelectMany(file => file.StepsAt(at)).Where(static step => step.DueAt is not null && (step.ToldAt is not null || step.IsLate)).ToArray();
        return new Rate(steps.LongCount(static step => !step.IsLate), steps.LongLength);
    }

    /// <summary>Counts the services that were answered, or should have been.</summary>
    /// <param name="services">The services.</param>
    /// <param name="at">The instant up to which is counted.</param>
    /// <returns>The services answered in time over those that were answered or are late.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static Rate ServicesAnswered(IEnumerable<ProxyService> services, Instant at)
    {
        ArgumentNullException.ThrowIfNull(services);
        var all = services.Where(one => one.AnsweredAt is not null || one.IsLate(at)).ToArray();
        return new Rate(all.LongCount(one => !one.IsLate(at)), all.LongLength);
    }

    /// <summary>Counts the objections to colours.</summary>
    /// <param name="colours">The colours.</param>
    /// <returns>The objections that were answered over all.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="colours"/> is null.</exception>
    public static Rate ObjectionsAnswered(IEnumerable<ColourFile> colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        var all = colours.ToArray();
        var answered = all.Sum(static one => (long)one.Answers.Count);
        return new Rate(answered, answered + all.LongCount(static one => one.OpenAppeal is not null));
    }

    /// <summary>Counts the cycles of duties.</summary>
    /// <param name="compliance">How well duties were kept.</param>
    /// <returns>The cycles kept over all cycles.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="compliance"/> is null.</exception>
    public static Rate DutiesKept(IEnumerable<FieldDutyCompliance> compliance)
    {
        ArgumentNullException.ThrowIfNull(compliance);
        var all = compliance.ToArray();
        return new Rate(all.Sum(static one => (long)one.Kept), all.Sum(static one => (long)one.Cycles.Count));
    }
}
