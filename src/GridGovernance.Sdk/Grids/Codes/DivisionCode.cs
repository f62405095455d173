using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridGovernance.Sdk.Grids;

/// <summary>An administrative division code (行政区划代码) of a county, a township or a village: 6, 9 or 12 digits whose structure is valid.</summary>
/// <remarks>
/// <para>Structure only, never existence: the first six digits follow GB/T 2260 (digits 3–4: 01–20, 21–50, 51–70 or 90; digits 5–6: 01–99
/// for a county), the next three GB/T 10114 (001–099 street, 100–199 town, 200–399 township, 400–599 enterprise unit), the last three the
/// statistical code of 国统字〔2009〕91号 (001–199 and 400–499 communities, 200–399 and 500–599 villages).</para>
/// <para>Equality is ordinal over the digits. The default value is no code, with an empty text. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct DivisionCode : IParsable<DivisionCode>
{
    private readonly string? _digits;

    private DivisionCode(string digits) => _digits = digits;

    /// <summary>Gets the number of digits: 6 for a county, 9 for a township, 12 for a village or community; 0 for the default value.</summary>
    public int Length => _digits?.Length ?? 0;

    /// <summary>Gets how high the division stands; null for the default value.</summary>
    public DivisionLevel? Level => Length == 0 ? null : (DivisionLevel)((Length - 6) / 3);

    /// <summary>Gets what the last segment says that the division is; null for the default value.</summary>
    public DivisionKind? Kind => Length switch
    {
        6 => Segment(_digits!, 4, 2) switch { <= 20 => DivisionKind.District, <= 80 => DivisionKind.County, _ => DivisionKind.CountyLevelCity },
        9 => Segment(_digits!, 6, 3) switch { <= 99 => DivisionKind.Street, <= 199 => DivisionKind.Town, <= 399 => DivisionKind.Township, _ => DivisionKind.EnterpriseUnit },
        12 => Segment(_digits!, 9, 3) switch
        {
            498 => DivisionKind.VirtualCommunity,
            598 => DivisionKind.VirtualLivingArea,
            <= 199 => DivisionKind.ResidentsCommittee,
            <= 399 => DivisionKind.VillagersCommittee,
            <= 499 => DivisionKind.LikeResidentsCommittee,
            _ => DivisionKind.LikeVillagersCommittee,
        },
        _ => null,
    };

    /// <summary>Gets the code of the division that this one lies in; null for a county and for the default value.</summary>
    public DivisionCode? Parent => Length > 6 ? new DivisionCode(_digits![..^3]) : null;

    /// <summary>Reads a code.</summary>
    /// <param name="s">6, 9 or 12 digits.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is anything else, or a segment is outside its range.</exception>
    public static DivisionCode Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var result)
            ? result
            : throw new FormatException($"\"{s}\" is not a division code: expected 6, 9 or 12 digits with every segment in its range.");
    }

    /// <summary>Tries to read a code.</summary>
    /// <param name="s">6, 9 or 12 digits.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The code, or the default value.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DivisionCode result)
    {
        var valid = s is { Length: 6 or 9 or 12 } && s.All(char.IsAsciiDigit)
            && IsCounty(s)
            && (s.Length < 9 || Segment(s, 6, 3) is >= 1 and <= 599)
            && (s.Length < 12 || Segment(s, 9, 3) is >= 1 and <= 599);
        result = valid ? new DivisionCode(s!) : default;
        return valid;
    }

    /// <summary>Tries to read a code that is padded with zeros to 9 or 12 digits, such as <c>220581102000</c>.</summary>
    /// <param name="text">6, 9 or 12 digits; whole segments of zeros at the end are dropped.</param>
    /// <param name="result">The code without padding, or the default value.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryNormalise([NotNullWhen(true)] string? text, out DivisionCode result)
    {
        while (text is { Length: 9 or 12 } && text.EndsWith("000", StringComparison.Ordinal))
        {
            text = text[..^3];
        }

        return TryParse(text, null, out result);
    }

    /// <summary>Returns the code of the division at a level that this one lies in.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The code, or this one at its own level; null when the level lies below, or for the default value.</returns>
    public DivisionCode? Truncate(DivisionLevel level)
    {
        var length = 6 + (3 * (int)level);
        return Length >= length ? new DivisionCode(_digits![..length]) : null;
    }

    /// <summary>Returns the code padded with zeros to 12 digits, as statistics write it.</summary>
    /// <returns>12 digits; empty for the default value.</returns>
    public string ToPadded() => _digits?.PadRight(12, '0') ?? "";

    /// <summary>Says whether another division lies in this one; none lies in itself.</summary>
    /// <param name="other">The narrower division.</param>
    /// <returns>True when this code is a proper beginning of the other.</returns>
    public bool IsAncestorOf(DivisionCode other) => other.IsWithin(this);

    /// <summary>Says whether this division lies in another one; none lies in itself.</summary>
    /// <param name="other">The wider division.</param>
    /// <returns>True when the other code is a proper beginning of this one.</returns>
    public bool IsWithin(DivisionCode other) =>
        Length > other.Length && other.Length > 0 && _digits!.StartsWith(other._digits!, StringComparison.Ordinal);

    /// <summary>Returns the digits, or nothing for the default value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _digits ?? "";

    private static bool IsCounty(string digits) =>
        Segment(digits, 0, 2) is >= 11 and <= 82
        && Segment(digits, 2, 2) is (>= 1 and <= 70) or 90
        && Segment(digits, 4, 2) is >= 1 and <= 99;

    private static int Segment(string digits, int start, int length) =>
        int.Parse(digits.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
}
