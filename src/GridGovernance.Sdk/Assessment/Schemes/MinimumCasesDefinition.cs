namespace GridGovernance.Sdk.Assessment;

/// <summary>How many cases a unit must have to be ranked (最低办件量), as data: with fewer it is scored, but not rankable.</summary>
/// <remarks>
/// <para>Cases are those below the line of a rate, and those that a number brings with it: an adjusted or shrunk rate, the score of a scheme inside this one. A scheme
/// that names no minimum ranks every unit with a score but those whose rates all rest on a single case or none, for nothing but luck ranks them
/// (<see cref="Default"/>); to rank them too it names a minimum of 1.</para>
/// <para>Whoever is not ranked is scored all the same, and takes part in normalisations that depend on the units.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record MinimumCasesDefinition
{
    /// <summary>The fewest cases below at least one rate of a unit, when a scheme names no minimum.</summary>
    public const long Default = 2;

    /// <summary>Gets the fewest cases, 1 or more.</summary>
    public required long Cases { get; init; }

    /// <summary>Gets the code of the indicator whose cases count; null when every value of the scheme that a unit has, and that somebody counted, must rest on so many.</summary>
    public string? Indicator { get; init; }

    /// <summary>Gets a value indicating whether a unit is ranked although nobody counted its cases, as where a file gives numbers and not rates; otherwise it is not.</summary>
    public bool RankUncounted { get; init; }
}
