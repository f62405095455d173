using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Limits for reaching every household as places publish them, side by side.</summary>
public static class BroadcastPresets
{
    /// <summary>Gets 通江县: any emergency reaches every household within one hour (S4-7). Warnings at half and four fifths are ours.</summary>
    public static BroadcastPolicy Tongjiang { get; } = new()
    {
        Code = "tongjiang-1-hour",
        Title = new LocalizedText("Every household within one hour", "1小时内通知到每家每户"),
        Source = new LocalizedText("Tongjiang County: any emergency reaches every household within one hour", "通江县：任何突发事件，1小时内都能将信息传递到全县每家每户"),
        Limit = new TimeLimit(1, LimitUnit.UrgentHours),
        Warnings = [0.5m, 0.8m],
        Channels = Channels,
    };

    /// <summary>Gets 成都, as commonly reported: micro-grids reach everybody within three to five hours; the longer counts here.</summary>
    public static BroadcastPolicy Chengdu { get; } = new()
    {
        Code = "chengdu-5-hours",
        Title = new LocalizedText("Everybody within five hours", "3至5小时内通知到人"),
        Source = new LocalizedText("Chengdu, as commonly reported: 3 to 5 hours", "成都（据公开报道）：微网格3至5小时触达"),
        Limit = new TimeLimit(5, LimitUnit.UrgentHours),
        Warnings = [0.6m],
        Channels = Channels,
    };

    /// <summary>Gets both, in the order of their limits.</summary>
    public static EquatableArray<BroadcastPolicy> All { get; } = [Tongjiang, Chengdu];

    // No source names an order of channels: this one goes from the fastest to the surest.
    private static EquatableArray<BroadcastChannel> Channels =>
    [
        new() { Code = "loudspeaker", Name = new LocalizedText("Loudspeaker", "广播喇叭") },
        new() { Code = "group-message", Name = new LocalizedText("Group message", "微信群") },
        new() { Code = "telephone", Name = new LocalizedText("Telephone", "电话") },
        new() { Code = "door-to-door", Name = new LocalizedText("Door to door", "上门") },
    ];
}
