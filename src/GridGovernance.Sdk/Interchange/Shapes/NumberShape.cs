using System.Text.Json;

namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>A finite number of one .NET type.</summary>
/// <param name="isInteger">Whether it must be whole.</param>
/// <param name="fits">Whether a JSON number fits the .NET type.</param>
internal sealed class NumberShape(bool isInteger, Func<JsonElement, bool> fits) : Shape
{
    internal static NumberShape Int32 { get; } = new(true, static number => number.TryGetInt32(out _));

    internal static NumberShape Int64 { get; } = new(true, static number => number.TryGetInt64(out _));

    internal static NumberShape Decimal { get; } = new(false, static number => number.TryGetDecimal(out _));

    internal static NumberShape Double { get; } = new(false, static number => number.TryGetDouble(out var value) && double.IsFinite(value));

    internal bool IsInteger => isInteger;

    internal override LocalizedText Expected { get; } = isInteger ? new("a whole number", "一个整数") : new("a number", "一个数");

    internal bool Fits(JsonElement number) => fits(number);
}
