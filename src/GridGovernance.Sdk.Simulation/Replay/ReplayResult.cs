using NodaTime;

namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>What a log says under the rules as they were and as they are changed.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ReplayResult
{
    /// <summary>Gets the instant as of which the log was looked at.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets how many cases of the log were opened after that instant, and are not counted.</summary>
    public int Later { get; init; }

    /// <summary>Gets all cases under the model as it is.</summary>
    public required ReplayCount Before { get; init; }

    /// <summary>Gets all cases under the changed rules.</summary>
    public required ReplayCount After { get; init; }

    /// <summary>Gets the categories, by code.</summary>
    public required EquatableArray<ReplayRow> ByCategory { get; init; }

    /// <summary>Gets the units, by code; changed routing moves cases from one to another.</summary>
    public required EquatableArray<ReplayRow> ByUnit { get; init; }

    /// <summary>Gets a warning for each kind of case without a deadline, and for each change that changes nothing here.</summary>
    public required FindingReport Findings { get; init; }
}
