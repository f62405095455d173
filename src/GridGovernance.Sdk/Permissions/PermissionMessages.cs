namespace GridGovernance.Sdk.Permissions;

/// <summary>The messages of this room.</summary>
internal static class PermissionMessages
{
    /// <summary>Gets the catalogue over <c>Messages.resx</c> and <c>Messages.zh-Hans.resx</c> beside this file.</summary>
    internal static MessageCatalogue Catalogue { get; } = new(typeof(PermissionMessages).Namespace!, typeof(PermissionMessages).Assembly);
}
