namespace GridGovernance.Sdk.Calendars;

/// <summary>What a province, a county, a department or an ad-hoc closure changes in the calendar.</summary>
/// <remarks>
/// <para>The result does not depend on the order of layers: on each day the layer of the last <see cref="LayerKind"/> decides; among layers of
/// one kind, off wins over worked, different hours shrink to what they share, and a closure of some hours is always taken out.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record CalendarLayer
{
    /// <summary>Gets the code, unique in the calendar.</summary>
    public required string Code { get; init; }

    /// <summary>Gets whose layer it is.</summary>
    public required LayerKind Kind { get; init; }

    /// <summary>Gets the name for people; null for the code.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the rules.</summary>
    public EquatableArray<CalendarDayRule> Days { get; init; }
}
