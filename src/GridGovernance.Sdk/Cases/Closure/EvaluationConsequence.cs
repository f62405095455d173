namespace GridGovernance.Sdk.Cases;

/// <summary>What an evaluation by three parties leads to.</summary>
public enum EvaluationConsequence
{
    /// <summary>The case is filed (归档).</summary>
    File = 0,

    /// <summary>The resident is called once more (再次回访), because nobody knows what they think.</summary>
    CallAgain = 1,

    /// <summary>The case is verified anew by another than before (复核).</summary>
    VerifyAgain = 2,

    /// <summary>The case is reopened (重新办理).</summary>
    Reopen = 3,

    /// <summary>The case is reopened under supervision (督办), because more than one party finds it bad.</summary>
    ReopenUnderSupervision = 4,
}
