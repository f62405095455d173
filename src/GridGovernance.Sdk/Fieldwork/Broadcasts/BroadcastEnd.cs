namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How a notice stands.</summary>
public enum BroadcastEnd
{
    /// <summary>It is on its way, or has arrived everywhere.</summary>
    None = 0,

    /// <summary>Another one took its place.</summary>
    Superseded = 1,

    /// <summary>It was taken back.</summary>
    Recalled = 2,
}
