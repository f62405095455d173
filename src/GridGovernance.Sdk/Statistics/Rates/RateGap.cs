namespace GridGovernance.Sdk.Statistics;

/// <summary>How far a rate differs between groups (两极分化): between city and countryside, between townships.</summary>
/// <remarks>
/// <para>Groups whose rate is undefined take no part. Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record RateGap
{
    private RateGap(Share highest, Share lowest)
    {
        Highest = highest;
        Lowest = lowest;
    }

    /// <summary>Gets the group with the highest rate; among equals the first.</summary>
    public Share Highest { get; }

    /// <summary>Gets the group with the lowest rate; among equals the first.</summary>
    public Share Lowest { get; }

    /// <summary>Gets the difference of the two rates, as a share of 1.</summary>
    public decimal Difference => Highest.Rate.Value!.Value - Lowest.Rate.Value!.Value;

    /// <summary>Gets the lowest rate over the highest, 0..1; null when both are 0.</summary>
    public decimal? Ratio => Highest.Rate.Numerator == 0 ? null : Lowest.Rate.Value!.Value / Highest.Rate.Value!.Value;

    /// <summary>Compares groups.</summary>
    /// <param name="groups">The groups and their rates.</param>
    /// <returns>The gap; null when fewer than two rates are defined.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is null.</exception>
    public static RateGap? Between(IEnumerable<Share> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Share? highest = null, lowest = null;
        var count = 0;
        foreach (var group in groups.Where(static group => group.Rate.IsDefined))
        {
            count++;
            highest = highest is null || Rate.CompareValues(group.Rate, highest.Rate) > 0 ? group : highest;
            lowest = lowest is null || Rate.CompareValues(group.Rate, lowest.Rate) < 0 ? group : lowest;
        }

        return count < 2 ? null : new RateGap(highest!, lowest!);
    }
}
