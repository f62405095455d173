using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>What one unit did between cases, as rates by their two counts.</summary>
/// <remarks>Equality is by value. Rates that nobody gives are undefined. This type is immutable and safe to share between threads.</remarks>
/// <param name="Unit">The unit, as the table of indicators has it.</param>
public sealed record FieldworkFact(string Unit)
{
    /// <summary>Gets the visits made over those owed (走访率).</summary>
    public Rate Visits { get; init; }

    /// <summary>Gets the households reached within the limit over all (通知触达率).</summary>
    public Rate Reached { get; init; }

    /// <summary>Gets the cells collected within the limit over all (采集按时率).</summary>
    public Rate Collected { get; init; }

    /// <summary>Gets the cycles of duties that were kept over all (巡查履职率).</summary>
    public Rate Duties { get; init; }

    /// <summary>Counts the cycles of duties.</summary>
    /// <param name="compliance">How well duties were kept.</param>
    /// <returns>The cycles kept over all cycles.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="compliance"/> is null.</exception>
    public static Rate DutiesKept(IEnumerable<FieldDutyCompliance> compliance)
    {
        ArgumentNullException.ThrowIfNull(compliance);
        var all = compliance.ToArray();
        return new Rate(all.Sum(static one => (long)one.Kept), all.Sum(static one => (long)one.Cycles.Count));
    }
}
