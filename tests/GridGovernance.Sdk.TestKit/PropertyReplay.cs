using System.Globalization;

namespace GridGovernance.Sdk.TestKit;

/// <summary>Where FsCheck's random numbers start: the whole of a run, or one case of it.</summary>
/// <remarks>As text: <c>seed,gamma</c> for a run, <c>seed,gamma,size</c> for one case. Equality is by value.</remarks>
/// <param name="Seed">The seed.</param>
/// <param name="Gamma">The increment, an odd number.</param>
/// <param name="Size">The size of the one case; null for a whole run.</param>
public sealed record PropertyReplay(ulong Seed, ulong Gamma, int? Size)
{
    /// <summary>Reads a replay.</summary>
    /// <param name="text">Two or three whole numbers with commas between.</param>
    /// <returns>The replay.</returns>
    /// <exception cref="FormatException"><paramref name="text"/> is anything else, or gamma is even.</exception>
    public static PropertyReplay Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(',');
        var size = 0;
        return parts.Length is 2 or 3
            && Read(parts[0], out var seed)
            && Read(parts[1], out var gamma)
            && gamma % 2 == 1
            && (parts.Length == 2 || int.TryParse(parts[2], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out size))
            ? new PropertyReplay(seed, gamma, parts.Length == 3 ? size : null)
            : throw new FormatException($"A replay must be \"seed,gamma\" or \"seed,gamma,size\" in whole numbers with an odd gamma, but is \"{text}\".");
    }

    /// <summary>Returns the text that <see cref="Parse"/> reads.</summary>
    /// <returns>Two or three numbers with commas between.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Seed},{Gamma}") + (Size is { } size ? string.Create(CultureInfo.InvariantCulture, $",{size}") : "");

    private static bool Read(string text, out ulong value) => ulong.TryParse(text, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out value);
}
