using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Whether somebody acts for a seat by the roster, and who does in the place of a vacant one: nobody acts from an empty chair.</summary>
internal static class SeatHolders
{
    /// <summary>Whether somebody acts for the seat; where there is no roster, every seat counts as held.</summary>
    internal static bool IsHeld(CaseModel model, Seat seat, Instant at) => model.Roster is null || model.Roster.ActingFor(seat, at.InZone(model.Calendar.Zone).Date) is not null;

    /// <summary>The seat, or where it is vacant the first above it that is held; the seat itself where there is none.</summary>
    internal static Seat ActingFor(CaseModel model, Seat seat, Instant at) => IsHeld(model, seat, at)
        ? seat
        : model.Establishment.LineAbove(seat, model.Map).Where(above => IsHeld(model, above, at)).Cast<Seat?>().FirstOrDefault() ?? seat;
}
