using GridGovernance.Sdk.Simulation.Counties;

namespace GridGovernance.Sdk.Simulation.Kernel;

/// <summary>How long somebody is on the way from one place to another.</summary>
/// <remarks>
/// <para>The way is the straight distance times a detour factor: roads are longer than the beeline by about 1.2 to 1.6, depending on the country (Ballou, Rahardja and Sakai, "Selected country circuity factors
/// for road travel distance estimation", Transportation Research A 36, 2002).</para>
/// <para>Equality is by value. The default stands still: every way takes for ever. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="KilometresPerHour">The speed.</param>
/// <param name="DetourFactor">How much longer the way is than the beeline, from 1.</param>
public readonly record struct TravelSpeed(double KilometresPerHour, double DetourFactor)
{
    /// <summary>Computes the time for a straight distance.</summary>
    /// <param name="metres">The distance.</param>
    /// <returns>The hours.</returns>
    public double HoursOver(double metres) => metres == 0 ? 0 : metres * DetourFactor / (1_000 * KilometresPerHour);

    /// <summary>Computes the time between two places.</summary>
    /// <param name="from">One place.</param>
    /// <param name="to">The other, on the same plane.</param>
    /// <returns>The hours.</returns>
    public double HoursBetween(PlanePoint from, PlanePoint to) => HoursOver(Math.Sqrt(from.SquaredDistanceTo(to)));
}
