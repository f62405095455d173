using System.Globalization;

namespace GridGovernance.Sdk.Statistics;

/// <summary>Counts of one thing over periods of equal length (时间序列), and how they grow.</summary>
/// <remarks>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Series
{
    private Series(EquatableArray<SeriesPoint> points) => Points = points;

    /// <summary>Gets the values, the earliest first.</summary>
    public EquatableArray<SeriesPoint> Points { get; }

    /// <summary>Gets each period's growth (环比) over the one before it, from the second on: the change over the earlier count, undefined after 0.</summary>
    public EquatableArray<Rate> Growth
    {
        get
        {
            var growth = new Rate[Math.Max(0, Points.Count - 1)];
            for (var i = 0; i < growth.Length; i++)
            {
                growth[i] = new Rate(Points[i + 1].Count - Points[i].Count, Points[i].Count);
            }

            return EquatableArray.Create<Rate>(growth);
        }
    }

    /// <summary>Gets the mean growth a period (年均增长率): the constant rate that leads from the first count to the last; null when either is 0,
    /// or there are fewer than two periods.</summary>
    public decimal? CompoundGrowth => Points.Count < 2 || Points[0].Count == 0 || Points[^1].Count == 0
        ? null
        : Root((decimal)Points[^1].Count / Points[0].Count, Points.Count - 1) - 1;

    /// <summary>Creates a series.</summary>
    /// <param name="points">The values, the earliest first; each period once, no count negative.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentException">A period occurs twice or a count is negative.</exception>
    public static Series Create(EquatableArray<SeriesPoint> points)
    {
        var periods = new HashSet<string>(StringComparer.Ordinal);
        foreach (var point in points)
        {
            if (point.Count < 0 || !periods.Add(point.Period))
            {
                throw new ArgumentException(
                    $"A series has each period once with a count of 0 or more, but found \"{point.Period}\" with {point.Count}.", nameof(points));
            }
        }

        return new Series(points);
    }

    /// <summary>Returns what a count becomes when it grows by a constant rate.</summary>
    /// <param name="start">The count to start from.</param>
    /// <param name="rate">The growth a period, as a share of 1; above −1.</param>
    /// <param name="periods">How many periods, 0 to 1,000.</param>
    /// <returns>The projected value, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    /// <exception cref="OverflowException">The value exceeds a decimal.</exception>
    public static decimal Project(long start, decimal rate, int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate, -1);
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, 1000);
        decimal value = start;
        for (var i = 0; i < periods; i++)
        {
            value *= 1 + rate;
        }

        return value;
    }

    /// <summary>Audits a growth that is claimed of every period.</summary>
    /// <param name="stated">The growth per period as it is printed.</param>
    /// <returns>Warnings for periods with another growth or none, an error when the mean is another too.</returns>
    public FindingReport AuditGrowth(PrintedShare stated) => AuditGrowth(stated.Percent, stated.Decimals);

    /// <summary>Audits a growth, or a decline, that is claimed of every period.</summary>
    /// <param name="percent">The growth per period in percent; below 0 for a decline.</param>
    /// <param name="decimals">The decimals that it is printed with, 0 to <see cref="PrintedShare.MaximumDecimals"/>.</param>
    /// <returns>Warnings for periods with another growth or none, an error when the mean is another too.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    public FindingReport AuditGrowth(decimal percent, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, PrintedShare.MaximumDecimals);
        var stated = percent.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var findings = new List<Finding>();
        var growth = Growth;
        for (var i = 0; i < growth.Count; i++)
        {
            if (!growth[i].IsDefined)
            {
                findings.Add(Finding.Warning(StatisticsMessages.All["statistics.growth-from-nothing", Points[i + 1].Period, stated, Points[i].Period], FindingPlace.At($"/{i + 1}")));
            }
            else if (growth[i].RoundPercent(decimals) != percent)
            {
                findings.Add(Finding.Warning(
                    StatisticsMessages.All["statistics.growth-differs", Points[i + 1].Period, stated, growth[i].RoundPercent(2)], FindingPlace.At($"/{i + 1}")));
            }
        }

        if (CompoundGrowth is { } mean && Math.Round(mean * 100, decimals, MidpointRounding.AwayFromZero) != percent)
        {
            findings.Add(Finding.Error(
                StatisticsMessages.All["statistics.mean-growth-differs", Points[0].Period, Points[^1].Period, stated, Math.Round(mean * 100, 2, MidpointRounding.AwayFromZero)]) with
            {
                Measure = percent - Math.Round(mean * 100, 2, MidpointRounding.AwayFromZero),
                MeasureUnit = "%",
            });
        }

        return new FindingReport(findings);
    }

    private static decimal Root(decimal value, int degree)
    {
        var root = DecimalMath.Exp(DecimalMath.Ln(value) / degree);

        // One step of Newton's rounds a root that has few digits to them. root^(degree−1) is built by division of the value, so that no intermediate exceeds a decimal.
        var quotient = value;
        for (var i = 1; i < degree; i++)
        {
            quotient /= root;
        }

        return root + ((quotient - root) / degree);
    }
}
