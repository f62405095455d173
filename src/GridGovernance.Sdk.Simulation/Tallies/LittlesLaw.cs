namespace GridGovernance.Sdk.Simulation.Tallies;

/// <summary>Little's law of one run: the mean number inside is the rate of arrival times the mean time inside (Little, "A proof for the queuing formula L = λW", Operations Research 9, 1961).</summary>
/// <remarks>
/// <para>Over a stretch of time it is an identity where the times inside are counted as far as they lie in the stretch (Little, "Little's law as viewed on its 50th anniversary",
/// Operations Research 59, 2011); the two sides are counted on different ways, by time and by customer. A run in which it does not hold has lost or invented somebody.</para>
/// <para>Equality is by value. The default holds of nothing. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="MeanNumber">The mean number inside over time.</param>
/// <param name="Rate">The customers that were inside, a unit of time.</param>
/// <param name="MeanTime">The mean of the times that they were inside.</param>
public readonly record struct LittlesLaw(double MeanNumber, double Rate, double MeanTime)
{
    /// <summary>Gets the difference of both sides over the larger one; 0 where both are 0.</summary>
    public double RelativeGap
    {
        get
        {
            var product = Rate * MeanTime;
            var larger = Math.Max(Math.Abs(MeanNumber), Math.Abs(product));
            return larger == 0 ? 0 : Math.Abs(MeanNumber - product) / larger;
        }
    }

    /// <summary>Says whether the law holds, rounding aside.</summary>
    /// <param name="tolerance">The gap that rounding may leave.</param>
    /// <returns>True when it does.</returns>
    public bool Holds(double tolerance = 1e-9) => RelativeGap <= tolerance;
}
