using System.Globalization;
using System.Resources;

namespace GridGovernance.Sdk.Interchange;

/// <summary>What every member of every file is for, as schemas say it: the resources <c>Fields</c>, keyed by object and member.</summary>
internal static class FieldTexts
{
    private static readonly ResourceManager Texts = new(typeof(FieldTexts).Namespace + ".Fields", typeof(FieldTexts).Assembly);

    /// <summary>Looks a text up.</summary>
    /// <param name="key">The object's name, or the object's, a dot and the member's.</param>
    /// <param name="culture">The language: Chinese for every <c>zh</c> culture, English for all others.</param>
    /// <returns>The text, or null.</returns>
    internal static string? Find(string key, CultureInfo culture) =>
        Texts.GetString(key, Message.IsChinese(culture) ? MessageCatalogue.Chinese : CultureInfo.InvariantCulture);
}
