namespace GridGovernance.Sdk.Statistics;

/// <summary>The messages of this room.</summary>
internal static class StatisticsMessages
{
    /// <summary>Gets the catalogue.</summary>
    internal static MessageCatalogue All { get; } = new(typeof(StatisticsMessages).Namespace!, typeof(StatisticsMessages).Assembly);
}
