using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Cases;

/// <summary>The guards that every host has.</summary>
public static class CaseGuards
{
    /// <summary>Gets the guard <c>verifier-is-not-handler</c>: who verifies is another than who handled (核查与处置分离).</summary>
    public static CaseGuard VerifierIsNotHandler { get; } = new("verifier-is-not-handler", context => context.Case.Handler == context.Actor.Seat
        ? [Unmet("cases.verifier-is-handler", context.Actor.Seat.ToString())]
        : []);

    /// <summary>Gets the guard <c>note-given</c>: the command says what was done, or on what ground (反馈).</summary>
    public static CaseGuard NoteGiven { get; } = new("note-given", context => string.IsNullOrWhiteSpace(context.Command.Note)
        ? [Unmet("cases.note-missing", context.Command.Trigger)]
        : []);

    /// <summary>Gets the guard <c>never-returned</c>: a case that was returned once and dispatched again may not be returned again (不得再次退回).</summary>
    public static CaseGuard NeverReturned { get; } = new("never-returned", context => context.Case.Returns > 0
        ? [Unmet("cases.returned-before", context.Case.Id)]
        : []);

    /// <summary>Gets the guard <c>has-lead</c>: the case was dispatched to a lead.</summary>
    public static CaseGuard HasLead { get; } = new("has-lead", context => context.Case.Lead is null
        ? [Unmet("cases.no-lead", context.Case.Id)]
        : []);

    /// <summary>Gets the guard <c>may-self-handle</c>: the matter may enter the actor's level, and the actor's post may handle it (自办自结).</summary>
    public static CaseGuard MaySelfHandle { get; } = new("may-self-handle", context =>
    {
        var model = context.Model;
        var at = model.LocalTime(context.At);
        var admission = model.Lists.Admit(context.Actor.Seat, context.Case.Matter, context.Case.Place, at);
        var authority = model.Lists.Authorise(context.Actor.Seat, CaseAction.Handle, context.Case.Matter, context.Case.Place, at);
        return EquatableArray.From(admission.Refusals.Concat(authority.Refusals));
    });

    /// <summary>Gets all of them.</summary>
    public static EquatableArray<CaseGuard> All { get; } = [VerifierIsNotHandler, NoteGiven, NeverReturned, HasLead, MaySelfHandle];

    /// <summary>Returns the vocabulary of lifecycles over these guards and some posts.</summary>
    /// <param name="guards">The guards.</param>
    /// <param name="posts">The posts' codes.</param>
    /// <returns>The vocabulary.</returns>
    public static LifecycleVocabulary Vocabulary(EquatableArray<CaseGuard> guards, IEnumerable<string> posts) =>
        new(guards.Select(guard => guard.Name), posts);

    private static Refusal Unmet(string code, string value) => new(RefusalKind.ConditionUnmet, CaseMessages.Texts[code, value]);
}
