using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A clock (时限): a limit, and the states that start, pause and stop it.</summary>
/// <remarks>
/// <para>A clock is bound to the obligation, not to the last edit: in a state that it does not name it goes on as it was, and a
/// paused clock resumes when the case leaves the states that pause it.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record ClockDefinition
{
    /// <summary>Gets the code, such as <c>handling</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the label.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Gets the limit, such as <c>5 working-days</c>.</summary>
    public required TimeLimit Limit { get; init; }

    /// <summary>Gets how the limit is counted.</summary>
    public required CountingPolicy Policy { get; init; }

    /// <summary>Gets the states that start it; at least one.</summary>
    public required EquatableArray<string> Starts { get; init; }

    /// <summary>Gets the states that pause it.</summary>
    public EquatableArray<string> Pauses { get; init; }

    /// <summary>Gets the states that stop it. Every final state stops every clock, named or not.</summary>
    public EquatableArray<string> Stops { get; init; }

    /// <summary>Gets who approves the first extension, the second and so on; after the last there is no more. Where it is empty, any seat above the responsible one extends.</summary>
    /// <remarks>A clock that starts anew counts anew.</remarks>
    public EquatableArray<ClockExtension> Extensions { get; init; }

    /// <summary>Gets what happens when a stopped clock meets a starting state again. The default is <see cref="ClockReentry.Continue"/>.</summary>
    public ClockReentry Reentry { get; init; }
}
