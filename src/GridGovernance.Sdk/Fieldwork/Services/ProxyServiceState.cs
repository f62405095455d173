namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How a service done for somebody stands.</summary>
public enum ProxyServiceState
{
    /// <summary>Asked for; text <c>requested</c>.</summary>
    Requested = 0,

    /// <summary>Handed in at a station; text <c>handed-in</c>.</summary>
    HandedIn = 1,

    /// <summary>Answered by the station; text <c>answered</c>.</summary>
    Answered = 2,

    /// <summary>Told to the person who asked; text <c>delivered</c>.</summary>
    Delivered = 3,

    /// <summary>No longer wanted; text <c>withdrawn</c>.</summary>
    Withdrawn = 4,
}
