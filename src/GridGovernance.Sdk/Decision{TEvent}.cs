namespace GridGovernance.Sdk;

/// <summary>The answer to a command: accepted with its events, or refused with every reason.</summary>
/// <remarks>
/// <para>An accepted decision may hold no event: the command had been done before, or changes nothing.</para>
/// <para>Equality is by value. The default value is an accepted decision without events. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <typeparam name="TEvent">The event.</typeparam>
public readonly record struct Decision<TEvent>
{
    private Decision(EquatableArray<TEvent> events, EquatableArray<Refusal> refusals)
    {
        Events = events;
        Refusals = refusals;
    }

    /// <summary>Gets the events, in the order in which they apply; empty when refused.</summary>
    public EquatableArray<TEvent> Events { get; }

    /// <summary>Gets every reason for the refusal; empty when accepted.</summary>
    public EquatableArray<Refusal> Refusals { get; }

    /// <summary>Gets a value indicating whether the command was accepted.</summary>
    public bool IsAccepted => Refusals.Count == 0;

    /// <summary>Creates an acceptance.</summary>
    /// <param name="events">The events, in the order in which they apply.</param>
    /// <returns>The decision.</returns>
    public static Decision<TEvent> Accept(EquatableArray<TEvent> events) => new(events, []);

    /// <summary>Creates a refusal.</summary>
    /// <param name="refusals">Every reason; at least one.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException"><paramref name="refusals"/> is empty.</exception>
    public static Decision<TEvent> Refuse(EquatableArray<Refusal> refusals) => refusals.Count == 0
        ? throw new ArgumentException("A refusal needs at least one reason, but was given none.", nameof(refusals))
        : new Decision<TEvent>([], refusals);

    /// <summary>Returns the events of an accepted decision.</summary>
    /// <returns>The events.</returns>
    /// <exception cref="GovernanceException">The decision is a refusal; the exception carries every reason.</exception>
    public EquatableArray<TEvent> EnsureAccepted() => IsAccepted ? Events : throw new GovernanceException(Refusals);
}
