using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Gives a seat a part of joint handling (会办). The lead does it, or a seat above the lead. A part that is not done may be given again, to another seat or with another limit.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Subtask">The code of the part, unique among those that are done.</param>
/// <param name="Seat">The seat that does it.</param>
/// <param name="Within">How long it has.</param>
/// <param name="Policy">How that is counted; <see cref="CountingPolicy.CivilCode"/> when null.</param>
public sealed record AssignSubtask(string CommandId, string Subtask, Seat Seat, TimeLimit Within, CountingPolicy? Policy = null) : CaseCommand(CommandId);
