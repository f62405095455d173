namespace GridGovernance.Sdk.Staffing;

/// <summary>The messages of this room.</summary>
internal static class StaffingMessages
{
    /// <summary>Gets the catalogue over <c>Messages.resx</c> and <c>Messages.zh-Hans.resx</c> beside this file.</summary>
    internal static MessageCatalogue Catalogue { get; } = new(typeof(StaffingMessages).Namespace!, typeof(StaffingMessages).Assembly);
}
