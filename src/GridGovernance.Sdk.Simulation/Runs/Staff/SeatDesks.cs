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
    private readonly IReadOnlyDictionary<Seat, int>? _people;
    private readonly Dictionary<Seat, StaffDesk[]> _busy = [];

    /// <summary>Creates the desks.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="parameters">How many people share a seat's work, and how they come and go.</param>
    /// <param name="streams">The random numbers.</param>
    /// <param name="people">How many of them there are, some being missing; null where nobody is.</param>
    internal SeatDesks(WorkCalendar calendar, CountyRunParameters parameters, RandomStreams streams, IReadOnlyDictionary<Seat, int>? people = null)
    {
        (_calendar, _parameters, _streams, _people) = (calendar, parameters, streams, people);
        _isNeutral = parameters.Staff.IsNeutral && parameters.Duties.IsNeutral;
        _start = parameters.From.AtStartOfDayInZone(calendar.Zone).ToInstant();
    }

    /// <summary>Gets the time that people worked on cases, by post: without what other duties put between.</summary>
    internal SortedDictionary<string, Duration> Busy { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the time that people were on visits, by post: without what other duties put between.</summary>
    internal SortedDictionary<string, Duration> Visiting { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes the first free desk for a service, and returns when service and lag are over; null beyond the known calendar.</summary>
    internal Instant? Serve(Seat seat, Instant from, Duration service, Duration lag, bool roundTheClock) => Serve(Busy, seat, from, service, lag, roundTheClock);

    /// <summary>Takes the first free desk for a visit, and returns when it is over; null beyond the known calendar.</summary>
    internal Instant? Visit(Seat seat, Instant from, Duration service) => Serve(Visiting, seat, from, service, Duration.Zero, false);

    private Instant? Serve(SortedDictionary<string, Duration> account, Seat seat, Instant from, Duration service, Duration lag, bool roundTheClock)
    {
        var (desk, start) = FirstFree(seat, from, roundTheClock);
        var begins = _isNeutral || roundTheClock ? start : WorkBegins(start);
        service = Percent(service, desk.ServicePercent(begins));
        var elapsed = Stretched(seat, begins, service);
        if (After(start, elapsed, roundTheClock) is not { } served)
        {
            return null;
        }

        if (roundTheClock)
        {
            desk.UrgentUntil = served;
            desk.BusyUntil = desk.BusyUntil > start ? Delayed(desk.BusyUntil, start, served) : served;
        }
        else
        {
            desk.BusyUntil = served;
        }

        desk.Work(begins, elapsed);
        account[seat.Post] = account.GetValueOrDefault(seat.Post) + service;
        return After(served, lag, roundTheClock);
    }

    // What cannot wait goes before what can: what is still to be done then ends so much later as it took of the working day.
    private Instant Delayed(Instant busyUntil, Instant start, Instant served) =>
        _calendar.WorkingTimeBetween(start, served) is { IsKnown: true } taken && After(busyUntil, taken.Length, false) is { } end ? Instant.Max(end, served) : Instant.Max(busyUntil, served);

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

    /// <summary>Says whether somebody of a seat is there, busy or not.</summary>
    internal bool IsPresent(Seat seat, Instant at) => _parameters.Staff.IsNeutral || DesksOf(seat).Any(desk => desk.PresenceFrom(at).From == at);

    private StaffDesk[] DesksOf(Seat seat)
    {
        if (!_busy.TryGetValue(seat, out var desks))
        {
            // A case may be left with an empty seat where nobody is above it: it is then as slow as one person.
            var count = Math.Max(1, _people is not null && _people.TryGetValue(seat, out var present) ? present : _parameters.PeopleOf(seat));
            desks = [.. Enumerable.Range(0, count).Select(i => new StaffDesk(
                _parameters.Staff, _calendar.Zone, _start, _parameters.Staff.IsNeutral ? null : _streams.Stream("staff/" + seat, i)))];
            _busy.Add(seat, desks);
        }

        return desks;
    }

    // Who is away is passed over while somebody else of the seat is there: of several, the one who has been free for longest.
    private (StaffDesk Desk, Instant Start) FirstFree(Seat seat, Instant from, bool roundTheClock)
    {
        var desks = DesksOf(seat);
        var (first, start) = (desks[0], desks[0].AvailableFrom(from, roundTheClock));
        foreach (var desk in desks.AsSpan(1))
        {
            var available = desk.AvailableFrom(from, roundTheClock);
            (first, start) = available < start || (available == start && desk.BusyUntil < first.BusyUntil) ? (desk, available) : (first, start);
        }

        return (first, start);
    }

    // Other duties come between: they make a service end later, not the work on it longer.
    private Duration Stretched(Seat seat, Instant start, Duration service) =>
        _parameters.Duties.IsNeutral || !string.Equals(seat.Post, _parameters.Duties.Post, StringComparison.Ordinal)
            ? service
            : Percent(service, _parameters.Duties.StretchPercent(start.InZone(_calendar.Zone).Date));

    private static Duration Percent(Duration service, long percent) => percent == 100 ? service : Duration.FromSeconds((long)service.TotalSeconds * percent / 100);

    // What comes in at night is begun in the morning: by whoever is rested then, and on the duties of that day.
    private Instant WorkBegins(Instant from) =>
        _calendar.AddWorkingTime(from, Second) is { IsKnown: true } end ? end.At - Second : from;

    private Instant? After(Instant from, Duration time, bool roundTheClock) =>
        roundTheClock ? from + time : _calendar.AddWorkingTime(from, time) is { IsKnown: true } end ? end.At : null;
}
