using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A service done for somebody (代办件): the fold of its events.</summary>
/// <remarks>Equality is by value: replaying the same events gives an equal service. This type is immutable and safe to share between threads.</remarks>
public sealed record ProxyService
{
    private ProxyService(ServiceRequested requested) =>
        (Item, Subject, Place, Proxy, Demand, RequestedAt) = (requested.Item, requested.Subject, requested.Place, requested.Proxy, requested.Demand, requested.At);

    /// <summary>Gets the code of the service.</summary>
    public string Item { get; private init; }

    /// <summary>Gets the opaque id of the person.</summary>
    public string Subject { get; private init; }

    /// <summary>Gets the unit at which the person lives.</summary>
    public GridCode Place { get; private init; }

    /// <summary>Gets who speaks for a person who cannot; null where the person does.</summary>
    public string? Proxy { get; private init; }

    /// <summary>Gets the need that it meets; null where nobody says.</summary>
    public DemandCategory? Demand { get; private init; }

    /// <summary>Gets the seat that handed it in; null before.</summary>
    public Seat? HandedInBy { get; private init; }

    /// <summary>Gets when it was asked for.</summary>
    public Instant RequestedAt { get; private init; }

    /// <summary>Gets how it stands.</summary>
    public ProxyServiceState State { get; private init; }

    /// <summary>Gets the code of the station; null before it was handed in.</summary>
    public string? Station { get; private init; }

    /// <summary>Gets when the station must have answered; null before it was handed in.</summary>
    public Instant? DueAt { get; private init; }

    /// <summary>Gets when the station answered; null before.</summary>
    public Instant? AnsweredAt { get; private init; }

    /// <summary>Gets a value indicating whether it was granted; null before the answer.</summary>
    public bool? IsGranted { get; private init; }

    /// <summary>Gets when the last event happened.</summary>
    public Instant ChangedAt { get; private init; }

    /// <summary>Gets the number of events.</summary>
    public int Version { get; private init; }

    /// <summary>Returns the service after one more event.</summary>
    /// <param name="state">The service before; null before the first event.</param>
    /// <param name="e">The event.</param>
    /// <returns>The service after.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="e"/> is null.</exception>
    /// <exception cref="ArgumentException">The event does not follow from the state, or goes back in time.</exception>
    public static ProxyService Apply(ProxyService? state, ProxyServiceEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.At < state?.ChangedAt || !Follows(state, e))
        {
            throw new ArgumentException($"\"{e.GetType().Name}\" must follow from \"{state?.State.ToString() ?? "nothing"}\" in time, but does not.", nameof(e));
        }

        var next = e switch
        {
            ServiceRequested requested => new ProxyService(requested),
            ServiceHandedIn handed => state! with { State = ProxyServiceState.HandedIn, Station = handed.Station, DueAt = handed.DueAt, HandedInBy = e.By },
            ServiceAnswered answered => state! with { State = ProxyServiceState.Answered, AnsweredAt = e.At, IsGranted = answered.IsGranted },
            ServiceDelivered => state! with { State = ProxyServiceState.Delivered },
            _ => state! with { State = ProxyServiceState.Withdrawn },
        };
        return next with { Version = next.Version + 1, ChangedAt = e.At };
    }

    /// <summary>Replays the events of a service.</summary>
    /// <param name="events">The events, in order; at least one.</param>
    /// <returns>The service.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no event, or one of them is out of place.</exception>
    public static ProxyService Replay(IEnumerable<ProxyServiceEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        ProxyService? state = null;
        foreach (var e in events)
        {
            state = Apply(state, e);
        }

        return state ?? throw new ArgumentException("A service has at least one event, but found none.", nameof(events));
    }

    /// <summary>Says whether the station is late at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>True when its answer came after the limit, or has not come although it is over.</returns>
    public bool IsLate(Instant at) => State != ProxyServiceState.Withdrawn && (AnsweredAt ?? at) > DueAt;

    // What may follow what: a table, so that the engine and the fold cannot disagree.
    internal static bool Follows(ProxyService? state, ProxyServiceEvent e) => (state?.State, e) switch
    {
        (null, ServiceRequested) => true,
        (ProxyServiceState.Requested, ServiceHandedIn or ServiceWithdrawn) => true,
        (ProxyServiceState.HandedIn, ServiceAnswered or ServiceWithdrawn) => true,
        (ProxyServiceState.Answered, ServiceDelivered) => true,
        _ => false,
    };
}
