using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases;

/// <summary>Who gives a command: a seat, and the person in it where the host wants that recorded with the events.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Seat">The seat.</param>
/// <param name="Person">The opaque id of the person, or null.</param>
public sealed record CaseActor(Seat Seat, string? Person = null)
{
    /// <summary>Gets the host's clock, which passes deadlines and does nothing else.</summary>
    public static CaseActor Clock { get; } = new(new Seat("clock", "host"));
}
