namespace GridGovernance.Sdk.Calendars;

/// <summary>What one day is, before it is laid out in tables.</summary>
/// <param name="Kind">What the day is.</param>
/// <param name="Hours">Its working hours, in order; empty when it is off or unknown.</param>
/// <param name="Name">The holiday or layer that decided; null where the weekly pattern did.</param>
/// <param name="Source">The paper or the layer's code; null where the weekly pattern decided.</param>
internal sealed record DayFacts(DayKind Kind, EquatableArray<DailyHours> Hours, LocalizedText? Name, string? Source)
{
    /// <summary>Gets the day that no notice covers.</summary>
    internal static DayFacts Unknown { get; } = new(DayKind.Unknown, [], null, null);

    /// <summary>Gets a value indicating whether the day is worked.</summary>
    internal bool IsWorking => Kind is DayKind.Working or DayKind.Makeup;
}
