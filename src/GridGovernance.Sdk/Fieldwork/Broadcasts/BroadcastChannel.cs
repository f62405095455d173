namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A way in which a notice reaches a household (通知渠道), such as a loudspeaker, a telephone or a knock at the door.</summary>
/// <remarks>Channels stand in the order in which they are tried; the next takes over from one that failed. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record BroadcastChannel
{
    /// <summary>Gets the code, such as <c>telephone</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }
}
