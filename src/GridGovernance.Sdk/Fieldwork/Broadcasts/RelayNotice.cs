using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Hands the notice on to the next seat of a chain (逐级传达).</summary>
/// <param name="To">The seat that is handed the notice and acknowledges it.</param>
public sealed record RelayNotice(Seat To) : BroadcastCommand;
