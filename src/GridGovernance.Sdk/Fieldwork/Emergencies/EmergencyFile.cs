using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>An emergency and its way upward (突发事件信息报告): the fold of its events.</summary>
/// <remarks>Equality is by value: replaying the same events gives an equal file. This type is immutable and safe to share between threads.</remarks>
public sealed record EmergencyFile
{
    private EmergencyFile(EmergencyNoticed noticed) =>
        (Ladder, Gradings, Cell, NoticedAt, SupplementUntil) = (noticed.Ladder, [new EmergencyGrading(noticed.At, noticed.Grade)], noticed.Cell, noticed.At, noticed.SupplementUntil);

    /// <summary>Gets how it is reported upward.</summary>
    public EmergencyLadder Ladder { get; private init; }

    /// <summary>Gets its grades, in order.</summary>
    public EquatableArray<EmergencyGrading> Gradings { get; private init; }

    /// <summary>Gets the code of its present grade.</summary>
    public string Grade => Gradings[^1].Grade;

    /// <summary>Gets the cell in which it happened.</summary>
    public GridCode Cell { get; private init; }

    /// <summary>Gets when it was noticed.</summary>
    public Instant NoticedAt { get; private init; }

    /// <summary>Gets when the danger was brought under control; null while it is not.</summary>
    public Instant? ControlledAt { get; private init; }

    /// <summary>Gets when what was feared happened; null where it did not.</summary>
    public Instant? StruckAt { get; private init; }

    /// <summary>Gets how long it took from notice to control; null while it is not under control.</summary>
    public Duration? ControlledAfter => ControlledAt - NoticedAt;

    /// <summary>Gets the reports, in order.</summary>
    public EquatableArray<EmergencyReported> Reports { get; private init; }

    /// <summary>Gets the changes that were reported, in order.</summary>
    public EquatableArray<EmergencyChanged> Changes { get; private init; }

    /// <summary>Gets when the last event happened.</summary>
    public Instant ChangedAt { get; private init; }

    /// <summary>Gets the number of events.</summary>
    public int Version { get; private init; }

    /// <summary>Gets the last instant at which changes are still reported in time; null where the ladder names no days.</summary>
    /// <remarks>The day of the notice is not counted, and the last one runs to its end (民法典 201, 203).</remarks>
    public Instant? SupplementUntil { get; private init; }

    /// <summary>Returns the file after one more event.</summary>
    /// <param name="state">The file before; null before the first event.</param>
    /// <param name="e">The event.</param>
    /// <returns>The file after.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="e"/> is null.</exception>
    /// <exception cref="ArgumentException">The first event is not <see cref="EmergencyNoticed"/>, a later one is, it goes back in time, it names a grade that the ladder lacks, or the ladder has no steps.</exception>
    public static EmergencyFile Apply(EmergencyFile? state, EmergencyEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var ladder = state?.Ladder ?? (e as EmergencyNoticed)?.Ladder;
        var grade = e switch { EmergencyNoticed noticed => noticed.Grade, EmergencyRegraded regraded => regraded.Grade, _ => state?.Grade };
        if ((state is null) != (e is EmergencyNoticed) || e.At < state?.ChangedAt || grade is null || ladder?.Grade(grade) is null || ladder.Steps.Count == 0)
        {
            throw new ArgumentException($"The first event of an emergency, and no other, must be \"{nameof(EmergencyNoticed)}\", none goes back in time and each grade is one of the ladder, but \"{e.GetType().Name}\" breaks this.", nameof(e));
        }

        var next = state is null ? new EmergencyFile((EmergencyNoticed)e) : e switch
        {
            EmergencyReported reported => state with { Reports = state.Reports.Add(reported) },
            EmergencyRegraded => state with { Gradings = state.Gradings.Add(new EmergencyGrading(e.At, grade)) },
            EmergencyControlled => state with { ControlledAt = state.ControlledAt ?? e.At },
            EmergencyStruck => state with { StruckAt = state.StruckAt ?? e.At },
            EmergencyChanged changed => state with { Changes = state.Changes.Add(changed) },
            _ => throw new ArgumentException($"\"{e.GetType().Name}\" must be an event of this library, but is not.", nameof(e)),
        };
        return next with { Version = next.Version + 1, ChangedAt = e.At };
    }

    /// <summary>Replays the events of an emergency.</summary>
    /// <param name="events">The events, in order; at least one.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no event, or one of them is out of place.</exception>
    public static EmergencyFile Replay(IEnumerable<EmergencyEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        EmergencyFile? state = null;
        foreach (var e in events)
        {
            state = Apply(state, e);
        }

        return state ?? throw new ArgumentException("An emergency has at least one event, but found none.", nameof(events));
    }

    /// <summary>Returns when a tier came to know: when it, or one above it, was told.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="at">The instant up to which reports count.</param>
    /// <returns>The instant; null while it does not know.</returns>
    public Instant? KnownAt(EmergencyTier tier, Instant at)
    {
        if (tier <= Ladder.Steps[0].From)
        {
            return NoticedAt <= at ? NoticedAt : null;
        }

        foreach (var report in Reports)
        {
            if (report.At <= at && report.To >= tier)
            {
                return report.At;
            }
        }

        return null;
    }

    /// <summary>Says how every step that the grade asks for stands at an instant.</summary>
    /// <remarks>The limit of a step runs from when the teller knows and the grade asks for the step: a graver grade makes nobody late in retrospect.</remarks>
    /// <param name="at">The instant, whose grade counts; not before the notice.</param>
    /// <returns>The steps, from the lowest up.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the notice.</exception>
    public EquatableArray<EmergencyStepState> StepsAt(Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, NoticedAt);
        var gradings = Gradings.TakeWhile(grading => grading.At <= at).ToArray();
        return EquatableArray.From(Ladder.Steps.Where(step => AsksFor(gradings[^1], step)).Select(step =>
        {
            var asked = gradings.Reverse().TakeWhile(grading => AsksFor(grading, step)).Last().At;
            var known = KnownAt(step.From, at);
            var told = KnownAt(step.To, at);
            var due = known is { } from && step.WithinMinutes is { } minutes ? Instant.Max(from, asked) + Duration.FromMinutes(minutes) : (Instant?)null;
            return new EmergencyStepState(step, known, due, told, due is { } limit && (told ?? at) > limit);
        }));
    }

    /// <summary>Returns when the next report upward is due.</summary>
    /// <returns>The instant; null where every tier knows, or what is left is due at once.</returns>
    public Instant? NextDeadline() => StepsAt(ChangedAt).Where(static step => step.IsOpen).Min(static step => step.DueAt);

    private bool AsksFor(EmergencyGrading grading, EmergencyStep step) => step.To <= Ladder.Grade(grading.Grade)!.Top;
}
