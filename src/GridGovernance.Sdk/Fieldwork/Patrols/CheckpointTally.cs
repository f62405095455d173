namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What registration points counted together (S3-26: 累计排查1.6万余辆车，4万人次，摸排1010人).</summary>
/// <remarks>Equality is by value. The default value counts nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Vehicles">Vehicles (辆).</param>
/// <param name="People">People, as often as they passed (人次).</param>
/// <param name="Found">People found that were looked for.</param>
public readonly record struct CheckpointTally(long Vehicles, long People, long Found)
{
    /// <summary>Sums entries up.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="OverflowException">A sum exceeds 64 bits.</exception>
    public static CheckpointTally Of(IEnumerable<CheckpointEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.Aggregate(default(CheckpointTally), static (sum, one) => checked(new CheckpointTally(sum.Vehicles + one.Vehicles, sum.People + one.People, sum.Found + one.Found)));
    }
}
