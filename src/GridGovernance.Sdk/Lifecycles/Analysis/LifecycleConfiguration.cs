namespace GridGovernance.Sdk.Lifecycles;

/// <summary>How a case can stand: in a state, with its clocks in some status, and with the guards of which something is known holding or not.</summary>
/// <param name="State">The state.</param>
/// <param name="Facts">One bit a guard of the lifecycle, and what says whether parties are there, set where it is known to hold.</param>
/// <param name="Clocks">The clocks, by index; in a final state as they stood before it.</param>
internal readonly record struct LifecycleConfiguration(LifecycleState State, UInt128 Facts, EquatableArray<ClockStatus> Clocks);
