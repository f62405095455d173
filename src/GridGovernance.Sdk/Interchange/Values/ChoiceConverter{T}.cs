using System.Text.Json;
using System.Text.Json.Serialization;
using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Interchange.Values;

/// <summary>An enumeration that stands in a file as one of its names in kebab case; numbers are refused.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class ChoiceConverter<T> : JsonConverter<T>, IShaped
    where T : struct, Enum
{
    private readonly T[] _values;
    private readonly string[] _names;

    /// <summary>Creates a converter.</summary>
    /// <param name="except">Values that no file may hold.</param>
    internal ChoiceConverter(ReadOnlySpan<T> except)
    {
        var hidden = except.ToArray();
        _values = [.. Enum.GetValues<T>().Except(hidden)];
        _names = [.. _values.Select(static value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()))];
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var index = reader.TokenType == JsonTokenType.String ? Array.IndexOf(_names, reader.GetString()) : -1;
        return index >= 0 ? _values[index] : throw new JsonException($"Expected one of {string.Join(", ", _names)}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var index = Array.IndexOf(_values, value);
        writer.WriteStringValue(index >= 0
            ? _names[index]
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"\"{typeof(T).Name}\" has no such value."));
    }

    Shape IShaped.GetShape(Func<Type, Shape> shapeOf)
    {
        var choices = EquatableArray.Create<string>(_names);
        return new TextShape
        {
            What = new LocalizedText("one of " + string.Join(", ", choices), "下列之一：" + string.Join("、", choices)),
            Choices = choices,
            Accepts = text => choices.Contains(text, StringComparer.Ordinal),
        };
    }
}
