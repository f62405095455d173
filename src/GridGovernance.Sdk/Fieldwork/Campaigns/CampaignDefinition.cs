using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A collection that every cell takes part in at once (集中采集、大起底): the file <c>campaign.json</c>.</summary>
/// <remarks>What is collected are items of the data catalogue, each with its one collector. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CampaignDefinition
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null for the code.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets where it comes from; null where nobody says.</summary>
    public LocalizedText? Source { get; init; }

    /// <summary>Gets the codes of the items of the data catalogue that are collected; empty where the campaign counts people alone.</summary>
    public EquatableArray<string> Items { get; init; }

    /// <summary>Gets the code of the purpose that the data catalogue knows; null where no items are collected.</summary>
    public string? Purpose { get; init; }

    /// <summary>Gets how long every cell has.</summary>
    public required TimeLimit Limit { get; init; }

    /// <summary>Gets how the limit is counted; null for <see cref="CountingPolicy.CivilCode"/>.</summary>
    public CountingPolicy? Counting { get; init; }

    /// <summary>Gets the matter that the authority list knows the campaign by; null where it is on no list.</summary>
    public string? Matter { get; init; }
}
