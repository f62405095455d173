using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Extends a running clock (延期). Whom the clock names for its nth extension may do it, or where it names nobody a seat above the responsible one, and only before the deadline.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Clock">The clock's code.</param>
/// <param name="By">How much longer.</param>
/// <param name="Reason">Why; it must not be empty. No personal data.</param>
public sealed record ExtendDeadline(string CommandId, string Clock, TimeLimit By, string Reason) : CaseCommand(CommandId);
