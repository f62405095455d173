using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A subject's colour with its history (一人一码、动态更新): the fold of its events.</summary>
/// <remarks>
/// <para>There is one current colour at every instant, and a rule that explains it. An objection does not change it; the answer may. It stands until it is answered,
/// whatever colours are given meanwhile, and where it is right the subject has the colour that it would have without the one objected to.</para>
/// <para>Equality is by value: replaying the same events gives an equal file. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record ColourFile
{
    private ColourFile(string subject) => Subject = subject;

    /// <summary>Gets the opaque id of the person, or the code of the area.</summary>
    public string Subject { get; private init; }

    /// <summary>Gets the colours that it was given, in order.</summary>
    public EquatableArray<ColourGiven> History { get; private init; }

    /// <summary>Gets the objection that waits for an answer; null where none does.</summary>
    public ColourAppealed? OpenAppeal { get; private init; }

    /// <summary>Gets the colour that the last objection is about; null before there was one.</summary>
    public ColourGiven? Disputed { get; private init; }

    /// <summary>Gets the colours of <see cref="History"/> that an answer took back: they held until then, and explain nothing any more.</summary>
    public EquatableArray<ColourGiven> Withdrawn { get; private init; }

    /// <summary>Gets the answers to objections, in order.</summary>
    public EquatableArray<ColourAppealAnswered> Answers { get; private init; }

    /// <summary>Gets when the last event happened.</summary>
    public Instant ChangedAt { get; private init; }

    /// <summary>Gets the number of events.</summary>
    public int Version { get; private init; }

    /// <summary>Returns the file after one more event.</summary>
    /// <param name="state">The file before; null before the first event.</param>
    /// <param name="e">The event.</param>
    /// <returns>The file after.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="e"/> is null.</exception>
    /// <exception cref="ArgumentException">The first event is not <see cref="ColourGiven"/>, one is of another subject, goes back in time, objects twice, or answers nothing.</exception>
    public static ColourFile Apply(ColourFile? state, ColourEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var isSound = e switch
        {
            ColourGiven given => state is null || string.Equals(given.Subject, state.Subject, StringComparison.Ordinal),
            ColourAppealed => state is { OpenAppeal: null },
            _ => state is { OpenAppeal: not null },
        };
        if (!isSound || e.At < state?.ChangedAt)
        {
            throw new ArgumentException($"A colour is given first, to one subject, none goes back in time and each objection is answered once, but \"{e.GetType().Name}\" breaks this.", nameof(e));
        }

        state ??= new ColourFile(((ColourGiven)e).Subject);
        var next = e switch
        {
            ColourGiven given => state with { History = state.History.Add(given) },
            ColourAppealed appealed => state with { OpenAppeal = appealed, Disputed = state.History[^1] },
            ColourAppealAnswered { IsUpheld: true } answer => state with { OpenAppeal = null, Answers = state.Answers.Add(answer) },
            ColourAppealAnswered answer => state.Freed(answer),
            _ => throw new ArgumentException($"\"{e.GetType().Name}\" must be an event of this library, but is not.", nameof(e)),
        };
        return next with { Version = state.Version + 1, ChangedAt = e.At };
    }

    /// <summary>Replays the events of a subject.</summary>
    /// <param name="events">The events, in order; at least one.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no event, or one of them is out of place.</exception>
    public static ColourFile Replay(IEnumerable<ColourEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        ColourFile? state = null;
        foreach (var e in events)
        {
            state = Apply(state, e);
        }

        return state ?? throw new ArgumentException("A colour has at least one event, but found none.", nameof(events));
    }

    /// <summary>Returns the rule whose colour a subject has at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The rule; null before the first colour was given.</returns>
    public ColourRule? RuleAt(Instant at)
    {
        var given = History.LastOrDefault(one => one.At <= at);
        return given is null ? null : at >= given.Until ? given.Otherwise : given.Rule;
    }

    // What was given by the rule that was objected to is taken back, from the colour in dispute on. The one before it holds again, as long as it would have.
    private ColourFile Freed(ColourAppealAnswered answer)
    {
        var disputed = History.AsSpan().IndexOf(Disputed!);
        var gone = EquatableArray.From(History.Skip(disputed).Where(one => string.Equals(one.Rule.Code, Disputed!.Rule.Code, StringComparison.Ordinal)));
        var next = this with { OpenAppeal = null, Answers = Answers.Add(answer), Withdrawn = [.. Withdrawn, .. gone] };
        if (!gone.Contains(History[^1]))
        {
            return next;
        }

        var before = History.Take(disputed).LastOrDefault(one => !Withdrawn.Contains(one));
        var holds = before is null || answer.At >= before.Until
            ? new ColourGiven(Subject, Disputed!.Otherwise, Disputed.Otherwise, null) { At = answer.At, By = answer.By }
            : before with { At = answer.At, By = answer.By };
        return next with { History = History.Add(holds) };
    }
}
