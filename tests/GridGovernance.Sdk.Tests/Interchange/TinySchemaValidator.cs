using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridGovernance.Sdk.Tests.Interchange;

/// <summary>A second, simple reading of JSON Schema, independent of the product's checker: the keywords that our schemas use, and no other.</summary>
internal sealed class TinySchemaValidator(JsonObject root)
{
    private static readonly string[] Known =
        ["$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum", "pattern", "format", "examples", "default", "anyOf"];

    internal List<string> Validate(JsonNode? value)
    {
        var faults = new List<string>();
        Check(value, root, "", faults);
        return faults;
    }

    private void Check(JsonNode? value, JsonObject schema, string path, List<string> faults)
    {
        Assert.All(schema.Select(keyword => keyword.Key), keyword => Assert.Contains(keyword, Known));
        if (schema["$ref"] is { } reference)
        {
            var name = (string)reference!;
            Check(value, name == "#" ? root : (JsonObject)root["$defs"]![name["#/$defs/".Length..]]!, path, faults);
            return;
        }

        if (schema["anyOf"] is JsonArray options)
        {
            if (!options.Any(option => new List<string>() is var inner && Passes(value, (JsonObject)option!, inner)))
            {
                faults.Add(path + " anyOf");
            }

            return;
        }

        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
        {
            faults.Add(path + " type");
            return;
        }

        if (schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value)))
        {
            faults.Add(path + " enum");
        }

        if (schema["pattern"] is { } pattern && value is not null && !Regex.IsMatch((string)value!, (string)pattern!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))
        {
            faults.Add(path + " pattern");
        }

        if (value is JsonObject members)
        {
            CheckMembers(members, schema, path, faults);
        }
        else if (value is JsonArray items && schema["items"] is JsonObject item)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Check(items[i], item, $"{path}/{i}", faults);
            }
        }
    }

    private void CheckMembers(JsonObject members, JsonObject schema, string path, List<string> faults)
    {
        var known = (JsonObject)schema["properties"]!;
        faults.AddRange(schema["required"]!.AsArray().Where(name => !members.ContainsKey((string)name!)).Select(name => $"{path}/{name} required"));
        foreach (var (name, value) in members)
        {
            if (known[name] is JsonObject member)
            {
                Check(value, member, $"{path}/{name}", faults);
            }
            else
            {
                faults.Add($"{path}/{name} additionalProperties");
            }
        }
    }

    private bool Passes(JsonNode? value, JsonObject schema, List<string> faults)
    {
        Check(value, schema, "", faults);
        return faults.Count == 0;
    }

    private static string[] Types(JsonNode type) => type is JsonArray many ? [.. many.Select(one => (string)one!)] : [(string)type!];

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
            _ => "boolean",
        },
    };
}
