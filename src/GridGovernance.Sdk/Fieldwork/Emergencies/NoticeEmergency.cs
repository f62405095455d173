using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Says that there is an emergency.</summary>
/// <param name="Ladder">How it is reported upward.</param>
/// <param name="Grade">The code of its grade.</param>
/// <param name="Cell">The cell.</param>
public sealed record NoticeEmergency(EmergencyLadder Ladder, string Grade, GridCode Cell) : EmergencyCommand;
