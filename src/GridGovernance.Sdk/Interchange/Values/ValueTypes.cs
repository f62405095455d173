using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GridGovernance.Sdk.Interchange.Values;

/// <summary>How everything that is not a record of members stands in the files of one <see cref="JsonFormat"/>: texts, lists and choices, by their type.</summary>
/// <remarks>A builder, used once. Every entry names its type at compile time: nothing is found by reflection, so trimming and native compilation are safe. One thread.</remarks>
public sealed class ValueTypes
{
    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _contracts = [];

    internal ValueTypes()
    {
    }

    /// <summary>Begins with all that the definitions of a county use, such as codes, dates, limits and seats.</summary>
    /// <returns>The values, for more to be added.</returns>
    public static ValueTypes OfDefinitions() => GovernanceValues.Create();

    /// <summary>Adds a value that stands as one text.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="what">What the text is, as a message says it.</param>
    /// <param name="example">One text that is accepted.</param>
    /// <param name="parse">Reads the text.</param>
    /// <param name="write">Writes the text that <paramref name="parse"/> reads back as the same value.</param>
    /// <param name="pattern">A regular expression that every accepted text matches, or null.</param>
    /// <returns>This, for the next one.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="pattern"/> is null.</exception>
    /// <exception cref="ArgumentException">The type was added before.</exception>
    public ValueTypes Text<T>(LocalizedText what, string example, TextParser<T> parse, Func<T, string> write, string? pattern = null)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(parse);
        ArgumentNullException.ThrowIfNull(write);
        return Add(new TextConverter<T>(what, example, parse, write, pattern));
    }

    /// <summary>Adds a converter.</summary>
    /// <typeparam name="T">The type it reads and writes.</typeparam>
    /// <param name="converter">The converter.</param>
    /// <returns>This, for the next one.</returns>
    internal ValueTypes Add<T>(JsonConverter<T> converter)
    {
        _contracts.Add(typeof(T), options => JsonMetadataServices.CreateValueInfo<T>(options, converter));
        return this;
    }

    /// <summary>Adds lists of a type.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <returns>This, for the next one.</returns>
    /// <exception cref="ArgumentException">The type was added before.</exception>
    public ValueTypes List<T>() => Add(new ListConverter<T>());

    /// <summary>Adds an enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="except">Values that no file may hold.</param>
    /// <returns>This, for the next one.</returns>
    /// <exception cref="ArgumentException">The type was added before.</exception>
    public ValueTypes Choice<T>(params ReadOnlySpan<T> except)
        where T : struct, Enum => Add(new ChoiceConverter<T>(except));

    internal JsonTypeInfo? Find(Type type, JsonSerializerOptions options) => _contracts.GetValueOrDefault(type)?.Invoke(options);
}
