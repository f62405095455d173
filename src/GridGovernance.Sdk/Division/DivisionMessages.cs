namespace GridGovernance.Sdk.Division;

/// <summary>The messages of this room.</summary>
internal static class DivisionMessages
{
    /// <summary>Gets the catalogue.</summary>
    internal static MessageCatalogue Catalogue { get; } = new(typeof(DivisionMessages).Namespace!, typeof(DivisionMessages).Assembly);
}
