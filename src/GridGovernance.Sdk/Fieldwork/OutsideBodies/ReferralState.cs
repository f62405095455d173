namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How a referral stands.</summary>
public enum ReferralState
{
    /// <summary>It waits for an answer; text <c>open</c>.</summary>
    Open = 0,

    /// <summary>The other side took the matter; text <c>taken</c>.</summary>
    Taken = 1,

    /// <summary>The other side did not take it; text <c>declined</c>.</summary>
    Declined = 2,
}
