namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What a line of a broadcast's log says.</summary>
public enum BroadcastEntryKind
{
    /// <summary>A cell, its households and the seats that hand the notice on: the plan; text <c>cell</c>.</summary>
    Cell = 0,

    /// <summary>The notice was issued; text <c>issued</c>.</summary>
    Issued = 1,

    /// <summary>A seat has the notice; text <c>relayed</c>.</summary>
    Relayed = 2,

    /// <summary>Households have the notice; text <c>reached</c>.</summary>
    Reached = 3,

    /// <summary>A channel failed; text <c>not-reached</c>.</summary>
    NotReached = 4,

    /// <summary>A warning was raised; text <c>warned</c>.</summary>
    Warned = 5,

    /// <summary>Another notice took its place; text <c>superseded</c>.</summary>
    Superseded = 6,

    /// <summary>The notice was taken back; text <c>recalled</c>.</summary>
    Recalled = 7,
}
