namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What kind of duty comes again and again.</summary>
public enum FieldDutyKind
{
    /// <summary>A round through the grid (巡查); text <c>patrol</c>.</summary>
    Patrol = 0,

    /// <summary>An inspection that looks for contradictions, risks or hidden dangers (排查); text <c>inspection</c>.</summary>
    Inspection = 1,

    /// <summary>A meeting of the grid (周例会); text <c>meeting</c>.</summary>
    Meeting = 2,
}
