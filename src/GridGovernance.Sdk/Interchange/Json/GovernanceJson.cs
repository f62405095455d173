using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Reads, writes and describes the definitions of a county as JSON.</summary>
/// <remarks>
/// <para>Reading reports every problem with its line. Writing is canonical (two spaces, line feeds, members that hold their default left
/// out), so that reading a canonical file and writing it back gives the same bytes.</para>
/// <para>Members are camelCase, enumerations kebab-case names, lists arrays; unknown and repeated members are errors; nesting is at most
/// <see cref="MaxDepth"/> deep. This type is safe to share between threads.</para>
/// </remarks>
public static class GovernanceJson
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 32;

    /// <summary>Gets the serialisation contracts of every definition, for a host that embeds definitions in JSON of its own.</summary>
    /// <remarks>Contracts carry their own naming and converters: they mean the same under any options.</remarks>
    public static IJsonTypeInfoResolver Resolver => Format.Resolver;

    internal static JsonFormat Format { get; } = new(GovernanceJsonContext.Default, GovernanceValues.Create());

    /// <summary>Reads a definition.</summary>
    /// <typeparam name="T">The definition.</typeparam>
    /// <param name="content">The bytes of the file: UTF-8, with or without a byte-order mark.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The definition or every problem with its form; whether it makes sense is the room's to say.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a definition of this library.</exception>
    public static ReadResult<T> Read<T>(ReadOnlySpan<byte> content, string file, ImportLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Format.Read<T>(content, file, limits ?? ImportLimits.Default);
    }

    /// <summary>Writes a definition in its canonical form.</summary>
    /// <typeparam name="T">The definition.</typeparam>
    /// <param name="definition">The definition.</param>
    /// <returns>UTF-8 without a byte-order mark, ending in a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a definition of this library.</exception>
    public static byte[] Write<T>(T definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Format.Write(definition);
    }

    /// <summary>Computes the hash of a definition's canonical form.</summary>
    /// <typeparam name="T">The definition.</typeparam>
    /// <param name="definition">The definition.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a definition of this library.</exception>
    public static ContentHash HashOf<T>(T definition) => ContentHash.Of(Write(definition));

    /// <summary>Describes the file of a definition, or one row of a CSV file, as JSON Schema (draft 2020-12).</summary>
    /// <typeparam name="T">The definition, or the row.</typeparam>
    /// <param name="culture">The language of its descriptions: Chinese for every <c>zh</c> culture, English for all others and for null.</param>
    /// <returns>The schema; the caller may change it.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a definition of this library.</exception>
    public static JsonObject SchemaOf<T>(CultureInfo? culture = null) => Format.SchemaOf(typeof(T), culture ?? CultureInfo.InvariantCulture);
}
