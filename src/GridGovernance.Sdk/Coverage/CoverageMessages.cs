namespace GridGovernance.Sdk.Coverage;

/// <summary>The messages of this room.</summary>
internal static class CoverageMessages
{
    /// <summary>Gets the catalogue.</summary>
    internal static MessageCatalogue Catalogue { get; } = new(typeof(CoverageMessages).Namespace!, typeof(CoverageMessages).Assembly);
}
