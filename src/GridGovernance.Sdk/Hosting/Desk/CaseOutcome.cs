using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;

namespace GridGovernance.Sdk.Hosting;

/// <summary>What came of a command at the desk: decided and kept, refused, or given up because others were always faster.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CaseOutcome
{
    /// <summary>Gets the last decision, with its events or every reason for the refusal.</summary>
    public required Decision<CaseEvent> Decision { get; init; }

    /// <summary>Gets the case after the command; null where a report of a new case was refused. After a conflict it is the case that was decided on.</summary>
    public required GridCase? Case { get; init; }

    /// <summary>Gets how often the command was decided, from 1.</summary>
    public required int Attempts { get; init; }

    /// <summary>Gets a value indicating whether the events could not be kept: every attempt met a newer version.</summary>
    public bool IsConflict { get; init; }

    /// <summary>Gets what a deadline failed by, such as events that cannot be folded, or a store that did not answer; null where nothing failed. The deadline stays due.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Gets a value indicating whether the command was accepted and its events are kept.</summary>
    public bool IsDone => Decision.IsAccepted && !IsConflict;
}
