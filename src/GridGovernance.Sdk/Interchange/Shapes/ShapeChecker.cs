using System.Text.Json;

namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>Compares a JSON document with a shape and reports everything that differs, not the first thing.</summary>
/// <param name="findings">Takes the findings; their places are JSON Pointers.</param>
/// <param name="maxTextLength">The longest text, in UTF-16 units.</param>
internal sealed class ShapeChecker(ICollection<Finding> findings, int maxTextLength)
{
    /// <summary>Gets the way to the value that is being checked.</summary>
    internal ShapePath Path { get; } = new();

    /// <summary>Checks one value and all inside it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="shape">What it must look like.</param>
    /// <param name="nullable">Whether null is allowed.</param>
    internal void Check(JsonElement value, Shape shape, bool nullable = false)
    {
        if (nullable && value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        switch (shape, value.ValueKind)
        {
            case (ObjectShape type, JsonValueKind.Object):
                CheckObject(value, type);
                break;
            case (ListShape list, JsonValueKind.Array):
                CheckList(value, list);
                break;
            case (TextShape text, JsonValueKind.String):
                CheckText(value.GetString()!, text);
                break;
            case (NumberShape number, JsonValueKind.Number) when number.Fits(value):
            case (BooleanShape, JsonValueKind.True or JsonValueKind.False):
                break;
            default:
                Report("interchange.wrong-type", Path.Name(), shape.Expected, Describe(value));
                break;
        }
    }

    /// <summary>Checks a row whose header lacks columns.</summary>
    /// <param name="row">The row as an object.</param>
    /// <param name="shape">What it must look like.</param>
    /// <param name="absent">The columns that the header lacks, which is said once there and not again in each row.</param>
    internal void Check(JsonElement row, ObjectShape shape, HashSet<MemberShape> absent) => CheckObject(row, shape, absent);

    private static object Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new LocalizedText("an object", "一个对象"),
        JsonValueKind.Array => new LocalizedText("a list", "一个列表"),
        JsonValueKind.String => $"\"{Shorten(value.GetString()!)}\"",
        _ => Shorten(value.GetRawText()),
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private void CheckObject(JsonElement value, ObjectShape type, HashSet<MemberShape>? absent = null)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (type.Find(property.Name) is not { } member)
            {
                Path.Push(property.Name);
                Report("interchange.unknown-member", Shorten(property.Name), string.Join(", ", type.Members.Select(static known => known.Name)));
                Path.Pop();
                continue;
            }

            Path.Push(member.Name);
            Check(property.Value, member.Shape, member.Nullable);
            Path.Pop();
        }

        foreach (var member in type.Members)
        {
            if (member.Required && !value.TryGetProperty(member.Name, out _) && absent?.Contains(member) != true)
            {
                Path.Push(member.Name);
                Report("interchange.missing-member", member.Name, member.Shape.Expected);
                Path.Pop();
            }
        }
    }

    private void CheckList(JsonElement value, ListShape list)
    {
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Path.Push(index++);
            Check(item, list.Item);
            Path.Pop();
        }
    }

    private void CheckText(string text, TextShape shape)
    {
        if (text.Length > maxTextLength)
        {
            Report("interchange.text-too-long", Path.Name(), maxTextLength, text.Length);
        }
        else if (shape.Accepts(text))
        {
            return;
        }
        else if (shape.Choices.Count > 0)
        {
            Report("interchange.unknown-value", Path.Name(), string.Join(", ", shape.Choices), Shorten(text));
        }
        else
        {
            Report("interchange.malformed", Path.Name(), shape.What, shape.Example, Shorten(text));
        }
    }

    private void Report(string code, params ReadOnlySpan<object?> values) =>
        findings.Add(Finding.Error(InterchangeMessages.All[code, values], FindingPlace.At(Path.ToString())));
}
