using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>The desks of every seat: who is busy until when.</summary>
internal sealed class SeatDesks
{
    private readonly WorkCalendar _calendar;
    private readonly Dictionary<string, int> _desks;
    private readonly Dictionary<Seat, Instant[]> _busy = [];

    internal SeatDesks(WorkCalendar calendar, EquatableArray<WeightedCode> desks)
    {
        _calendar = calendar;
        _desks = desks.ToDictionary(desk => desk.Code, desk => Math.Max(1, desk.Weight), StringComparer.Ordinal);
    }

    /// <summary>Takes the first free desk for a service, and returns when service and lag are over; null beyond the known calendar.</summary>
    internal Instant? Serve(Seat seat, Instant from, Duration service, Duration lag, bool roundTheClock)
    {
        if (!_busy.TryGetValue(seat, out var desks))
        {
            desks = new Instant[_desks.GetValueOrDefault(seat.Post, 1)];
            Array.Fill(desks, Instant.MinValue);
            _busy.Add(seat, desks);
        }

        var desk = Array.IndexOf(desks, desks.Min());
        var start = Instant.Max(from, desks[desk]);
        if (After(start, service, roundTheClock) is not { } served)
        {
            return null;
        }

        desks[desk] = served;
        return After(served, lag, roundTheClock);
    }

    private Instant? After(Instant from, Duration time, bool roundTheClock) =>
        roundTheClock ? from + time : _calendar.AddWorkingTime(from, time) is { IsKnown: true } end ? end.At : null;
}
