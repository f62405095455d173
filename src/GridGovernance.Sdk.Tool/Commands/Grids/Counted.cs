using System.Globalization;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>Numbers of things in English sentences.</summary>
internal static class Counted
{
    /// <summary>Returns the number with the noun in singular or plural.</summary>
    /// <param name="count">The number.</param>
    /// <param name="noun">The noun in singular, whose plural ends in s.</param>
    internal static string Of(int count, string noun) => count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");
}
