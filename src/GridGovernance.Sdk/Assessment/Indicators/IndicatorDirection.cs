namespace GridGovernance.Sdk.Assessment;

/// <summary>Which way an indicator is good (指标方向).</summary>
public enum IndicatorDirection
{
    /// <summary>More is better (正向), such as a closure rate.</summary>
    Up = 0,

    /// <summary>Less is better (逆向), such as a rework rate.</summary>
    Down = 1,
}
