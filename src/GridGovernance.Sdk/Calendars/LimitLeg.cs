namespace GridGovernance.Sdk.Calendars;

/// <summary>A part of a whole limit in one unit: the limit itself with all extensions in the same unit, or an extension in another.</summary>
/// <param name="Amount">How many of the unit.</param>
/// <param name="Unit">The unit.</param>
internal readonly record struct LimitLeg(int Amount, LimitUnit Unit)
{
    /// <summary>Gets a value indicating whether the leg is in hours.</summary>
    internal bool IsInHours => Unit <= LimitUnit.WorkingHours;
}
