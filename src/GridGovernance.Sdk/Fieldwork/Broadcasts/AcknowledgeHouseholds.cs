namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Says that households have the notice (签收).</summary>
/// <param name="Households">Their opaque ids.</param>
/// <param name="Channel">The code of the channel.</param>
public sealed record AcknowledgeHouseholds(EquatableArray<string> Households, string Channel) : BroadcastCommand;
