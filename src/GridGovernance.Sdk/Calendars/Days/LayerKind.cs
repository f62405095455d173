namespace GridGovernance.Sdk.Calendars;

/// <summary>Whose layer it is. A later kind overrides an earlier one on the same day, whatever the order in which the layers were added.</summary>
public enum LayerKind
{
    /// <summary>A province's (省).</summary>
    Province = 0,

    /// <summary>A county's (县).</summary>
    County = 1,

    /// <summary>A department's (部门).</summary>
    Department = 2,

    /// <summary>An ad-hoc closure (临时停办), such as for a typhoon or a power cut.</summary>
    Closure = 3,
}
