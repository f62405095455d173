using System.Globalization;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>An axis over some values: round ticks, a little room at both ends.</summary>
internal sealed class PlotAxis
{
    private const int MostTicks = 5;
    private const double Slack = 1e-9;
    private readonly double _low;
    private readonly double _high;
    private readonly int _decimals;

    private PlotAxis(double low, double high)
    {
        var step = StepFor((high - low) / MostTicks);
        (_low, _high) = (Math.Floor((low / step) + Slack) * step, Math.Ceiling((high / step) - Slack) * step);
        _decimals = 0;
        for (var unit = step; unit < 0.999 && _decimals < 9; unit *= 10)
        {
            _decimals++;
        }

        var count = (int)Math.Round((_high - _low) / step);
        Ticks = EquatableArray.From(Enumerable.Range(0, count + 1).Select(i => _low + (i * step)));
    }

    internal EquatableArray<double> Ticks { get; }

    /// <summary>An axis over values; where none is above the most that there can be, nor is the axis.</summary>
    internal static PlotAxis Over(IEnumerable<double> values, double most)
    {
        var (low, high) = (double.MaxValue, double.MinValue);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high)
        {
            (low, high) = (0, 1);
        }

        var room = Math.Max((high - low) * 0.04, Math.Max(Math.Abs(high), 1e-6) * 1e-3);
        return new PlotAxis(low >= 0 && low - room < 0 ? 0 : low - room, high <= most && high + room > most ? most : high + room);
    }

    /// <summary>A number as a table prints it: four significant digits.</summary>
    internal static string Number(double value)
    {
        var size = Math.Abs(value);
        return value.ToString(size >= 1_000 ? "#,0" : size >= 100 ? "0.#" : size >= 1 || size == 0 ? "0.##" : "0.####", CultureInfo.InvariantCulture);
    }

    internal double ShareOf(double value) => (value - _low) / (_high - _low);

    internal string Label(double tick, bool isShare) => (isShare ? 100 * tick : tick).ToString(
        "#,0." + new string('#', isShare ? Math.Max(0, _decimals - 2) : _decimals), CultureInfo.InvariantCulture);

    private static double StepFor(double rough)
    {
        var power = 1.0;
        while (power > rough)
        {
            power /= 10;
        }

        while (power * 10 <= rough)
        {
            power *= 10;
        }

        return power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
    }
}
