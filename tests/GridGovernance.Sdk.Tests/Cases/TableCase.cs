using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>What the hand-written table knows of a case.</summary>
internal sealed record TableCase(string State, Instant EnteredAt, bool IsOpen)
{
    internal Seat? Lead { get; init; }

    internal Seat? Handler { get; init; }

    internal int Returned { get; init; }

    /// <summary>Whether the report came by a channel that must be verified, and whether it was.</summary>
    internal bool NeedsVerification { get; init; }

    internal bool IsVerified { get; init; }

    internal string? MergedInto { get; init; }
}
