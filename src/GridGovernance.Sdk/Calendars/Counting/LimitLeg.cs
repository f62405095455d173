namespace GridGovernance.Sdk.Calendars;

/// <summary>A part of a whole limit in one unit: the limit itself with all extensions in the same unit, or an extension in another.</summary>
/// <param name="Amount">How many of the unit.</param>
/// <param name="Unit">The unit.</param>
internal readonly record struct LimitLeg(int Amount, LimitUnit Unit)
{
    /// <summary>Returns a limit as a leg.</summary>
    /// <param name="limit">The limit, as the policy reads it.</param>
    /// <returns>The leg: years as months.</returns>
    internal static LimitLeg Of(TimeLimit limit) => limit.Unit == LimitUnit.Years ? new LimitLeg(limit.Amount * 12, LimitUnit.Months) : new LimitLeg(limit.Amount, limit.Unit);

    /// <summary>Gets a value indicating whether the leg is in hours.</summary>
    internal bool IsInHours => Unit <= LimitUnit.WorkingHours;
}
