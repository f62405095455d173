using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>One run of the staffing audit.</summary>
internal sealed class StaffingAuditRun
{
    private readonly List<StaffingGap> _gaps = [];
    private readonly List<Finding> _findings = [];
    private readonly StandardCheck _check;
    private readonly GridMap _map;
    private readonly Roster _roster;
    private readonly LocalDate _from;
    private readonly LocalDate _to;
    private int _units;
    private long _staffed;

    internal StaffingAuditRun(Establishment establishment, GridMap map, Roster roster, LocalDate from, LocalDate to)
    {
        _check = new StandardCheck(establishment, _findings);
        _map = map;
        _roster = roster;
        _from = from;
        _to = to;
    }

    internal void Add(StaffingStandard standard, int index)
    {
        if (_check.LevelOf(standard, index) is not { } level)
        {
            return;
        }

        foreach (var unit in _map.UnitsAt(level))
        {
            if (standard.Kinds.Count == 0 || standard.Kinds.Contains(unit.Kind))
            {
                Look(standard, unit);
            }
        }

        LookAtPeople(standard);
    }

    internal StaffingAuditReport ToReport() =>
        new(_units, _units * (Period.DaysBetween(_from, _to) + 1L), _staffed, EquatableArray.From(_gaps), new FindingReport(_findings));

    private void Look(StaffingStandard standard, GridUnit unit)
    {
        _units++;
        var seats = standard.Posts.Select(post => new Seat(post, unit.Code.ToString())).ToArray();
        var days = new SortedSet<LocalDate> { _from };
        var seen = new HashSet<Seat>();
        foreach (var seat in seats)
        {
            _roster.CollectChanges(seat, _from, _to, days, seen);
        }

        var starts = days.ToArray();
        StaffingGap? open = null;
        for (var i = 0; i < starts.Length; i++)
        {
            var end = i + 1 < starts.Length ? starts[i + 1].PlusDays(-1) : _to;
            var (kind, people, acts) = StateOn(standard, seats, starts[i]);
            _staffed += people >= standard.MinPeople && (people == 0 || acts) ? Period.DaysBetween(starts[i], end) + 1 : 0;
            if (open is not null && open.Kind == kind)
            {
                var worst = kind == StaffingGapKind.Overstaffed ? Math.Max(open.People, people) : Math.Min(open.People, people);
                open = open with { To = end, People = worst };
                continue;
            }

            Close(standard, open);
            open = kind is { } found ? new StaffingGap(standard.Code, found, unit.Code.ToString(), starts[i], end, people) : null;
        }

        Close(standard, open);
    }

    private (StaffingGapKind? Kind, int People, bool Acts) StateOn(StaffingStandard standard, Seat[] seats, LocalDate on)
    {
        var people = seats.SelectMany(seat => _roster.HoldersOf(seat, on)).Distinct(StringComparer.Ordinal).Count();
        var acts = Array.Exists(seats, seat => _roster.ActingFor(seat, on) is not null);
        return (
            people > standard.MaxPeople ? StaffingGapKind.Overstaffed
            : people < standard.MinPeople ? people == 0 && standard.MinPeople == 1 && acts ? StaffingGapKind.Deputised : StaffingGapKind.Understaffed
            : people > 0 && !acts ? StaffingGapKind.Unattended
            : null,
            people,
            acts);
    }

    private void LookAtPeople(StaffingStandard standard)
    {
        if (standard.MostSeatsPerPerson is not { } most)
        {
            return;
        }

        var counted = _roster.Appointments.Where(one => standard.Posts.Contains(one.Seat.Post) && one.From <= _to && !(one.To < _from));
        foreach (var person in counted.GroupBy(static one => one.Person, StringComparer.Ordinal).Where(group => group.Skip(most).Any()))
        {
            // +1 on the first day of a seat, -1 on the day after its last: what is open is the number of seats.
            var steps = person.Select(one => (Day: LocalDate.Max(one.From, _from), Step: 1))
                .Concat(person.Where(one => one.To < _to).Select(static one => (Day: one.To!.Value.PlusDays(1), Step: -1)))
                .GroupBy(static step => step.Day).OrderBy(static group => group.Key);
            StaffingGap? open = null;
            var seats = 0;
            foreach (var day in steps)
            {
                seats += day.Sum(static step => step.Step);
                if (seats > most)
                {
                    open = open is null
                        ? new StaffingGap(standard.Code, StaffingGapKind.SpreadThin, person.Key, day.Key, _to, seats)
                        : open with { People = Math.Max(open.People, seats) };
                }
                else if (open is not null)
                {
                    Close(standard, open with { To = day.Key.PlusDays(-1) });
                    open = null;
                }
            }

            Close(standard, open);
        }
    }

    private void Close(StaffingStandard standard, StaffingGap? gap)
    {
        if (gap is null)
        {
            return;
        }

        _gaps.Add(gap);
        var message = gap.Kind switch
        {
            StaffingGapKind.Understaffed => StaffingMessages.Catalogue[
                "staffing.understaffed", gap.Subject, gap.From, gap.To, standard.MinPeople, string.Join(", ", standard.Posts), gap.People],
            StaffingGapKind.Deputised => StaffingMessages.Catalogue["staffing.deputised", gap.Subject, gap.From, gap.To, string.Join(", ", standard.Posts)],
            StaffingGapKind.Unattended => StaffingMessages.Catalogue["staffing.unattended", gap.Subject, gap.From, gap.To, string.Join(", ", standard.Posts)],
            StaffingGapKind.Overstaffed => StaffingMessages.Catalogue[
                "staffing.overstaffed", gap.Subject, gap.From, gap.To, standard.MaxPeople, string.Join(", ", standard.Posts), gap.People],
            _ => StaffingMessages.Catalogue[
                "staffing.spread-thin", gap.Subject, gap.From, gap.To, standard.MostSeatsPerPerson, string.Join(", ", standard.Posts), gap.People],
        };
        var severity = gap.Kind is StaffingGapKind.Understaffed or StaffingGapKind.Unattended ? FindingSeverity.Error : FindingSeverity.Warning;
        _findings.Add(new Finding(severity, message) { Place = FindingPlace.Of(gap.Subject), Measure = gap.Days, MeasureUnit = "days" });
    }
}
