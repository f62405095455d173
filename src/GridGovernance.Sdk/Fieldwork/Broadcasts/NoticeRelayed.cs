using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A seat has the notice from the one above it and has acknowledged it (逐级签收).</summary>
/// <param name="To">The seat that has the notice now.</param>
public sealed record NoticeRelayed(Seat To) : BroadcastEvent;
