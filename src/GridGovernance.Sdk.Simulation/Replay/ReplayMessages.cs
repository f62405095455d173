namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>The messages of this folder.</summary>
internal static class ReplayMessages
{
    /// <summary>Gets the catalogue.</summary>
    internal static MessageCatalogue All { get; } = new(typeof(ReplayMessages).Namespace!, typeof(ReplayMessages).Assembly);
}
