namespace GridGovernance.Sdk.Cases;

/// <summary>The messages of this room.</summary>
internal static class CaseMessages
{
    internal static MessageCatalogue Texts { get; } = new(typeof(CaseMessages).Namespace!, typeof(CaseMessages).Assembly);
}
