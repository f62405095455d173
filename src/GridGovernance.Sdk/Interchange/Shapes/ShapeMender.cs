using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>Turns a faulty document into the nearest one of the right shape, so that what depends on it can still be checked.</summary>
/// <remarks>What it returns is for looking at, never for use: a faulty optional member is left out, a faulty required one replaced by something neutral.</remarks>
internal static class ShapeMender
{
    private const string NeutralText = "unreadable";

    /// <summary>Mends a value.</summary>
    /// <param name="value">The value; undefined where there is none.</param>
    /// <param name="shape">What it should look like.</param>
    /// <returns>A value of that shape.</returns>
    internal static JsonNode Mend(JsonElement value, Shape shape) => TryMend(value, shape) ?? Neutral(shape);

    private static JsonNode? TryMend(JsonElement value, Shape shape) => (shape, value.ValueKind) switch
    {
        (ObjectShape type, JsonValueKind.Object) => MendObject(value, type),
        (ListShape list, JsonValueKind.Array) => new JsonArray([.. value.EnumerateArray().Select(item => Mend(item, list.Item))]),
        (TextShape text, JsonValueKind.String) when text.Accepts(value.GetString()!) => value.GetString(),
        (TextShape text, JsonValueKind.Number) when text.Accepts(value.GetRawText()) => value.GetRawText(),
        (NumberShape number, JsonValueKind.Number) when number.Fits(value) => JsonValue.Create(value),
        (BooleanShape, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        _ => null,
    };

    private static JsonObject MendObject(JsonElement value, ObjectShape type)
    {
        var mended = new JsonObject();
        foreach (var member in type.Members)
        {
            var node = value.TryGetProperty(member.Name, out var found) ? TryMend(found, member.Shape) : null;
            if ((node ?? (member.Required ? Neutral(member.Shape) : null)) is { } known)
            {
                mended[member.Name] = known;
            }
        }

        return mended;
    }

    private static JsonNode Neutral(Shape shape) => shape switch
    {
        ObjectShape type => MendObject(JsonElement.Parse("{}"), type),
        ListShape => new JsonArray(),
        NumberShape => 1,
        BooleanShape => false,
        TextShape { Choices.Count: > 0 } text => text.Choices[0],
        TextShape text => text.Example ?? NeutralText,
        _ => throw new ArgumentException($"\"{shape.GetType().Name}\" has no neutral value.", nameof(shape)),
    };
}
