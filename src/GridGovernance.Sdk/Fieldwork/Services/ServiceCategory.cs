namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What a service done for people belongs to (S0-21: 劳动就业、社会保险、社会救助、社会福利).</summary>
public enum ServiceCategory
{
    /// <summary>Work and employment (劳动就业); text <c>employment</c>.</summary>
    Employment = 0,

    /// <summary>Social insurance (社会保险); text <c>social-insurance</c>.</summary>
    SocialInsurance = 1,

    /// <summary>Social assistance (社会救助); text <c>social-assistance</c>.</summary>
    SocialAssistance = 2,

    /// <summary>Social welfare (社会福利); text <c>social-welfare</c>.</summary>
    SocialWelfare = 3,
}
