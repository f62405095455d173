using System.Globalization;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>A whole number in a property of a map, which programs for maps often write as <c>120.0</c>.</summary>
internal static class WholeNumber
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number, or 0.</param>
    /// <returns>True when it is whole and not too large.</returns>
    internal static bool TryParse(string text, out int number)
    {
        var isWhole = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == decimal.Truncate(value) && value is >= int.MinValue and <= int.MaxValue;
        number = isWhole ? (int)value : 0;
        return isWhole;
    }
}
