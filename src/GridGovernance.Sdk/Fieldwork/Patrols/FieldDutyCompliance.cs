namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How well a duty was kept over the cycles that ended in some days (履职情况).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Duty">The duty.</param>
/// <param name="Cycles">Its cycles that ended in the days, in order.</param>
public sealed record FieldDutyCompliance(FieldDuty Duty, EquatableArray<FieldDutyCycleState> Cycles)
{
    /// <summary>Gets in how many cycles it was kept.</summary>
    public int Kept => Cycles.Count(static cycle => cycle.IsKept);

    /// <summary>Gets in how many cycles it was not.</summary>
    public int Broken => Cycles.Count - Kept;
}
