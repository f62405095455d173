namespace GridGovernance.Sdk.Cases;

/// <summary>Who rates a case in the three-party evaluation (三方评价机制).</summary>
public enum EvaluationParty
{
    /// <summary>The resident (群众).</summary>
    Resident = 0,

    /// <summary>The department that handled it (部门).</summary>
    Department = 1,

    /// <summary>The grid worker, who rates the department (网格员对部门的评价).</summary>
    GridWorker = 2,
}
