using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Grids;

/// <summary>The code (编码) of a grid or of any area above it, such as <c>511921100201001002</c>.</summary>
/// <remarks>
/// <para>It guarantees 1 to 40 ASCII letters and digits; what its segments mean, the <see cref="GridScheme"/> knows.</para>
/// <para>Equality and ordering are ordinal over the text. The default value is <see cref="None"/>. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct GridCode : IParsable<GridCode>, IComparable<GridCode>
{
    /// <summary>The most characters that a code may have.</summary>
    public const int MostCharacters = 40;

    private readonly string? _text;

    private GridCode(string text) => _text = text;

    /// <summary>Gets the code of nothing: the default value, with an empty text.</summary>
    public static GridCode None => default;

    /// <summary>Gets the number of characters; 0 for <see cref="None"/>.</summary>
    public int Length => _text?.Length ?? 0;

    /// <summary>Says whether one code comes before another.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it does.</returns>
    public static bool operator <(GridCode left, GridCode right) => left.CompareTo(right) < 0;

    /// <summary>Says whether one code comes after another.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it does.</returns>
    public static bool operator >(GridCode left, GridCode right) => left.CompareTo(right) > 0;

    /// <summary>Says whether one code comes before another or equals it.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it does.</returns>
    public static bool operator <=(GridCode left, GridCode right) => left.CompareTo(right) <= 0;

    /// <summary>Says whether one code comes after another or equals it.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it does.</returns>
    public static bool operator >=(GridCode left, GridCode right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a code from its text.</summary>
    /// <param name="text">1 to 40 ASCII letters and digits.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is anything else.</exception>
    public static GridCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var result)
            ? result
            : throw new FormatException($"\"{text}\" is not a grid code: expected 1 to {MostCharacters} letters and digits.");
    }

    /// <summary>Tries to read a code from its text.</summary>
    /// <param name="text">1 to 40 ASCII letters and digits.</param>
    /// <param name="result">The code, or <see cref="None"/>.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out GridCode result)
    {
        var valid = text is { Length: > 0 and <= MostCharacters } && text.All(char.IsAsciiLetterOrDigit);
        result = valid ? new GridCode(text!) : None;
        return valid;
    }

    /// <inheritdoc/>
    static GridCode IParsable<GridCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<GridCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GridCode result) => TryParse(s, out result);

    /// <summary>Returns the beginning of the code.</summary>
    /// <param name="length">How many characters.</param>
    /// <returns>The shorter code; <see cref="None"/> for 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is outside 0..<see cref="Length"/>.</exception>
    public GridCode Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        return length == 0 ? None : new GridCode(_text![..length]);
    }

    /// <summary>Says whether the code begins with another.</summary>
    /// <param name="prefix">The other.</param>
    /// <returns>True when it does; every code begins with <see cref="None"/> and with itself.</returns>
    public bool StartsWith(GridCode prefix) => ToString().StartsWith(prefix.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(GridCode other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>Returns the text, which <see cref="Parse"/> reads.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text ?? "";
}
