using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>The desks of every seat: who is busy or away until when, and how fast they are.</summary>
internal sealed class SeatDesks
{
    private static readonly Duration Second = Duration.FromSeconds(1);
    private readonly WorkCalendar _calendar;
    private readonly CountyRunParameters _parameters;
    private readonly RandomStreams _streams;
    private readonly Instant _start;
    private readonly bool _isNeutral;
    private readonly Dictionary<string, int> _desks;
    private readonly Dictionary<string, int> _departmentDesks;
    private readonly Dictionary<Seat, StaffDesk[]> _busy = [];

    internal SeatDesks(WorkCalendar calendar, CountyRunParameters parameters, RandomStreams streams)
    {
        (_calendar, _parameters, _streams) = (calendar, parameters, streams);
        _isNeutral = parameters.Staff.IsNeutral && parameters.Duties.IsNeutral;
        _start = parameters.From.AtStartOfDayInZone(calendar.Zone).ToInstant();
        _desks = parameters.Desks.ToDictionary(desk => desk.Code, desk => desk.Weight, StringComparer.Ordinal);
        _departmentDesks = parameters.DepartmentDesks.ToDictionary(desk => desk.Code, desk => desk.Weight, StringComparer.Ordinal);
    }

    /// <summary>Gets the time that desks were busy, by post.</summary>
    internal SortedDictionary<string, Duration> Busy { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the time that desks were on visits, by post.</summary>
    internal SortedDictionary<string, Duration> Visiting { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes the first free desk for a service, and returns when service and lag are over; null beyond the known calendar.</summary>
    internal Instant? Serve(Seat seat, Instant from, Duration service, Duration lag, bool roundTheClock) => Serve(Busy, seat, from, service, lag, roundTheClock);

    /// <summary>Takes the first free desk for a visit, and returns when it is over; null beyond the known calendar.</summary>
    internal Instant? Visit(Seat seat, Instant from, Duration service) => Serve(Visiting, seat, from, service, Duration.Zero, false);

    private Instant? Serve(SortedDictionary<string, Duration> account, Seat seat, Instant from, Duration service, Duration lag, bool roundTheClock)
    {
        var (desk, start) = FirstFree(seat, from);
        var begins = _isNeutral || roundTheClock ? start : WorkBegins(start);
        service = Stretched(seat, desk, begins, service);
        if (After(start, service, roundTheClock) is not { } served)
        {
            return null;
        }

        desk.BusyUntil = served;
        desk.Work(begins, service);
        account[seat.Post] = account.GetValueOrDefault(seat.Post) + service;
        return After(served, lag, roundTheClock);
    }

    /// <summary>Returns when a span is over of which only the time counts in which somebody of a seat is there; an instant after the limit where it takes longer than that.</summary>
    internal Instant WhilePresent(Seat seat, Instant from, Duration span, Instant limit)
    {
        if (_parameters.Staff.IsNeutral)
        {
            return from + span;
        }

        var desks = DesksOf(seat);
        while (from <= limit)
        {
            // Whoever of those who come first stays longest; then it is the others' turn.
            var (begin, until) = desks[0].PresenceFrom(from);
            foreach (var desk in desks.AsSpan(1))
            {
                var other = desk.PresenceFrom(from);
                (begin, until) = other.From < begin || (other.From == begin && other.Until > until) ? other : (begin, until);
            }

            if (begin + span <= until)
            {
                return begin + span;
            }

            (from, span) = (until, span - (until - begin));
        }

        return from;
    }

    private StaffDesk[] DesksOf(Seat seat)
    {
        if (!_busy.TryGetValue(seat, out var desks))
        {
            var count = _departmentDesks.TryGetValue(seat.Unit, out var own) ? own : _desks.GetValueOrDefault(seat.Post, 1);
            desks = [.. Enumerable.Range(0, count).Select(i => new StaffDesk(
                _parameters.Staff, _calendar.Zone, _start, _parameters.Staff.IsNeutral ? null : _streams.Stream("staff/" + seat, i)))];
            _busy.Add(seat, desks);
        }

        return desks;
    }

    // Who is away is passed over while somebody else of the seat is there: of several, the one who has been free for longest.
    private (StaffDesk Desk, Instant Start) FirstFree(Seat seat, Instant from)
    {
        var desks = DesksOf(seat);
        var (first, start) = (desks[0], desks[0].AvailableFrom(from));
        foreach (var desk in desks.AsSpan(1))
        {
            var available = desk.AvailableFrom(from);
            (first, start) = available < start || (available == start && desk.BusyUntil < first.BusyUntil) ? (desk, available) : (first, start);
        }

        return (first, start);
    }

    private Duration Stretched(Seat seat, StaffDesk desk, Instant start, Duration service)
    {
        long percent = desk.ServicePercent(start);
        if (!_parameters.Duties.IsNeutral && string.Equals(seat.Post, _parameters.Duties.Post, StringComparison.Ordinal))
        {
            percent = percent * _parameters.Duties.StretchPercent(start.InZone(_calendar.Zone).Date) / 100;
        }

        return percent == 100 ? service : Duration.FromSeconds((long)service.TotalSeconds * percent / 100);
    }

    // What comes in at night is begun in the morning: by whoever is rested then, and on the duties of that day.
    private Instant WorkBegins(Instant from) =>
        _calendar.AddWorkingTime(from, Second) is { IsKnown: true } end ? end.At - Second : from;

    private Instant? After(Instant from, Duration time, bool roundTheClock) =>
        roundTheClock ? from + time : _calendar.AddWorkingTime(from, time) is { IsKnown: true } end ? end.At : null;
}
