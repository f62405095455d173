using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Cases;

/// <summary>Says which tier (日常、一般、严重) a report falls into; of several rules the first that fits decides.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Tier">The tier.</param>
/// <param name="Reason">Why, as it is told to whoever asks.</param>
public sealed record TierRule(string Tier, LocalizedText Reason)
{
    /// <summary>Gets the matters, or their classes, that it is about; all where empty.</summary>
    public EquatableArray<string> Matters { get; init; }

    /// <summary>Gets the channels that it is about; all where empty.</summary>
    public EquatableArray<string> Channels { get; init; }

    /// <summary>Says whether the rule fits a report.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="channel">The code of the channel.</param>
    /// <returns>True when it does.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public bool Fits(Matter matter, string channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(matter);
        return (Matters.Count == 0 || Matters.Contains(matter.Code) || Matters.Contains(matter.Class)) && (Channels.Count == 0 || Channels.Contains(channel));
    }

    /// <summary>Chooses the rule for a report.</summary>
    /// <param name="rules">The rules, in order.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="channel">The code of the channel.</param>
    /// <returns>The first rule that fits; else one that says that the catalogue gives the matter its tier; null where the catalogue gives none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TierRule? Choose(EquatableArray<TierRule> rules, Matter matter, string channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(matter);
        return rules.FirstOrDefault(rule => rule.Fits(matter, channel))
            ?? (matter.Tier is { } tier ? new TierRule(tier, new LocalizedText("The catalogue of matters gives it.", "按事项目录确定。")) { Matters = [matter.Code] } : null);
    }
}
