namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Households have the notice and have acknowledged it (到户签收).</summary>
/// <param name="Households">Their positions in the plan; one that was reached before stays with the first.</param>
/// <param name="Channel">The position of the channel in the policy.</param>
public sealed record HouseholdsReached(EquatableArray<int> Households, int Channel) : BroadcastEvent;
