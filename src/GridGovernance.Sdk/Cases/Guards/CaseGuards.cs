using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>The guards that every host has.</summary>
public static class CaseGuards
{
    /// <summary>Gets the guard <c>verifier-is-not-handler</c>: who verifies is another than who handled (核查与处置分离), by the seat and, where the roster tells, by the person.</summary>
    public static CaseGuard VerifierIsNotHandler { get; } = new("verifier-is-not-handler", context => context.Case.Handler == context.Actor.Seat || IsSamePerson(context)
        ? [Unmet("cases.verifier-is-handler", context.Actor.Seat.ToString(), "cases.nearest-another", context.Actor.Seat.ToString())]
        : []);

    /// <summary>Gets the guard <c>note-given</c>: the command says what was done, or on what ground (反馈).</summary>
    public static CaseGuard NoteGiven { get; } = new("note-given", context => string.IsNullOrWhiteSpace(context.Command.Note)
        ? [Unmet("cases.note-missing", context.Command.Trigger, "cases.nearest-note", context.Command.Trigger)]
        : []);

    /// <summary>Gets the guard <c>never-returned</c>: a case that was returned once and dispatched again may not be returned again (不得再次退回).</summary>
    public static CaseGuard NeverReturned { get; } = new("never-returned", context => context.Case.Returns > 0
        ? [Unmet("cases.returned-before", context.Case.Id)]
        : [])
    {
        Fact = new LifecycleGuard("never-returned") { Initially = true, UndoneBy = [CaseEffect.MarkReturned] },
    };

    /// <summary>Gets the guard <c>has-lead</c>: the case was dispatched to a lead.</summary>
    public static CaseGuard HasLead { get; } = new("has-lead", context => context.Case.Lead is null
        ? [Unmet("cases.no-lead", context.Case.Id, "cases.nearest-dispatch", context.Case.Id)]
        : [])
    {
        Fact = new LifecycleGuard("has-lead") { Initially = false, EstablishedBy = [CaseEffect.MarkDispatched], UndoneBy = [CaseEffect.MarkReturned], Party = LifecycleParty.Lead },
    };

    /// <summary>Gets the guard <c>subtasks-done</c>: every part of joint handling is done (会办事项均已办结).</summary>
    public static CaseGuard SubtasksDone { get; } = new("subtasks-done", context => context.Case.Subtasks.FirstOrDefault(static subtask => subtask.DoneAt is null) is { } open
        ? [Unmet("cases.subtask-open", open.Code, "cases.nearest-finish", open.Seat.ToString())]
        : []);

    /// <summary>Gets the guard <c>may-self-handle</c>: the matter may enter the actor's level, and the actor's post may handle it (自办自结).</summary>
    public static CaseGuard MaySelfHandle { get; } = new("may-self-handle", context =>
    {
        var model = context.Model;
        var at = model.LocalTime(context.At);
        var admission = model.Lists.Admit(context.Actor.Seat, context.Case.Matter, context.Case.Place, at);
        var authority = model.Lists.Authorise(context.Actor.Seat, CaseAction.Handle, context.Case.Matter, context.Case.Place, at);
        return EquatableArray.From(admission.Refusals.Concat(authority.Refusals));
    })
    {
        Fact = new LifecycleGuard("may-self-handle") { IsLasting = true },
    };

    /// <summary>Gets the guard <c>report-verified</c>: a report that came by a channel that needs it was found true on the spot (核实在立案之前).</summary>
    public static CaseGuard ReportVerified { get; } = new("report-verified", context =>
        !context.Case.IsVerified && context.Model.Channels.Any(channel => channel.NeedsVerification && string.Equals(channel.Code, context.Case.Channel, StringComparison.Ordinal))
            ? [Unmet("cases.not-verified", context.Case.Channel)]
            : [])
    {
        Fact = new LifecycleGuard("report-verified") { IsLasting = true, EstablishedBy = [CaseEffect.MarkVerified] },
    };

    /// <summary>Gets the guard <c>hard-is-coordinated</c>: a hard matter has a command team, assisting seats or parts of joint handling (难事协调解决, S3-42).</summary>
    public static CaseGuard HardIsCoordinated { get; } = new("hard-is-coordinated", context =>
        context.Case is { Size: CaseSize.Hard, Team: null, Assisting.Count: 0, Subtasks.Count: 0 }
            ? [Unmet("cases.not-coordinated", context.Case.Id, "cases.nearest-coordinate", context.Case.Id)]
            : []);

    /// <summary>Gets all of them.</summary>
    public static EquatableArray<CaseGuard> All { get; } =
        [VerifierIsNotHandler, NoteGiven, NeverReturned, HasLead, SubtasksDone, MaySelfHandle, ReportVerified, HardIsCoordinated];

    /// <summary>Returns the vocabulary of lifecycles over these guards and some posts.</summary>
    /// <param name="guards">The guards.</param>
    /// <param name="posts">The posts' codes.</param>
    /// <returns>The vocabulary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="posts"/> is null.</exception>
    public static LifecycleVocabulary Vocabulary(EquatableArray<CaseGuard> guards, IEnumerable<string> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        return new(guards.Select(guard => guard.Name), posts) { Facts = EquatableArray.From(guards.Select(static guard => guard.Fact)) };
    }

    /// <summary>Returns the vocabulary of lifecycles over these guards and a county's posts, with what is known of them.</summary>
    /// <param name="guards">The guards.</param>
    /// <param name="posts">The posts.</param>
    /// <param name="calendar">The working calendar that limits are held against; null where they are not.</param>
    /// <param name="vacant">The codes of posts that nobody holds anywhere.</param>
    /// <returns>The vocabulary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="posts"/> is null.</exception>
    public static LifecycleVocabulary Vocabulary(EquatableArray<CaseGuard> guards, IEnumerable<Post> posts, WorkCalendar? calendar, EquatableArray<string> vacant = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var all = EquatableArray.From(posts);
        var supervisors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var post in all)
        {
            if (post.Supervisor is { } above)
            {
                supervisors.TryAdd(post.Code, above);
            }
        }

        return new LifecycleVocabulary(guards.Select(static guard => guard.Name), all.Select(static post => post.Code))
        {
            Facts = EquatableArray.From(guards.Select(static guard => guard.Fact)),
            Supervisors = supervisors,
            PostsOfTheLead = EquatableArray.From(all.Where(static post => post.IsOfDepartment).Select(static post => post.Code)),
            VacantPosts = vacant,
            Calendar = calendar,
        };
    }

    // By the persons that the commands name; where they name none, by the roster, and there a seat that several share does not tell who of them it was.
    private static bool IsSamePerson(CaseGuardContext context)
    {
        if (context.Case is not { Handler: { } handler, HandledAt: { } handledAt } c)
        {
            return false;
        }

        var handled = c.HandlerPerson ?? OnlyHolder(handler, handledAt, context.Model);
        return handled is not null && string.Equals(handled, context.Actor.Person ?? OnlyHolder(context.Actor.Seat, context.At, context.Model), StringComparison.Ordinal);
    }

    private static string? OnlyHolder(Seat seat, Instant at, CaseModel model) => model.Roster?.HoldersOf(seat, model.LocalTime(at).Date) is [var holder] ? holder : null;

    private static Refusal Unmet(string code, string value) => new(RefusalKind.ConditionUnmet, CaseMessages.Texts[code, value]);

    private static Refusal Unmet(string code, string value, string nearest, string nearestValue) => Unmet(code, value) with { Nearest = CaseMessages.Texts[nearest, nearestValue] };
}
