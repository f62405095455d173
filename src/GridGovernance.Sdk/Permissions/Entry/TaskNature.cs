namespace GridGovernance.Sdk.Permissions;

/// <summary>How an item reaches people: as a task that is set and counted, or as an offer.</summary>
public enum TaskNature
{
    /// <summary>A task of the administration (行政任务): set, counted and assessed.</summary>
    Administrative = 0,

    /// <summary>A service (服务): offered, and nobody is counted for it.</summary>
    Service = 1,
}
