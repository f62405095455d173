using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>What a post carries in one unit, against what it can.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Post">The code of the post.</param>
public sealed record PostBurden(string Post)
{
    /// <summary>Gets the unit.</summary>
    public GridCode Place { get; init; }

    /// <summary>Gets the kind of the unit where rules are for some kinds only; null where every kind that no rule names carries as much.</summary>
    public GridKind? Kind { get; init; }

    /// <summary>Gets the day.</summary>
    public LocalDate On { get; init; }

    /// <summary>Gets the codes of the matters that the lists give it, in the order of the catalogue.</summary>
    public EquatableArray<string> Matters { get; init; }

    /// <summary>Gets the codes of those of which nobody says what they take: they are not counted as nothing, but not counted.</summary>
    public EquatableArray<string> Unknown { get; init; }

    /// <summary>Gets the hours in a month in one unit, of the matters that are known.</summary>
    public decimal HoursPerUnit { get; init; }

    /// <summary>Gets the forms in a month in one unit.</summary>
    public decimal FormsPerUnit { get; init; }

    /// <summary>Gets the hours in a month of one worker.</summary>
    public decimal HoursPerWorker { get; init; }

    /// <summary>Gets the forms in a month of one worker.</summary>
    public decimal FormsPerWorker { get; init; }

    /// <summary>Gets the hours of one worker over the hours that one has; more than 1 is too much.</summary>
    public decimal Load { get; init; }

    /// <summary>Gets the shares of the hours by <see cref="WorkFunction"/>: control, information, service; empty where there are no hours.</summary>
    public EquatableArray<decimal> Shares { get; init; }
}
