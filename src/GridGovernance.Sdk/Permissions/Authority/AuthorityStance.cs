namespace GridGovernance.Sdk.Permissions;

/// <summary>How somebody stands to an action on a matter. All but <see cref="MustNot"/> permit it; of those, a larger value is a stronger bond.</summary>
public enum AuthorityStance
{
    /// <summary>Must not do it (禁止); wins over everything else.</summary>
    MustNot = 0,

    /// <summary>Assists whoever leads (协助); never the main responsibility.</summary>
    Assist = 1,

    /// <summary>May do it (可以).</summary>
    May = 2,

    /// <summary>Shares the management (协管责任).</summary>
    CoManage = 3,

    /// <summary>Must do it when it falls to them (应当).</summary>
    Must = 4,

    /// <summary>Leads: has the main responsibility (主体责任). A matter has one lead at a place and a time.</summary>
    Lead = 5,
}
