using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A grid worker handed the service in at a station (代办).</summary>
/// <param name="Station">The code of the station.</param>
/// <param name="DueAt">When the station must have answered.</param>
public sealed record ServiceHandedIn(string Station, Instant DueAt) : ProxyServiceEvent;
