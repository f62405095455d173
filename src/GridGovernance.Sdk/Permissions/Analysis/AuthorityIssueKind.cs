namespace GridGovernance.Sdk.Permissions;

/// <summary>What <see cref="AuthorityAnalysis"/> finds wrong with a power-and-duty list.</summary>
public enum AuthorityIssueKind
{
    /// <summary>Nobody may do what has to be done (无权).</summary>
    NoAuthority = 0,

    /// <summary>Somebody may do it, but nobody leads: the main responsibility is open.</summary>
    NoLead = 1,

    /// <summary>Several lead the same action on the same matter, at the same place and time (多头).</summary>
    SeveralLeads = 2,

    /// <summary>Somebody may handle what the scope guard keeps out of grids (越权).</summary>
    ExceedsScope = 3,

    /// <summary>The lead is a post of the grid system, but the entry list does not admit the matter to it (越权); an information where it does at other times or places.</summary>
    LeadNotAdmitted = 4,

    /// <summary>One and the same may handle and verify a matter: under some conditions handle it, and under some, though they did, verify it.</summary>
    DutiesNotSeparated = 5,

    /// <summary>The rule's term lies outside the time that was looked at.</summary>
    RuleOutOfTerm = 6,

    /// <summary>Wherever the rule permits, a prohibition wins.</summary>
    RuleShadowed = 7,

    /// <summary>The rule, be it a prohibition, fits nobody of the establishment, or none of the places.</summary>
    RuleUnreachable = 8,

    /// <summary>One and the same may do two actions that exclude each other, whatever the matter.</summary>
    DutiesNotExclusive = 9,

    /// <summary>Another rule of the same stance or, for a permission, of a stronger one, or several together, hold wherever the rule does.</summary>
    RuleRedundant = 10,

    /// <summary>A rule binds somebody (主体责任, 应当, 协管责任) to what a prohibition forbids them (冲突).</summary>
    RuleConflict = 11,

    /// <summary>A post of the grid system may handle a matter without leading it, but the entry list does not admit the matter to it (越权).</summary>
    HandlerNotAdmitted = 12,
}
