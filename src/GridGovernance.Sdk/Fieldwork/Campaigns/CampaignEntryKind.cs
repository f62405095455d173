namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What a line of a campaign's log says.</summary>
public enum CampaignEntryKind
{
    /// <summary>The campaign began, with its cells and items; text <c>opened</c>.</summary>
    Opened = 0,

    /// <summary>A cell handed in what was collected; text <c>collected</c>.</summary>
    Collected = 1,

    /// <summary>What a cell handed in was sent back; text <c>returned</c>.</summary>
    Returned = 2,

    /// <summary>The campaign ended; text <c>closed</c>.</summary>
    Closed = 3,
}
