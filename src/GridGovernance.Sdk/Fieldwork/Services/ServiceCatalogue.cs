using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The services and the stations that do them, compiled.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class ServiceCatalogue
{
    private readonly GridMap _map;

    private ServiceCatalogue(EquatableArray<ServiceItem> items, EquatableArray<ServiceStation> stations, GridMap map) => (Items, Stations, _map) = (items, stations, map);

    /// <summary>Gets the services.</summary>
    public EquatableArray<ServiceItem> Items { get; }

    /// <summary>Gets the stations.</summary>
    public EquatableArray<ServiceStation> Stations { get; }

    /// <summary>Compiles two tables.</summary>
    /// <param name="items">The services.</param>
    /// <param name="stations">The stations.</param>
    /// <param name="map">The map that has the units.</param>
    /// <param name="report">Everything that is wrong, with the paths <c>/items/0/…</c> and <c>/stations/0/…</c>; a service that no station does is a warning.</param>
    /// <returns>The catalogue; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public static ServiceCatalogue? Compile(EquatableArray<ServiceItem> items, EquatableArray<ServiceStation> stations, GridMap map, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(map);
        var findings = new List<Finding>();
        FieldworkCode.Check(items.Select(static item => item.Code), "/items/{0}/code", findings);
        FieldworkCode.Check(stations.Select(static station => station.Code), "/stations/{0}/code", findings);
        for (var i = 0; i < stations.Count; i++)
        {
            if (!map.TryFind(stations[i].Unit, out _))
            {
                findings.Add(FieldworkMessages.Fault(
                    string.Create(CultureInfo.InvariantCulture, $"/stations/{i}/unit"), FieldworkMessages.Texts["fieldwork.unknown-place", stations[i].Unit.ToString()]));
            }
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (!stations.Any(station => station.Kind == items[i].Station))
            {
                findings.Add(Finding.Warning(
                    FieldworkMessages.Texts["fieldwork.service-without-station", items[i].Code, items[i].Station],
                    FindingPlace.At(string.Create(CultureInfo.InvariantCulture, $"/items/{i}/station")) with { Subject = items[i].Code }));
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new ServiceCatalogue(items, stations, map);
    }

    /// <summary>Looks a service up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="item">The service, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFindItem(string code, [NotNullWhen(true)] out ServiceItem? item)
    {
        ArgumentNullException.ThrowIfNull(code);
        item = Items.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.Ordinal));
        return item is not null;
    }

    /// <summary>Returns the station that does a service for a place: of the right kind, serving the narrowest unit that holds the place.</summary>
    /// <param name="item">The service.</param>
    /// <param name="place">The unit at which the person lives.</param>
    /// <returns>The station; null where none serves the place.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public ServiceStation? StationFor(ServiceItem item, GridCode place)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Stations.Where(station => station.Kind == item.Station && _map.IsWithin(place, station.Unit))
            .OrderByDescending(station => _map.Unit(station.Unit).Level.Depth).ThenBy(static station => station.Code, StringComparer.Ordinal).FirstOrDefault();
    }
}
