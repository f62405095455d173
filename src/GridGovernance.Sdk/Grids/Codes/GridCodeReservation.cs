namespace GridGovernance.Sdk.Grids;

/// <summary>Values of a segment that are set aside, as a grid code scheme's file holds them.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record GridCodeReservation
{
    /// <summary>Gets the first value, in the full width of the segment.</summary>
    public required string From { get; init; }

    /// <summary>Gets the last value; null where it is one value alone.</summary>
    public string? To { get; init; }

    /// <summary>Gets what the values say.</summary>
    public required GridCodeReserve Meaning { get; init; }

    internal bool Holds(string value) => string.CompareOrdinal(value, From) >= 0 && string.CompareOrdinal(value, To ?? From) <= 0;
}
