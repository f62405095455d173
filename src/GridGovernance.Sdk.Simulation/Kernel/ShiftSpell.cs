using NodaTime;

namespace GridGovernance.Sdk.Simulation.Kernel;

/// <summary>A stretch of one day of the week in which so many units are there.</summary>
/// <remarks>Equality is by value. The default is nobody on no day. This type is immutable and safe to share between threads.</remarks>
/// <param name="Day">The day on which it begins.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; at or before <paramref name="From"/>, it ends on the next day.</param>
/// <param name="Capacity">The units, from 0.</param>
public readonly record struct ShiftSpell(IsoDayOfWeek Day, LocalTime From, LocalTime To, int Capacity);
