using System.Globalization;
using GridGovernance.Sdk;

namespace CountyQuickstart;

/// <summary>The language that a run speaks to its reader. Names of places stay Chinese in both.</summary>
internal sealed class Language
{
    private Language(string code, CultureInfo culture) => (Code, Culture) = (code, culture);

    internal static Language English { get; } = new("en", CultureInfo.InvariantCulture);

    internal static Language Chinese { get; } = new("zh", CultureInfo.GetCultureInfo("zh-Hans"));

    /// <summary>Gets <c>en</c> or <c>zh</c>.</summary>
    internal string Code { get; }

    /// <summary>Gets the culture that the library's own messages are asked for in.</summary>
    internal CultureInfo Culture { get; }

    internal static Language Of(string code) => string.Equals(code, "zh", StringComparison.Ordinal) ? Chinese : English;

    internal string Say(string en, string zh) => ReferenceEquals(this, Chinese) ? zh : en;

    internal string Say(LocalizedText text) => text.ToString(Culture);

    internal string Say(Message message) => message.ToString(Culture);

    /// <summary>Writes a count with thousands apart.</summary>
    internal static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Writes a share of 1 in percent; "unknown" is not zero and prints as a dash.</summary>
    internal static string Percent(decimal? share) =>
        share is null ? "–" : (share.Value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>Writes a score; a unit without one prints as a dash.</summary>
    internal static string Score(decimal? score, int decimals = 2) =>
        score?.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? "–";
}
