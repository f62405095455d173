using NodaTime;

namespace GridGovernance.Sdk.Tests.Interchange;

internal enum Colour
{
    Green,
    DarkRed,
}

internal sealed record Sample(
    string Code,
    int Size,
    Colour Colour,
    LocalizedText? Title = null,
    EquatableArray<string> Tags = default,
    LocalDate? On = null,
    decimal Weight = Sample.StandardWeightValue,
    decimal? Share = null,
    double? Ratio = null,
    EquatableArray<Sample> Children = default)
{
    public const int StandardWeightValue = 5;

    public static decimal StandardWeight => StandardWeightValue;

    public int Double => Size * 2;
}
