namespace GridGovernance.Sdk.Hosting;

/// <summary>The messages of this room.</summary>
internal static class HostingMessages
{
    internal static MessageCatalogue All { get; } = new(typeof(HostingMessages).Namespace!, typeof(HostingMessages).Assembly);
}
