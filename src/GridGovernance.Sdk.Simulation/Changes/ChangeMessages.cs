namespace GridGovernance.Sdk.Simulation.Changes;

/// <summary>The messages of this folder.</summary>
internal static class ChangeMessages
{
    /// <summary>Gets the catalogue.</summary>
    internal static MessageCatalogue All { get; } = new(typeof(ChangeMessages).Namespace!, typeof(ChangeMessages).Assembly);
}
