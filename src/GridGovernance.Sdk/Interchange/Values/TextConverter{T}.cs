using System.Text.Json;
using System.Text.Json.Serialization;
using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Interchange.Values;

/// <summary>A value that stands as one text in a file; the checker accepts exactly what the parser reads.</summary>
/// <typeparam name="T">The value.</typeparam>
internal sealed class TextConverter<T> : JsonConverter<T>, IShaped
{
    private readonly TextParser<T> _parse;
    private readonly Func<T, string> _write;

    /// <summary>Creates a converter.</summary>
    /// <param name="what">What the text is, as a message says it.</param>
    /// <param name="example">One text that is accepted.</param>
    /// <param name="parse">Reads the text.</param>
    /// <param name="write">Writes the text that <paramref name="parse"/> reads back as the same value.</param>
    /// <param name="pattern">A regular expression that every accepted text matches, or null.</param>
    /// <param name="format">The format that JSON Schema knows, or null.</param>
    /// <param name="choices">The only texts that are accepted; empty where the list is open.</param>
    internal TextConverter(
        LocalizedText what,
        string example,
        TextParser<T> parse,
        Func<T, string> write,
        string? pattern = null,
        string? format = null,
        EquatableArray<string> choices = default)
    {
        _parse = parse;
        _write = write;
        Shape = new TextShape
        {
            What = what,
            Example = example,
            Pattern = pattern,
            Format = format,
            Choices = choices,
            Accepts = text => parse(text, out _),
        };
    }

    private TextShape Shape { get; }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && _parse(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"Expected {Shape.What}, such as \"{Shape.Example}\".");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(_write(value));

    Shape IShaped.GetShape(Func<Type, Shape> shapeOf) => Shape;
}
