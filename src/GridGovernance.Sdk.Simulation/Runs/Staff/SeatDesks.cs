using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Simulation.Kernel;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>The desks of every seat: who does what until when, who is away, and how fast they are.</summary>
internal sealed class SeatDesks
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    // Longer than every run, shorter than what a calendar adds up.
    private static readonly Duration Longest = Duration.FromDays(10_000);
    private readonly WorkCalendar _calendar;
    private readonly CountyRunParameters _parameters;
    private readonly RandomStreams _streams;
    private readonly EventQueue<RunAct> _queue;
    private readonly Instant _start;
    private readonly bool _isNeutral;
    private readonly IReadOnlyDictionary<Seat, int>? _people;
    private readonly Dictionary<Seat, SeatLine> _lines = [];
    private readonly List<StaffDesk> _desks = [];

    /// <summary>Creates the desks.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="parameters">How many people share a seat's work, and how they come and go.</param>
    /// <param name="streams">The random numbers.</param>
    /// <param name="queue">Where a desk's next turn is scheduled.</param>
    /// <param name="people">How many of them there are, some being missing; null where nobody is.</param>
    internal SeatDesks(WorkCalendar calendar, CountyRunParameters parameters, RandomStreams streams, EventQueue<RunAct> queue, IReadOnlyDictionary<Seat, int>? people = null)
    {
        (_calendar, _parameters, _streams, _queue, _people) = (calendar, parameters, streams, queue, people);
        _isNeutral = parameters.Staff.IsNeutral && parameters.Duties.IsNeutral;
        _start = parameters.From.AtStartOfDayInZone(calendar.Zone).ToInstant();
    }

    /// <summary>Gets the time that people worked on cases, by post: without what other duties put between.</summary>
    internal SortedDictionary<string, Duration> Busy { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the time that people were on visits, by post: without what other duties put between.</summary>
    internal SortedDictionary<string, Duration> Visiting { get; } = new(StringComparer.Ordinal);

    /// <summary>Asks a seat to do something: at once where somebody is free; what goes on round the clock interrupts what does not; everything else waits for its turn.</summary>
    internal void Ask(DeskJob job)
    {
        var (line, at) = (LineOf(job.Seat), _queue.Now);
        line.Join(job);
        if (line.FirstFree(at) is { } free)
        {
            Next(free, at);
            return;
        }

        if (job.RoundTheClock && line.FirstToInterrupt(at) is { } desk)
        {
            Interrupt(desk, at);
        }
        else if (job.RoundTheClock)
        {
            // Who left something that can wait takes it up at once on coming back, or whoever comes instead.
            foreach (var left in line.Desks.Where(one => one.IsInterruptible(at)))
            {
                _queue.Schedule(left.PresenceFrom(at).From, new RunAct(RunActKind.Return, left.Number, 0, default));
            }
        }

        foreach (var away in line.Desks.Where(static one => one.Job is null))
        {
            Next(away, at);
        }
    }

    /// <summary>Makes a seat do next what waits for it.</summary>
    internal void Urge(DeskJob job) => LineOf(job.Seat).Urge(job);

    /// <summary>A desk's turn has come, as it planned: it takes up what is next. Returns what happens as it has done something; null where nobody was waiting for that.</summary>
    internal RunAct? Turn(int number, int plan)
    {
        var (desk, at) = (_desks[number], _queue.Now);
        if (desk.Plan != plan)
        {
            return null;
        }

        var done = desk.Job;
        if (done is not null)
        {
            Book(desk, done, done.Left, at);
            desk.FreeSince = at;
        }

        Next(desk, at);
        return done?.Done;
    }

    /// <summary>Somebody is back who left something that can wait: it waits on where what goes on round the clock does.</summary>
    internal void Return(int number)
    {
        var (desk, at) = (_desks[number], _queue.Now);
        if (desk.IsInterruptible(at) && desk.Line.HasUrgent)
        {
            Interrupt(desk, at);
        }
    }

    /// <summary>Books what was worked until the end on what is not done by then.</summary>
    internal void Close(Instant end)
    {
        foreach (var desk in _desks)
        {
            if (desk.Job is { } job)
            {
                Book(desk, job, Between(job.Since, end, job), end);
            }
        }
    }

    /// <summary>Returns when so much time has gone by, of the working day or round the clock; null beyond the known calendar.</summary>
    internal Instant? After(Instant from, Duration time, bool roundTheClock) =>
        roundTheClock ? from + time : _calendar.AddWorkingTime(from, time) is { IsKnown: true } end ? end.At : null;

    private void Next(StaffDesk desk, Instant at)
    {
        (desk.Job, var back) = (null, desk.PresenceFrom(at).From);
        if (back > at)
        {
            if (!desk.Line.IsEmpty && desk.BackAt != back)
            {
                desk.BackAt = back;
                Plan(desk, back);
            }

            return;
        }

        if (desk.Line.TryTake(out var job))
        {
            Begin(desk, job, at);
        }
    }

    private void Interrupt(StaffDesk desk, Instant at)
    {
        var job = desk.Job!;
        Book(desk, job, Between(job.Since, at, job), at);
        desk.Line.Join(job);
        Next(desk, at);
    }

    // Where the end lies beyond the known calendar, it is never done.
    private void Begin(StaffDesk desk, DeskJob job, Instant at)
    {
        if (!job.IsBegun)
        {
            var begins = _isNeutral || job.RoundTheClock ? at : WorkBegins(at);
            var work = Duration.Min(Longest, Percent(job.Service, desk.ServicePercent(at, begins)));
            job.Begin(work, Duration.Min(Longest, Stretched(job.Seat, begins, work)));
        }

        (desk.Job, job.Since, job.DoneAt) = (job, at, After(at, job.Left, job.RoundTheClock));
        Plan(desk, job.DoneAt);
    }

    private void Plan(StaffDesk desk, Instant? at)
    {
        desk.Plan++;
        if (at is { } known)
        {
            _queue.Schedule(known, new RunAct(RunActKind.Desk, desk.Number, desk.Plan, default));
        }
    }

    private void Book(StaffDesk desk, DeskJob job, Duration time, Instant at)
    {
        var account = job.IsVisit ? Visiting : Busy;
        account[job.Seat.Post] = account.GetValueOrDefault(job.Seat.Post) + job.Spend(time);
        if (_parameters.Staff.FatiguePercentPerHour > 0)
        {
            var today = at.InZone(_calendar.Zone).Date;
            desk.Work(today, Between(Instant.Max(job.Since, today.AtStartOfDayInZone(_calendar.Zone).ToInstant()), at, job));
        }
    }

    private Duration Between(Instant from, Instant to, DeskJob job) => job.RoundTheClock ? to - from
        : _calendar.WorkingTimeBetween(from, to) is { IsKnown: true } time ? time.Length
        : Duration.Zero;

    /// <summary>Returns when a span is over of which only the time counts in which somebody of a seat is there; an instant after the limit where it takes longer than that.</summary>
    internal Instant WhilePresent(Seat seat, Instant from, Duration span, Instant limit)
    {
        if (_parameters.Staff.IsNeutral)
        {
            return from + span;
        }

        var desks = LineOf(seat).Desks;
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
    internal bool IsPresent(Seat seat, Instant at) => _parameters.Staff.IsNeutral || LineOf(seat).Desks.Any(desk => desk.IsPresent(at));

    private SeatLine LineOf(Seat seat)
    {
        if (!_lines.TryGetValue(seat, out var line))
        {
            // A case may be left with an empty seat where nobody is above it: it is then as slow as one person.
            var count = Math.Max(1, _people is not null && _people.TryGetValue(seat, out var present) ? present : _parameters.PeopleOf(seat));
            StaffDesk[] desks = [.. Enumerable.Range(0, count).Select(i => new StaffDesk(
                _parameters.Staff, _calendar.Zone, _start, _parameters.Staff.IsNeutral ? null : _streams.Stream("staff/" + seat, i)) { Number = _desks.Count + i })];
            _desks.AddRange(desks);
            _lines.Add(seat, line = new SeatLine(desks));
        }

        return line;
    }

    // Other duties come between: they make a service end later, not the work on it longer.
    private Duration Stretched(Seat seat, Instant start, Duration service) =>
        _parameters.Duties.IsNeutral || !string.Equals(seat.Post, _parameters.Duties.Post, StringComparison.Ordinal)
            ? service
            : _parameters.Duties.Stretched(service, start.InZone(_calendar.Zone).Date);

    private static Duration Percent(Duration service, long percent) => percent == 100 ? service : Duration.FromSeconds((long)service.TotalSeconds * percent / 100);

    // What comes in at night is begun in the morning: by whoever is rested then, and on the duties of that day.
    private Instant WorkBegins(Instant from) =>
        _calendar.AddWorkingTime(from, Second) is { IsKnown: true } end ? end.At - Second : from;
}
