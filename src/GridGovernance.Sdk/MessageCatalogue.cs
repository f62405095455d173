using System.Globalization;
using System.Reflection;
using System.Resources;

namespace GridGovernance.Sdk;

/// <summary>The messages of one room: the resources <c>Messages</c> and <c>Messages.zh-Hans</c> in its folder.</summary>
/// <remarks>
/// <para>A package on top of this one, or a host, keeps its messages alike. Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class MessageCatalogue
{
    private readonly ResourceManager _resources;

    /// <summary>Creates the catalogue of a room.</summary>
    /// <param name="room">The room's namespace, such as <c>GridGovernance.Sdk.Coverage</c>.</param>
    /// <param name="assembly">The assembly that holds the resources.</param>
    /// <exception cref="ArgumentException"><paramref name="room"/> is null or empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="assembly"/> is null.</exception>
    public MessageCatalogue(string room, Assembly assembly)
    {
        ArgumentException.ThrowIfNullOrEmpty(room);
        ArgumentNullException.ThrowIfNull(assembly);
        _resources = new ResourceManager(room + ".Messages", assembly);
    }

    /// <summary>Gets the culture of the Chinese texts, which <c>zh-CN</c> and <c>zh-SG</c> both fall back to.</summary>
    internal static CultureInfo Chinese { get; } = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary>Creates a message.</summary>
    /// <param name="code">The key of the text, such as <c>coverage.gap</c>.</param>
    /// <param name="values">The values, in the order of the placeholders.</param>
    /// <returns>The message; its text is looked up when asked for.</returns>
    public Message this[string code, params ReadOnlySpan<object?> values] => Message.FromResources(_resources, code, values);
}
