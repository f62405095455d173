namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Says that a channel did not reach some households.</summary>
/// <param name="Households">Their opaque ids.</param>
/// <param name="Channel">The code of the channel that failed.</param>
public sealed record ReportUnreached(EquatableArray<string> Households, string Channel) : BroadcastCommand;
