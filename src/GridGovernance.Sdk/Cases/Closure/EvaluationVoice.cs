namespace GridGovernance.Sdk.Cases;

/// <summary>What a party has said when the time for evaluation is over.</summary>
public enum EvaluationVoice
{
    /// <summary>Nothing: a missing rating is missing, neither good nor bad.</summary>
    Silent = 0,

    /// <summary>A good rating.</summary>
    Good = 1,

    /// <summary>A rating that is not good.</summary>
    Bad = 2,
}
