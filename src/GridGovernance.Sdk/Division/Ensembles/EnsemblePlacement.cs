namespace GridGovernance.Sdk.Division;

/// <summary>Where a plan stands among the draws of an ensemble on one indicator.</summary>
/// <remarks>
/// <para>The three shares sum to 1. Draws of a chain are not independent: with few steps between them the shares are less certain than their number says.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Value">The plan's value.</param>
/// <param name="Draws">How many plans it is placed among.</param>
/// <param name="ShareBelow">The share of the draws whose value is smaller, 0..1.</param>
/// <param name="ShareEqual">The share of the draws with the same value, 0..1.</param>
/// <param name="ShareAbove">The share of the draws whose value is larger, 0..1.</param>
/// <param name="Least">The smallest value drawn.</param>
/// <param name="Median">The middle value drawn; the mean of the two middle ones where their number is even.</param>
/// <param name="Greatest">The largest value drawn.</param>
/// <param name="Mean">The mean of the values drawn.</param>
public sealed record EnsemblePlacement(
    double Value, int Draws, double ShareBelow, double ShareEqual, double ShareAbove, double Least, double Median, double Greatest, double Mean)
{
    internal static EnsemblePlacement Of(double value, double[] drawn)
    {
        Array.Sort(drawn);
        var (below, above, sum) = (0, 0, 0.0);
        foreach (var one in drawn)
        {
            below += one < value ? 1 : 0;
            above += one > value ? 1 : 0;
            sum += one;
        }

        var count = drawn.Length;
        return new EnsemblePlacement(
            value,
            count,
            (double)below / count,
            (double)(count - below - above) / count,
            (double)above / count,
            drawn[0],
            (drawn[(count - 1) / 2] + drawn[count / 2]) / 2,
            drawn[^1],
            sum / count);
    }
}
