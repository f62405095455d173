using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>What counts as a sign of playing with clocks.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ClockGameSettings
{
    /// <summary>Gets the settings where nobody says otherwise: sample values.</summary>
    public static ClockGameSettings Default { get; } = new();

    /// <summary>Gets how close to its deadline a clock that is paused or stopped is looked at. The default is twelve hours: a limit in days ends at midnight, and its last afternoon belongs to it.</summary>
    public Duration JustBefore { get; init; } = Duration.FromHours(12);

    /// <summary>Gets how often a case must come back to a seat that led it before.</summary>
    public int Returns { get; init; } = 2;

    /// <summary>Gets how many cases of one matter, place and reporter are one too many.</summary>
    public int Cases { get; init; } = 3;

    /// <summary>Gets how close together such cases are reported.</summary>
    public Duration Together { get; init; } = Duration.FromHours(24);
}
