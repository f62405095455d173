using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A case was dispatched.</summary>
/// <param name="Lead">The seat that leads.</param>
/// <param name="Assisting">The seats that assist.</param>
/// <param name="Action">The action asked of the lead.</param>
/// <param name="Rules">The entry-list items and authority rules that admitted it.</param>
public sealed record CaseDispatched(Seat Lead, EquatableArray<Seat> Assisting, string Action, EquatableArray<string> Rules) : CaseEvent;
