using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How fast a notice must reach every household, and how (通知时限与渠道): the file <c>broadcast-policy.json</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record BroadcastPolicy
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null for the code.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets where it comes from; null where nobody says.</summary>
    public LocalizedText? Source { get; init; }

    /// <summary>Gets how long it may take until every household is reached.</summary>
    public required TimeLimit Limit { get; init; }

    /// <summary>Gets how the limit is counted; null for <see cref="CountingPolicy.CivilCode"/>.</summary>
    public CountingPolicy? Counting { get; init; }

    /// <summary>Gets the shares of the limit, above 0 and below 1 and rising, after which those who are behind are warned.</summary>
    public EquatableArray<decimal> Warnings { get; init; }

    /// <summary>Gets the channels, in the order in which they are tried; at least one.</summary>
    public required EquatableArray<BroadcastChannel> Channels { get; init; }

    /// <summary>Gets the matter that the authority list knows the issue of a notice by; null where it is on no list.</summary>
    public string? Matter { get; init; }

    /// <summary>Finds everything that is wrong with it.</summary>
    /// <returns>The findings, with JSON Pointers.</returns>
    public FindingReport Check()
    {
        var findings = new List<Finding>();
        if (!FieldworkCode.IsOne(Code))
        {
            findings.Add(FieldworkMessages.Fault("/code", FieldworkMessages.Texts["fieldwork.bad-code", Code]));
        }

        if (Limit.Amount == 0)
        {
            findings.Add(FieldworkMessages.Fault("/limit", FieldworkMessages.Texts["fieldwork.no-time", Limit.ToString()]));
        }

        for (var i = 0; i < Warnings.Count; i++)
        {
            if (Warnings[i] <= (i == 0 ? 0 : Warnings[i - 1]) || Warnings[i] >= 1)
            {
                findings.Add(FieldworkMessages.Fault($"/warnings/{i}", FieldworkMessages.Texts["fieldwork.warning-order", Warnings[i]]));
            }
        }

        if (Channels.Count is 0 or > BroadcastPlan.MostChannels)
        {
            findings.Add(FieldworkMessages.Fault("/channels", FieldworkMessages.Texts["fieldwork.channel-count", BroadcastPlan.MostChannels, Channels.Count]));
        }

        FieldworkCode.Check(Channels.Select(static channel => channel.Code), "/channels/{0}/code", findings);
        return new FindingReport(findings);
    }

    internal int ChannelOf(string code)
    {
        for (var i = 0; i < Channels.Count; i++)
        {
            if (string.Equals(Channels[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
