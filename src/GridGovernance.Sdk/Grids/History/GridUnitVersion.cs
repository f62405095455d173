using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A unit as it was from one day to another (有效期).</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class GridUnitVersion
{
    /// <summary>Creates a version.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="validFrom">The first day.</param>
    /// <param name="validTo">The last day; null while it holds.</param>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public GridUnitVersion(GridUnit unit, LocalDate validFrom, LocalDate? validTo = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        Unit = unit;
        ValidFrom = validFrom;
        ValidTo = validTo;
    }

    /// <summary>Gets the unit.</summary>
    public GridUnit Unit { get; }

    /// <summary>Gets the first day.</summary>
    public LocalDate ValidFrom { get; }

    /// <summary>Gets the last day; null while it holds.</summary>
    public LocalDate? ValidTo { get; }

    /// <summary>Says whether it holds on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True when it does.</returns>
    public bool IsValidOn(LocalDate on) => on >= ValidFrom && (ValidTo is null || on <= ValidTo);

    /// <summary>Returns unit and days.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Unit} {ValidFrom:uuuu-MM-dd}..{ValidTo:uuuu-MM-dd}");
}
