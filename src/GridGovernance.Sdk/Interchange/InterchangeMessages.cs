namespace GridGovernance.Sdk.Interchange;

/// <summary>The messages of this room.</summary>
internal static class InterchangeMessages
{
    internal static MessageCatalogue All { get; } = new(typeof(InterchangeMessages).Namespace!, typeof(InterchangeMessages).Assembly);
}
