using System.Globalization;

namespace GridGovernance.Sdk;

/// <summary>A label in the library's two languages, as a definition carries it.</summary>
/// <remarks>
/// <para>Equality is ordinal over both texts. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="En">The English text.</param>
/// <param name="Zh">The Chinese text (简体中文).</param>
public sealed record LocalizedText(string En, string Zh)
{
    /// <summary>Returns the text for a culture: Chinese for every <c>zh</c> culture, English for all others.</summary>
    /// <param name="culture">The culture; null for English.</param>
    /// <returns>The text.</returns>
    public string ToString(CultureInfo? culture) => Message.IsChinese(culture) ? Zh : En;

    /// <summary>Returns the English text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => En;
}
