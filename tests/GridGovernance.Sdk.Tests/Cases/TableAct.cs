using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>An attempt: who tries which trigger when, with or without a note, on a matter that is on the lists or not.</summary>
internal sealed record TableAct(string Trigger, Seat By, Instant At, bool Noted, bool Listed)
{
    /// <summary>The lead, where it is a dispatch.</summary>
    internal Seat? Lead { get; init; }

    /// <summary>The case that goes on, where it merges, and whether it is an earlier one, as it must be.</summary>
    internal GridCase? Into { get; init; }

    internal bool IntoIsEarlier { get; init; }
}
