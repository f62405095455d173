namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What came of an attempt to visit somebody.</summary>
public enum VisitOutcome
{
    /// <summary>The visit was made (已走访); text <c>done</c>.</summary>
    Done = 0,

    /// <summary>The subject refused it (拒访); text <c>refused</c>.</summary>
    Refused = 1,

    /// <summary>Nobody was met (未遇); text <c>absent</c>.</summary>
    Absent = 2,
}
