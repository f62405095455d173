namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The messages of this room.</summary>
internal static class LifecycleMessages
{
    internal static MessageCatalogue Texts { get; } = new(typeof(LifecycleMessages).Namespace!, typeof(LifecycleMessages).Assembly);
}
