using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A post at a unit (席位): what a case is dispatched to, whoever holds it.</summary>
/// <remarks>
/// <para>Equality is ordinal over both codes. The default value has neither; its text is empty.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Post">The code of the post.</param>
/// <param name="Unit">The unit: a grid code, or the code of a department for posts of departments.</param>
public readonly record struct Seat(string Post, string Unit) : IParsable<Seat>
{
    /// <summary>Reads a seat from its text.</summary>
    /// <param name="text">The text, such as <c>grid-worker@511921100201001</c>.</param>
    /// <returns>The seat.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not a post, an at sign and a unit.</exception>
    public static Seat Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var result)
            ? result
            : throw new FormatException($"\"{text}\" is not a seat: expected \"post@unit\".");
    }

    /// <summary>Tries to read a seat from its text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="result">The seat, or the default value.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Seat result)
    {
        var at = text?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        var valid = at > 0 && at < text!.Length - 1 && text.IndexOf('@', at + 1) < 0;
        result = valid ? new Seat(text![..at], text[(at + 1)..]) : default;
        return valid;
    }

    /// <inheritdoc/>
    static Seat IParsable<Seat>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<Seat>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Seat result) => TryParse(s, out result);

    /// <summary>Returns <c>post@unit</c>, which <see cref="Parse"/> reads.</summary>
    /// <returns>The text; empty for the default value.</returns>
    public override string ToString() => Post is null && Unit is null ? "" : $"{Post}@{Unit}";
}
