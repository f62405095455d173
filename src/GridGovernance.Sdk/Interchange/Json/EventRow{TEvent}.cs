namespace GridGovernance.Sdk.Interchange;

/// <summary>An event of one thing among many: a line of an event file.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <typeparam name="TEvent">The kind of events.</typeparam>
/// <param name="Id">The opaque id of what it happened to.</param>
/// <param name="Event">The event.</param>
public sealed record EventRow<TEvent>(string Id, TEvent Event)
    where TEvent : class;
