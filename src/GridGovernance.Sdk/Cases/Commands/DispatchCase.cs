using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Dispatches a case (派遣) to the seat that leads and those that assist, checked against the entry list and the authority list.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Lead">The seat that leads (主办).</param>
/// <param name="Action">The action asked of it, as the authority list names it, such as <c>handle</c>.</param>
/// <param name="Trigger">The trigger's code.</param>
/// <param name="Note">Why. No personal data.</param>
public sealed record DispatchCase(string CommandId, Seat Lead, string Action = CaseAction.Handle, string Trigger = "dispatch", string? Note = null)
    : TriggerCommand(CommandId, Trigger, Note)
{
    /// <summary>Gets the seats that assist (协办).</summary>
    public EquatableArray<Seat> Assisting { get; init; }
}
