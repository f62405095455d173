namespace GridGovernance.Sdk.Division;

/// <summary>Sums of some of a handful of numbers.</summary>
internal static class SubsetSums
{
    private const long MostCells = 4_000_000;

    /// <summary>Returns the least sum of some of the numbers that reaches a value.</summary>
    /// <param name="numbers">The numbers, from 0.</param>
    /// <param name="value">The value, above 0.</param>
    /// <returns>The sum; the value itself where the numbers are too large to tell, or too small to reach it.</returns>
    internal static long LeastFrom(List<long> numbers, long value)
    {
        var top = numbers.Count == 0 ? 0 : numbers.Max();
        if (numbers.Sum() < value || (value + top) * numbers.Count > MostCells)
        {
            return value;
        }

        // The least sum that reaches the value has a last number, without which it is below the value.
        var reached = new bool[value + top + 1];
        reached[0] = true;
        foreach (var number in numbers)
        {
            for (var sum = value - 1; sum >= 0; sum--)
            {
                if (reached[sum])
                {
                    reached[sum + number] = true;
                }
            }
        }

        for (var sum = value; sum < reached.Length; sum++)
        {
            if (reached[sum])
            {
                return sum;
            }
        }

        return value;
    }
}
