using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace GridGovernance.Sdk;

/// <summary>The SHA-256 of a definition's canonical bytes: two definitions with one hash mean the same.</summary>
/// <remarks>
/// <para>Equality is ordinal over the text. The default value is <see cref="None"/>. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct ContentHash : IParsable<ContentHash>
{
    private const int TextLength = 64;
    private readonly string? _text;

    private ContentHash(string text) => _text = text;

    /// <summary>Gets the hash of nothing: the default value, with an empty text.</summary>
    public static ContentHash None => default;

    /// <summary>Computes the hash of some bytes.</summary>
    /// <param name="content">The canonical bytes.</param>
    /// <returns>The hash.</returns>
    public static ContentHash Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Reads a hash from its text.</summary>
    /// <param name="s">64 lower-case hexadecimal digits.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is anything else.</exception>
    public static ContentHash Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var result)
            ? result
            : throw new FormatException($"\"{s}\" is not a content hash: expected {TextLength} lower-case hexadecimal digits.");
    }

    /// <summary>Tries to read a hash from its text.</summary>
    /// <param name="s">64 lower-case hexadecimal digits.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The hash, or <see cref="None"/>.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ContentHash result)
    {
        var valid = s is { Length: TextLength } && s.All(static c => char.IsAsciiHexDigitLower(c) || char.IsAsciiDigit(c));
        result = valid ? new ContentHash(s!) : None;
        return valid;
    }

    /// <summary>Returns 64 lower-case hexadecimal digits, or nothing for <see cref="None"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text ?? "";
}
