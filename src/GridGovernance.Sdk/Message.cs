using System.Globalization;
using System.Resources;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk;

/// <summary>A sentence with a stable code and the values that decided it, whose text is built only when asked for, in English or Chinese.</summary>
/// <remarks>
/// <para>Two messages are equal when code and values are equal. This type is immutable and safe to share between threads.</para>
/// <para>Texts are composite format strings in the <c>Messages</c> resources of the room that the code names before its first dot;
/// a host's own message brings its texts with <see cref="Create(string, LocalizedText, ReadOnlySpan{object})"/>.</para>
/// </remarks>
public sealed class Message : IEquatable<Message>
{
    private readonly ResourceManager? _resources;
    private readonly LocalizedText? _texts;

    private Message(string code, EquatableArray<object?> values, ResourceManager? resources, LocalizedText? texts)
    {
        Code = code;
        Values = values;
        _resources = resources;
        _texts = texts;
    }

    /// <summary>Gets the stable code: the room, a dot, the kind, such as <c>coverage.gap</c>.</summary>
    public string Code { get; }

    /// <summary>Gets the values that decided it, in the order in which the text names them.</summary>
    public EquatableArray<object?> Values { get; }

    /// <summary>Creates a message with its own texts.</summary>
    /// <param name="code">The stable code: a room or a host's own prefix, a dot, the kind.</param>
    /// <param name="texts">Composite format strings (<c>{0}</c>, <c>{1}</c> …) in both languages.</param>
    /// <param name="values">The values, in the order of the placeholders.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    public static Message Create(string code, LocalizedText texts, params ReadOnlySpan<object?> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(texts);
        return new Message(code, EquatableArray.Create(values), null, texts);
    }

    /// <summary>Returns the text for a culture: Chinese for every <c>zh</c> culture, English for all others.</summary>
    /// <param name="culture">The culture; null for English.</param>
    /// <returns>One sentence.</returns>
    /// <exception cref="FormatException">A message of a host's own has more placeholders than values.</exception>
    public string ToString(CultureInfo? culture)
    {
        var chinese = IsChinese(culture);
        var format = _texts is not null
            ? _texts.ToString(culture)
            : _resources!.GetString(Code, chinese ? MessageCatalogue.Chinese : CultureInfo.InvariantCulture) ?? Code;
        var values = new object?[Values.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Values[i] switch
            {
                LocalizedText label => label.ToString(culture),
                Message inner => inner.ToString(culture),
                LocalDate date => LocalDatePattern.Iso.Format(date),
                Instant at => InstantPattern.General.Format(at),
                var value => value,
            };
        }

        return string.Format(CultureInfo.InvariantCulture, format, values);
    }

    /// <summary>Returns the English text.</summary>
    /// <returns>One sentence.</returns>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(Message? other) =>
        other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal) && Values.Equals(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Message);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Values);

    internal static Message FromResources(ResourceManager resources, string code, ReadOnlySpan<object?> values) =>
        new(code, EquatableArray.Create(values), resources, null);

    internal static bool IsChinese(CultureInfo? culture) =>
        culture is not null && string.Equals(culture.TwoLetterISOLanguageName, "zh", StringComparison.Ordinal);
}
