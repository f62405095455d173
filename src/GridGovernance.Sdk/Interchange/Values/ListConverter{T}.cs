using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Interchange.Values;

/// <summary>A list, as a JSON array.</summary>
/// <remarks>Closed over each element type at compile time, so that it needs no reflection.</remarks>
/// <typeparam name="T">The element.</typeparam>
internal sealed class ListConverter<T> : JsonConverter<EquatableArray<T>>, IShaped
{
    public override EquatableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected a list.");
        }

        var contract = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonSerializer.Deserialize(ref reader, contract) ?? throw new JsonException("Expected an item, but found null."));
        }

        return EquatableArray.From(items);
    }

    public override void Write(Utf8JsonWriter writer, EquatableArray<T> value, JsonSerializerOptions options)
    {
        var contract = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        foreach (var item in value)
        {
            JsonSerializer.Serialize(writer, item, contract);
        }

        writer.WriteEndArray();
    }

    Shape IShaped.GetShape(Func<Type, Shape> shapeOf) => new ListShape(shapeOf(typeof(T)));
}
