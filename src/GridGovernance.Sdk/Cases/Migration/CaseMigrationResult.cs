using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Cases;

/// <summary>What becomes of one case in a migration, and why: of a dry run and of the real run alike.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CaseMigrationResult
{
    /// <summary>Gets the case's id.</summary>
    public required string CaseId { get; init; }

    /// <summary>Gets what becomes of it.</summary>
    public required MigrationOutcome Outcome { get; init; }

    /// <summary>Gets the state in which it is.</summary>
    public required string State { get; init; }

    /// <summary>Gets the state in which it would be; null where it goes nowhere.</summary>
    public string? Target { get; init; }

    /// <summary>Gets why: at least one reason.</summary>
    public required EquatableArray<Message> Reasons { get; init; }

    /// <summary>Gets the states that a decision could choose.</summary>
    public EquatableArray<string> Candidates { get; init; }

    /// <summary>Gets the events that the real run appends; empty where nothing changes or nothing may.</summary>
    public EquatableArray<CaseEvent> Events { get; init; }
}
