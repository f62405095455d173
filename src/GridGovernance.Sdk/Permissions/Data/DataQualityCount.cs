namespace GridGovernance.Sdk.Permissions;

/// <summary>How many values of each quality there are.</summary>
/// <remarks>Equality is by value; the default value counts nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Verified">The number of verified values.</param>
/// <param name="Unverified">The number of values as somebody said them.</param>
/// <param name="Refused">The number of refusals to answer.</param>
public readonly record struct DataQualityCount(int Verified, int Unverified, int Refused)
{
    /// <summary>Gets the share of verified values among all that were given, 0..1; null where none was.</summary>
    public decimal? VerifiedShare => Verified + Unverified == 0 ? null : (decimal)Verified / (Verified + Unverified);

    /// <summary>Gets the share of refusals among all who were asked, 0..1; null where nobody was.</summary>
    public decimal? RefusedShare => Verified + Unverified + Refused == 0 ? null : (decimal)Refused / (Verified + Unverified + Refused);

    /// <summary>Counts values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static DataQualityCount Of(IEnumerable<CollectedValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var counts = new int[3];
        foreach (var value in values)
        {
            counts[(int)value.Quality]++;
        }

        return new DataQualityCount(counts[(int)DataQuality.Verified], counts[(int)DataQuality.Unverified], counts[(int)DataQuality.Refused]);
    }
}
