using GridGovernance.Sdk.Fieldwork;
using NodaTime;

namespace GridGovernance.Sdk.Statistics;

/// <summary>The rates of fieldwork, by their two counts: throughput, people a cell, reports a grid and day.</summary>
public static class FieldworkRates
{
    /// <summary>Returns how many there are in an hour (S4-16: 130,000 people in seven hours are 18,571 an hour).</summary>
    /// <param name="count">How many there were.</param>
    /// <param name="time">In what time; counted in whole seconds.</param>
    /// <returns>The rate; undefined over no time.</returns>
    /// <exception cref="OverflowException">The count is too large for 64 bits of seconds an hour.</exception>
    public static Rate PerHour(long count, Duration time) => new(checked(count * 3600), (long)time.TotalSeconds);

    /// <summary>Returns how many there are for each grid and day (S1-5: 73,600 reports a day from 61,000 grids are 1.2066).</summary>
    /// <param name="count">How many there were.</param>
    /// <param name="grids">How many grids there are.</param>
    /// <param name="days">In how many days.</param>
    /// <returns>The rate; undefined over nothing.</returns>
    /// <exception cref="OverflowException">There are more grid-days than 64 bits hold.</exception>
    public static Rate PerGridDay(long count, long grids, int days) => new(count, checked(grids * days));

    /// <summary>Returns the share of owed visits that were made, in time or made up for.</summary>
    /// <param name="coverage">The visits.</param>
    /// <returns>The rate over all that were owed and are no longer open; undefined where there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="coverage"/> is null.</exception>
    public static Rate VisitsMade(VisitCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        return new Rate(coverage.InTime + coverage.Late, coverage.Owed - coverage.Open);
    }

    /// <summary>Returns the share of households that a notice reached within its limit.</summary>
    /// <param name="status">The notice.</param>
    /// <returns>The rate; undefined where it is for nobody.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="status"/> is null.</exception>
    public static Rate ReachedInTime(BroadcastStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new Rate(status.InTime, status.Households);
    }

    /// <summary>Returns the share of cells that were done within the limit.</summary>
    /// <param name="status">The campaign.</param>
    /// <returns>The rate; undefined without cells.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="status"/> is null.</exception>
    public static Rate CellsInTime(CampaignStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new Rate(status.Cells - status.OpenCells.Concat(status.LateCells).Distinct().Count(), status.Cells);
    }
}
