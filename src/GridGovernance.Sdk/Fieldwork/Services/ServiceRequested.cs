using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Somebody asked for a service: the first event.</summary>
/// <param name="Item">The code of the service.</param>
/// <param name="Subject">The opaque id of the person.</param>
/// <param name="Place">The unit at which the person lives.</param>
/// <param name="Proxy">Who speaks for a person who cannot (代诉); null where the person does.</param>
public sealed record ServiceRequested(string Item, string Subject, GridCode Place, string? Proxy) : ProxyServiceEvent
{
    /// <summary>Gets the need that it meets; null where nobody says.</summary>
    public DemandCategory? Demand { get; init; }
}
