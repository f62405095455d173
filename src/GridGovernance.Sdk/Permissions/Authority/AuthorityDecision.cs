namespace GridGovernance.Sdk.Permissions;

/// <summary>The power-and-duty list's decision: yes or no at once, the rules and reasons when asked for.</summary>
/// <remarks>
/// <para>Equality: the same list, the same question. The default value is a denial without reasons.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct AuthorityDecision
{
    private readonly AuthorityList? _list;

    internal AuthorityDecision(AuthorityList list, in AuthorityRequest request, AuthorityStance stance)
    {
        _list = list;
        Request = request;
        Stance = stance;
    }

    /// <summary>Gets the question.</summary>
    public AuthorityRequest Request { get; }

    /// <summary>Gets a value indicating whether it is allowed.</summary>
    public bool IsAllowed => Stance != AuthorityStance.MustNot;

    /// <summary>Gets the strongest bond that an allowed action rests on; <see cref="AuthorityStance.MustNot"/> for a denial of either kind.</summary>
    public AuthorityStance Stance { get; }

    /// <summary>Gets which of the five causes a denial has, the first of its refusals'; null when allowed.</summary>
    public RefusalKind? Cause => IsAllowed || _list is null ? null : _list.Refusals(Request)[0].Kind;

    /// <summary>Gets the codes of the rules that decided it, in ordinal order: those that permit an allowed action; those that forbid a denied one or,
    /// where none does, those that came nearest to permitting it.</summary>
    public EquatableArray<string> Rules => _list?.RulesFor(Request) ?? [];

    /// <summary>Gets every reason for a denial, with the nearest thing that would work; empty when allowed. Built anew at each call.</summary>
    public EquatableArray<Refusal> Refusals => IsAllowed || _list is null ? [] : _list.Refusals(Request);

    /// <summary>Explains the decision, a "yes" as well as a "no".</summary>
    /// <returns>One sentence for each rule that permits it, or for each reason against it.</returns>
    public EquatableArray<Message> Explain() => _list is null ? [] : new AuthorityExplanation(_list, Request).Sentences();
}
