using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A place in the chain at which nobody answers, and why.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Kind">Why.</param>
/// <param name="Subject">What it is about: a seat, a unit's code, a level or a point.</param>
/// <param name="Since">The first day on which the seat was vacant; null for every other kind.</param>
public sealed record AnswerGap(AnswerGapKind Kind, string Subject, LocalDate? Since = null)
{
    /// <summary>Returns the gap as a finding: an error where nobody answers at all, else a warning.</summary>
    /// <returns>The finding, whose place names the subject.</returns>
    public Finding ToFinding() =>
        new(Kind == AnswerGapKind.NobodyInChain ? FindingSeverity.Error : FindingSeverity.Warning, ToMessage()) { Place = FindingPlace.Of(Subject) };

    /// <summary>Returns the English sentence.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToMessage().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Message ToMessage() => Kind switch
    {
        AnswerGapKind.UnusablePoint => StaffingMessages.Catalogue["staffing.unusable-point", Subject],
        AnswerGapKind.NoUnitAtPoint => StaffingMessages.Catalogue["staffing.no-unit-at-point", Subject],
        AnswerGapKind.UnitNotOnMap => StaffingMessages.Catalogue["staffing.unit-not-on-map", Subject],
        AnswerGapKind.NoPostAtLevel => StaffingMessages.Catalogue["staffing.no-post-at-level", Subject],
        AnswerGapKind.NeverFilled => StaffingMessages.Catalogue["staffing.never-filled", Subject],
        AnswerGapKind.Vacant => StaffingMessages.Catalogue["staffing.vacant-since", Subject, Since],
        AnswerGapKind.Away => StaffingMessages.Catalogue["staffing.holders-away", Subject],
        AnswerGapKind.OutsideUnit => StaffingMessages.Catalogue["staffing.outside-unit", Subject],
        _ => StaffingMessages.Catalogue["staffing.nobody-in-chain", Subject],
    };
}
