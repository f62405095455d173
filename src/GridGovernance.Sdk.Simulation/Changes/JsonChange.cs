using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Simulation.Changes;

/// <summary>Sets one value in a JSON document: members by name, items of a list by what names them or by position.</summary>
internal static class JsonChange
{
    private const string OneMore = "+";
    private static readonly string[] Keys = ["code", "tier", "state", "size", "category", "post", "matter"];
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>Sets the value.</summary>
    /// <param name="root">The document; changed in place.</param>
    /// <param name="parts">The path from the document's root.</param>
    /// <param name="value">The value: JSON, or a bare text.</param>
    /// <returns>Null when it is set; otherwise the first part of the path that leads nowhere.</returns>
    internal static string? Set(JsonNode root, ReadOnlySpan<string> parts, string value)
    {
        var node = root;
        for (var i = 0; i < parts.Length - 1; i++)
        {
            if ((Step(node, parts[i]) ?? (i == parts.Length - 2 && parts[^1] == OneMore ? FirstOf(node, parts[i]) : null)) is not { } next)
            {
                return parts[i];
            }

            node = next;
        }

        return Put(node, parts[^1], value) ? null : parts[^1];
    }

    private static JsonNode? Step(JsonNode node, string part) => node switch
    {
        JsonObject members => members[part],
        JsonArray items when IndexOf(items, part) is >= 0 and var index => items[index],
        _ => null,
    };

    // An empty list does not stand in a file: its first item makes it. Whether there is such a list at all, the reader of the document says.
    private static JsonArray? FirstOf(JsonNode node, string part)
    {
        if (node is not JsonObject members)
        {
            return null;
        }

        var items = new JsonArray();
        members[part] = items;
        return items;
    }

    private static bool Put(JsonNode node, string part, string value)
    {
        switch (node)
        {
            case JsonObject members:
                members[part] = Read(value, members[part]);
                return true;
            case JsonArray items when part == OneMore:
                items.Add(Read(value, null));
                return true;
            case JsonArray items when IndexOf(items, part) is >= 0 and var index:
                if (Read(value, items[index]) is { } item)
                {
                    items[index] = item;
                }
                else
                {
                    items.RemoveAt(index);
                }

                return true;
            default:
                return false;
        }
    }

    private static int IndexOf(JsonArray items, string part)
    {
        foreach (var key in Keys)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonObject item && item[key] is JsonValue code && code.TryGetValue(out string? text) && string.Equals(text, part, StringComparison.Ordinal))
                {
                    return i;
                }
            }
        }

        return int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count ? index : -1;
    }

    // What stood there says what is meant: "5" for a text is the text "5". Null takes an item out; of a member, the reader of the document says whether it may be none.
    private static JsonNode? Read(string value, JsonNode? before)
    {
        if (before is JsonValue old && old.GetValueKind() == JsonValueKind.String && value != "null")
        {
            return JsonValue.Create(Unquoted(value));
        }

        try
        {
            return JsonNode.Parse(value, null, Strict);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }

    private static string Unquoted(string value)
    {
        try
        {
            return value.StartsWith('"') && JsonNode.Parse(value, null, Strict) is JsonValue text && text.TryGetValue(out string? inner) ? inner : value;
        }
        catch (JsonException)
        {
            return value;
        }
    }
}
