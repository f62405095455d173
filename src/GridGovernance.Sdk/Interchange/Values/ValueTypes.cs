using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GridGovernance.Sdk.Interchange.Values;

/// <summary>The converters of a set of contracts, by the type that each reads and writes.</summary>
/// <remarks>Every entry names its type at compile time: nothing is found by reflection, so trimming and native compilation are safe.</remarks>
internal sealed class ValueTypes
{
    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _contracts = [];

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
    internal ValueTypes List<T>() => Add(new ListConverter<T>());

    /// <summary>Adds an enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="except">Values that no file may hold.</param>
    /// <returns>This, for the next one.</returns>
    internal ValueTypes Choice<T>(params ReadOnlySpan<T> except)
        where T : struct, Enum => Add(new ChoiceConverter<T>(except));

    internal JsonTypeInfo? Find(Type type, JsonSerializerOptions options) => _contracts.GetValueOrDefault(type)?.Invoke(options);
}
