namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A visit was made (走访).</summary>
/// <param name="Period">The period that it settles, <see cref="VisitFile.ArrearPeriod"/> for one owed from before the present rule; null where it is one more than owed.</param>
/// <param name="IsLate">Whether it makes up for a period that is over.</param>
/// <param name="People">How many people were met (人次).</param>
public sealed record VisitMade(int? Period, bool IsLate, int People) : VisitEvent
{
    /// <summary>Gets a value indicating whether the visit is counted with another duty of the same subject: one knock at the door settles both.</summary>
    public bool IsShared { get; init; }

    /// <summary>Gets what was found, each of which becomes a case.</summary>
    public EquatableArray<FieldFinding> Findings { get; init; }

    /// <summary>Gets the needs that were voiced, by or for the subject.</summary>
    public EquatableArray<VoicedNeed> Needs { get; init; }
}
