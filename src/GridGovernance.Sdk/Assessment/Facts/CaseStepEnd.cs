namespace GridGovernance.Sdk.Assessment;

/// <summary>By what a step of a case counts as done (环节完成口径).</summary>
public enum CaseStepEnd
{
    /// <summary>Its clock stopped while the case went on: a case that was closed before, such as a report that was refused, never took the step.</summary>
    Passed = 0,

    /// <summary>Its clock stopped while the case went on, and somebody had handled the matter: a lead that returned the case has not.</summary>
    Handled = 1,

    /// <summary>Its clock stopped, by whatever came.</summary>
    Stopped = 2,

    /// <summary>The case reached a final state.</summary>
    Closed = 3,
}
