using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Collects rows into a <see cref="HouseholdRegister"/>; it is used once and by one thread.</summary>
public sealed class HouseholdRegisterBuilder
{
    private readonly CoordinateSystem _system;
    private readonly List<string> _householdIds;
    private readonly List<GeoPoint> _locations;
    private readonly List<GridCode> _cells;
    private readonly List<string> _personIds;
    private readonly List<int> _householdOf;
    private readonly List<RowDays> _householdDays = [];
    private readonly List<RowDays> _personDays = [];

    /// <summary>Creates a builder.</summary>
    /// <param name="system">The coordinate system of the places.</param>
    /// <param name="households">About how many households will come.</param>
    /// <param name="people">About how many people will come.</param>
    /// <exception cref="ArgumentNullException"><paramref name="system"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public HouseholdRegisterBuilder(CoordinateSystem system, int households = 0, int people = 0)
    {
        ArgumentNullException.ThrowIfNull(system);
        _system = system;
        _householdIds = new List<string>(households);
        _locations = new List<GeoPoint>(households);
        _cells = new List<GridCode>(households);
        _personIds = new List<string>(people);
        _householdOf = new List<int>(people);
    }

    /// <summary>Adds a household.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="location">The place.</param>
    /// <param name="cell">The cell that it is registered in; null where it is in none.</param>
    /// <param name="validFrom">The first day on which the row holds; null without one.</param>
    /// <param name="validTo">The last day on which the row holds; null without one.</param>
    /// <returns>The household's position.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or empty, or the last day is before the first.</exception>
    public int AddHousehold(string id, GeoPoint location, GridCode? cell, LocalDate? validFrom = null, LocalDate? validTo = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Note(_householdDays, _householdIds.Count, new RowDays(validFrom, validTo), nameof(validTo));
        _householdIds.Add(id);
        _locations.Add(location);
        _cells.Add(cell ?? GridCode.None);
        return _householdIds.Count - 1;
    }

    /// <summary>Adds a person; add the same id again for each further household that lists it.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="household">The household's position; null where the person is listed in none.</param>
    /// <param name="validFrom">The first day on which the row holds; null without one.</param>
    /// <param name="validTo">The last day on which the row holds; null without one.</param>
    /// <returns>The row's position.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or empty, or the last day is before the first.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such household.</exception>
    public int AddPerson(string id, int? household, LocalDate? validFrom = null, LocalDate? validTo = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (household is { } position)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position, nameof(household));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, _householdIds.Count, nameof(household));
        }

        Note(_personDays, _personIds.Count, new RowDays(validFrom, validTo), nameof(validTo));
        _personIds.Add(id);
        _householdOf.Add(household ?? -1);
        return _personIds.Count - 1;
    }

    /// <summary>Builds the register.</summary>
    /// <returns>The register.</returns>
    public HouseholdRegister Build() => new(
        _system, [.. _householdIds], [.. _locations], [.. _cells], [.. _personIds], [.. _householdOf], Days(_householdDays, _householdIds.Count), Days(_personDays, _personIds.Count));

    // Days are kept from the first row on that has any.
    private static void Note(List<RowDays> days, int row, RowDays own, string parameter)
    {
        if (own.To < own.From)
        {
            throw new ArgumentException($"Expected a last day on or after {own.From:uuuu-MM-dd}, but found {own.To:uuuu-MM-dd}.", parameter);
        }

        if (own.IsAny)
        {
            days.AddRange(Enumerable.Repeat(default(RowDays), row - days.Count));
            days.Add(own);
        }
    }

    private static RowDays[]? Days(List<RowDays> days, int rows) => days.Count == 0 ? null : [.. days, .. Enumerable.Repeat(default(RowDays), rows - days.Count)];
}
