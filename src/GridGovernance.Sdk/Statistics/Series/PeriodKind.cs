namespace GridGovernance.Sdk.Statistics;

/// <summary>A length of time that counts are gathered by (统计周期).</summary>
public enum PeriodKind
{
    /// <summary>A day.</summary>
    Day = 0,

    /// <summary>A week from Monday, as ISO 8601 numbers them.</summary>
    Week = 1,

    /// <summary>A month.</summary>
    Month = 2,

    /// <summary>A quarter.</summary>
    Quarter = 3,

    /// <summary>A year.</summary>
    Year = 4,
}
