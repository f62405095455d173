using System.Text.Json;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>Names what stands in a JSON text, for messages.</summary>
internal static class JsonTokens
{
    /// <summary>Names a token.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The name in both languages.</returns>
    internal static LocalizedText Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => new LocalizedText("an object", "一个对象"),
        JsonTokenType.StartArray => new LocalizedText("a list", "一个列表"),
        JsonTokenType.String => new LocalizedText("text", "文本"),
        JsonTokenType.Number => new LocalizedText("a number", "数字"),
        JsonTokenType.True or JsonTokenType.False => new LocalizedText("true or false", "真假值"),
        JsonTokenType.Null => new LocalizedText("null", "null"),
        _ => new LocalizedText("nothing", "空"),
    };
}
