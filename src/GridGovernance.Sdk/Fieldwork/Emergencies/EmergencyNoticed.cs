using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Somebody noticed an emergency (发现险情): the first event; whoever the ladder begins with knows from now on.</summary>
/// <param name="Ladder">How it is reported upward.</param>
/// <param name="Grade">The code of its grade.</param>
/// <param name="Cell">The cell in which it happened.</param>
public sealed record EmergencyNoticed(EmergencyLadder Ladder, string Grade, GridCode Cell) : EmergencyEvent
{
    /// <summary>Gets the end of the days within which changes are reported; null where the ladder names none.</summary>
    public Instant? SupplementUntil { get; init; }
}
