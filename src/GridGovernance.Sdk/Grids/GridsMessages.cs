namespace GridGovernance.Sdk.Grids;

/// <summary>The messages of this room.</summary>
internal static class GridsMessages
{
    /// <summary>Gets the catalogue.</summary>
    internal static MessageCatalogue Catalogue { get; } = new(typeof(GridsMessages).Namespace!, typeof(GridsMessages).Assembly);
}
