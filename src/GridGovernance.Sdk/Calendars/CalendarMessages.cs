namespace GridGovernance.Sdk.Calendars;

/// <summary>The messages of this room.</summary>
internal static class CalendarMessages
{
    /// <summary>Gets the catalogue.</summary>
    internal static MessageCatalogue All { get; } = new(typeof(CalendarMessages).Namespace!, typeof(CalendarMessages).Assembly);
}
