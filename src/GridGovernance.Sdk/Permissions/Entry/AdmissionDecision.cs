using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The entry list's decision on a matter: its verdict at once, its reasons when asked for.</summary>
/// <remarks>
/// <para>Equality: the same list, the same question. The default value says <see cref="AdmissionVerdict.NotListed"/> without reasons.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct AdmissionDecision
{
    private readonly EntryList? _list;

    internal AdmissionDecision(EntryList list, AdmissionRequest request, AdmissionVerdict verdict)
    {
        _list = list;
        Request = request;
        Verdict = verdict;
    }

    /// <summary>Gets the question.</summary>
    public AdmissionRequest Request { get; }

    /// <summary>Gets the verdict.</summary>
    public AdmissionVerdict Verdict { get; }

    /// <summary>Gets a value indicating whether the matter may be given to the unit.</summary>
    public bool IsAdmitted => Verdict >= AdmissionVerdict.ListedTemporarily;

    /// <summary>Gets the last day of a temporary admission; null otherwise.</summary>
    public LocalDate? Until => Verdict == AdmissionVerdict.ListedTemporarily ? _list!.LastDayOf(Request) : null;

    /// <summary>Gets the code of the scope guard that was applied.</summary>
    public string ScopeGuard => _list?.Guard.Code ?? "";

    /// <summary>Gets the codes of the items that decided it, in ordinal order; empty where none did.</summary>
    public EquatableArray<string> Items => _list?.ItemsFor(Request) ?? [];

    /// <summary>Gets every reason for a "no", with the nearest thing that would work; empty when admitted. Built anew at each call.</summary>
    public EquatableArray<Refusal> Refusals => IsAdmitted || _list is null ? [] : new AdmissionExplanation(_list, Request).Refusals();
}
