namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Records a visit or an attempt.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="People">How many people were met: at least one on a visit that was made, none on one that was not; null for one or none.</param>
public sealed record RecordVisit(VisitOutcome Outcome = VisitOutcome.Done, int? People = null) : VisitCommand
{
    /// <summary>Gets what was found; only of a visit that was made.</summary>
    public EquatableArray<FieldFinding> Findings { get; init; }

    /// <summary>Gets the needs that were voiced; only of a visit that was made.</summary>
    public EquatableArray<VoicedNeed> Needs { get; init; }
}
