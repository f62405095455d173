namespace GridGovernance.Sdk.Permissions;

/// <summary>What one matter takes in one unit, as expected.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Matter">The code of the matter.</param>
/// <param name="Function">What the work on it does.</param>
/// <param name="TimesPerMonth">How often it is done in one unit in a month, at least 0.</param>
/// <param name="MinutesEach">How many minutes it takes each time, at least 0.</param>
/// <param name="FormsEach">How many forms are filled in each time, at least 0.</param>
public sealed record MatterEffort(string Matter, WorkFunction Function, decimal TimesPerMonth, decimal MinutesEach, decimal FormsEach = 0);
