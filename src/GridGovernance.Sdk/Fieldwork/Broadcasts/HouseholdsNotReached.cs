namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A channel did not reach some households (未触达).</summary>
/// <param name="Households">Their positions in the plan.</param>
/// <param name="Channel">The position of the channel that failed: the next one is to be tried.</param>
public sealed record HouseholdsNotReached(EquatableArray<int> Households, int Channel) : BroadcastEvent;
