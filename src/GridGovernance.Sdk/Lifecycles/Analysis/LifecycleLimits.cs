using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Finds limits that can run out before anybody works: shorter than the calendar's closed spells, and nobody on duty round the clock.</summary>
internal static class LifecycleLimits
{
    private const int LatestYear = 2100;
    private const int EarliestYear = 2007;

    internal static IEnumerable<LifecycleFinding> Run(Lifecycle lifecycle, LifecycleVocabulary vocabulary, LifecycleWalk walk)
    {
        if (vocabulary.Calendar is not { } calendar || LastKnownYear(calendar) is not { } year)
        {
            yield break;
        }

        var onDuty = lifecycle.Definition.OnDuty;
        foreach (var clock in lifecycle.Clocks)
        {
            var state = lifecycle.States.FirstOrDefault(state => clock.RoleIn(state) == ClockRole.Starts && !onDuty.Contains(state.Responsible!) && walk.IsReached(state) && !state.IsSuperstate);
            if (state is not null && Witness(calendar, year, clock.Definition.Limit, clock.Definition.Policy) is { } shown)
            {
                var path = walk.PathTo(state.Code);
                yield return new LifecycleFinding(
                    Finding.Warning(
                        LifecycleMessages.Texts["lifecycles.limit-without-work", clock.Code, clock.Definition.Limit, shown.Start, shown.End, state.Code, path],
                        FindingPlace.At(FormattableString.Invariant($"/clocks/{clock.Index}/limit")) with { Subject = state.Code }),
                    state.Code,
                    path);
            }
        }

        for (var i = 0; i < lifecycle.Definition.Escalation.Count; i++)
        {
            var rung = lifecycle.Definition.Escalation[i];
            if (!onDuty.Contains(rung.To) && Witness(calendar, year, rung.Within, rung.Policy) is { } shown)
            {
                var (state, _, path) = LifecycleLadder.Climb(lifecycle, walk, i);
                yield return new LifecycleFinding(
                    Finding.Warning(
                        LifecycleMessages.Texts["lifecycles.rung-without-work", i + 1, rung.Within, shown.Start, shown.End, state.Code, path],
                        FindingPlace.At(FormattableString.Invariant($"/escalation/{i}/within")) with { Subject = rung.To }),
                    state.Code,
                    path);
            }
        }
    }

    // Limits in working time hold work by their nature; the others are tried from every full hour of a year.
    private static (Instant Start, Instant End)? Witness(WorkCalendar calendar, int year, TimeLimit limit, CountingPolicy policy)
    {
        if (limit.Unit is LimitUnit.WorkingHours or LimitUnit.WorkingDays)
        {
            return null;
        }

        var first = new LocalDate(year, 1, 1).AtStartOfDayInZone(calendar.Zone).ToInstant();
        var last = new LocalDate(year, 12, 31).AtStartOfDayInZone(calendar.Zone).ToInstant();
        for (var start = first; start < last; start += Duration.FromHours(1))
        {
            var due = calendar.Due(start, limit, policy);
            if (!due.IsKnown)
            {
                break;
            }

            if (calendar.WorkingTimeBetween(start, due.At) is { IsKnown: true } work && work.Length == Duration.Zero)
            {
                return (start, due.At);
            }
        }

        return null;
    }

    private static int? LastKnownYear(WorkCalendar calendar)
    {
        for (var year = LatestYear; year >= EarliestYear; year--)
        {
            if (calendar.IsWorkingDay(new LocalDate(year, 1, 1)) is not null && calendar.IsWorkingDay(new LocalDate(year, 12, 31)) is not null)
            {
                return year;
            }
        }

        return null;
    }
}
