using System.Globalization;
using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>Writes a shape as JSON Schema (draft 2020-12): the root in place, every other object once under <c>$defs</c>.</summary>
internal sealed class SchemaWriter
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";
    private readonly ObjectShape? _root;
    private readonly CultureInfo _culture;
    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);

    private SchemaWriter(ObjectShape? root, CultureInfo culture)
    {
        _root = root;
        _culture = culture;
    }

    /// <summary>Writes the schema of one object.</summary>
    /// <param name="root">The shape.</param>
    /// <param name="culture">The language of its descriptions.</param>
    /// <returns>The schema.</returns>
    internal static JsonObject Write(ObjectShape root, CultureInfo culture)
    {
        var writer = new SchemaWriter(root, culture);
        var schema = new JsonObject { ["$schema"] = Draft, ["title"] = root.Name };
        writer.Object(schema, root);
        if (writer._definitions.Count > 0)
        {
            schema["$defs"] = new JsonObject(writer._definitions);
        }

        return schema;
    }

    /// <summary>Writes the schema of a line of a log, which is of one of several kinds: the kind's name stands beside the object.</summary>
    /// <param name="name">The name of a line, which its description bears too.</param>
    /// <param name="key">The member that holds the id of what the line is about.</param>
    /// <param name="kinds">The names of the kinds and their shapes.</param>
    /// <param name="culture">The language of its descriptions.</param>
    /// <returns>The schema.</returns>
    internal static JsonObject WriteLine(string name, string key, IEnumerable<(string Name, ObjectShape Shape)> kinds, CultureInfo culture)
    {
        var writer = new SchemaWriter(null, culture);
        var lines = new JsonArray();
        foreach (var (kind, shape) in kinds)
        {
            lines.Add((JsonNode)new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    [key] = writer.Describe(new JsonObject { ["type"] = "string", ["pattern"] = "." }, $"{name}.{key}"),
                    ["type"] = writer.Describe(new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(kind) }, name + ".type"),
                    ["event"] = writer.Describe(writer.Reference(shape), name + ".event"),
                },
                ["required"] = new JsonArray(key, "type", "event"),
                ["additionalProperties"] = false,
            });
        }

        var schema = writer.Describe(new JsonObject { ["$schema"] = Draft, ["title"] = name }, name);
        schema["type"] = "object";
        schema["anyOf"] = lines;
        schema["$defs"] = new JsonObject(writer._definitions);
        return schema;
    }

    private void Object(JsonObject schema, ObjectShape shape)
    {
        var members = new JsonObject();
        foreach (var member in shape.Members)
        {
            members[member.Name] = Describe(Member(member), shape.Name + "." + member.Name);
        }

        Describe(schema, shape.Name);

        schema["type"] = "object";
        schema["properties"] = members;
        schema["required"] = new JsonArray([.. shape.Members.Where(static member => member.Required).Select(static member => (JsonNode)member.Name)]);
        schema["additionalProperties"] = false;
    }

    // In draft 2020-12 a description may stand beside a reference.
    private JsonObject Describe(JsonObject schema, string key)
    {
        if (FieldTexts.Find(key, _culture) is { } text)
        {
            schema["description"] = text;
        }

        return schema;
    }

    private JsonObject Member(MemberShape member)
    {
        var value = Value(member.Shape);
        if (member.Nullable)
        {
            value = Nullable(value);
        }

        if (member.Default is not null)
        {
            value["default"] = member.Default.DeepClone();
        }

        return value;
    }

    private static JsonObject Nullable(JsonObject value)
    {
        if (value["type"] is not { } type)
        {
            return new JsonObject { ["anyOf"] = new JsonArray(value, new JsonObject { ["type"] = "null" }) };
        }

        value["type"] = new JsonArray(type.DeepClone(), "null");
        (value["enum"] as JsonArray)?.Add(null);
        return value;
    }

    private JsonObject Value(Shape shape) => shape switch
    {
        ObjectShape type => Reference(type),
        ListShape list => new JsonObject { ["type"] = "array", ["items"] = Value(list.Item) },
        NumberShape number => new JsonObject { ["type"] = number.IsInteger ? "integer" : "number" },
        BooleanShape => new JsonObject { ["type"] = "boolean" },
        _ => Text((TextShape)shape),
    };

    private JsonObject Reference(ObjectShape type)
    {
        if (ReferenceEquals(type, _root))
        {
            return new JsonObject { ["$ref"] = "#" };
        }

        if (!_definitions.ContainsKey(type.Name))
        {
            var definition = new JsonObject();
            _definitions.Add(type.Name, definition);
            Object(definition, type);
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + type.Name };
    }

    private static JsonObject Text(TextShape text)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (text.Choices.Count > 0)
        {
            schema["enum"] = new JsonArray([.. text.Choices.Select(static choice => (JsonNode)choice)]);
        }

        if (text.Format is not null)
        {
            schema["format"] = text.Format;
        }

        if (text.Pattern is not null)
        {
            schema["pattern"] = text.Pattern;
        }

        if (text.Example is not null)
        {
            schema["examples"] = new JsonArray(text.Example);
        }

        return schema;
    }
}
