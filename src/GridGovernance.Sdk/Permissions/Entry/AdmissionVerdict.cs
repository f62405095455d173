namespace GridGovernance.Sdk.Permissions;

/// <summary>The answer of the entry list to whether a matter may be given to a grid.</summary>
public enum AdmissionVerdict
{
    /// <summary>No item covers the matter.</summary>
    NotListed = 0,

    /// <summary>The matter is on the negative list.</summary>
    OnNegativeList = 1,

    /// <summary>The scope guard keeps the matter out of grids, whatever the list says.</summary>
    OutsideGridPurpose = 2,

    /// <summary>The item has left the list.</summary>
    Withdrawn = 3,

    /// <summary>The item has not been approved and published yet, or its first day is still to come.</summary>
    NotYetInForce = 4,

    /// <summary>The item's last day is over.</summary>
    Expired = 5,

    /// <summary>The item is suspended.</summary>
    Suspended = 6,

    /// <summary>The item does not hold at this level or in this place.</summary>
    OutOfScope = 7,

    /// <summary>The item is not for this post.</summary>
    PostLacksAuthority = 8,

    /// <summary>Admitted by a temporary item, until its last day.</summary>
    ListedTemporarily = 9,

    /// <summary>Admitted.</summary>
    Listed = 10,
}
