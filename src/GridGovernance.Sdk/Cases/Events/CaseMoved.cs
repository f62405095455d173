using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A case entered a state, or an internal transition fired in the state it is in.</summary>
/// <param name="Trigger">The trigger; null for the entry into the initial state.</param>
/// <param name="From">The state left; null for the entry into the initial state.</param>
/// <param name="To">The state entered.</param>
/// <param name="IsFinal">Whether the case ends there.</param>
/// <param name="Responsible">The seat that must act next; null exactly when the case ends.</param>
/// <param name="Effects">The effects that follow, in order.</param>
/// <param name="Note">What was done or found, or null.</param>
public sealed record CaseMoved(
    string? Trigger, string? From, string To, bool IsFinal, Seat? Responsible, EquatableArray<string> Effects, string? Note) : CaseEvent;
