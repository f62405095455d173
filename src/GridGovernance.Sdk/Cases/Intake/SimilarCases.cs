using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Finds cases that may be the same matter reported twice: the same category, close by, not long apart.</summary>
/// <remarks>The window of 50 metres and 24 hours is that of the city management of 运城 (schema of 智慧城管). This type is immutable and safe to share between threads.</remarks>
public sealed class SimilarCases
{
    /// <summary>The distance that 运城 uses, in metres.</summary>
    public const double DefaultDistanceMetres = 50;

    private readonly Dictionary<string, CaseSighting[]> _byCategory;
    private readonly CoordinateSystem _system;
    private readonly double _distance;
    private readonly Duration _within;

    /// <summary>Indexes the known cases.</summary>
    /// <param name="known">The known cases.</param>
    /// <param name="system">The coordinate system of their places; CGCS2000 when null.</param>
    /// <param name="distanceMetres">How close, in metres; at that distance counts.</param>
    /// <param name="within">How long apart; 24 hours when null, and 24 hours apart counts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="known"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="distanceMetres"/> or <paramref name="within"/> is negative, or no number.</exception>
    public SimilarCases(IEnumerable<CaseSighting> known, CoordinateSystem? system = null, double distanceMetres = DefaultDistanceMetres, Duration? within = null)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (!(distanceMetres >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(distanceMetres), distanceMetres, "The distance was expected to be 0 or more.");
        }

        _within = within ?? Duration.FromHours(24);
        ArgumentOutOfRangeException.ThrowIfLessThan(_within, Duration.Zero, nameof(within));
        _system = system ?? CoordinateSystem.Cgcs2000;
        _distance = distanceMetres;
        _byCategory = known.GroupBy(static sighting => sighting.Category, StringComparer.Ordinal).ToDictionary(
            static group => group.Key,
            static group => group.OrderBy(static sighting => sighting.At).ThenBy(static sighting => sighting.CaseId, StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Finds the known cases that may be the same matter.</summary>
    /// <param name="sighting">The new report; a known case of the same id does not count.</param>
    /// <returns>The ids, the earliest report first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sighting"/> is null.</exception>
    public EquatableArray<string> Find(CaseSighting sighting)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        if (!_byCategory.TryGetValue(sighting.Category, out var known))
        {
            return [];
        }

        var found = new List<string>();
        for (var i = FirstFrom(known, sighting.At - _within); i < known.Length && known[i].At - sighting.At <= _within; i++)
        {
            if (!string.Equals(known[i].CaseId, sighting.CaseId, StringComparison.Ordinal) && _system.DistanceMetres(known[i].Place, sighting.Place) <= _distance)
            {
                found.Add(known[i].CaseId);
            }
        }

        return EquatableArray.From(found);
    }

    private static int FirstFrom(CaseSighting[] known, Instant at)
    {
        var (low, high) = (0, known.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = known[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
