namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>A text, which its own type must be able to read.</summary>
internal sealed class TextShape : Shape
{
    /// <summary>Gets any text.</summary>
    internal static TextShape Any { get; } = new() { What = new LocalizedText("a text", "一段文字") };

    /// <summary>Gets what the text is, as a message says it.</summary>
    internal required LocalizedText What { get; init; }

    /// <summary>Gets the format that JSON Schema knows, such as <c>date</c>; null where it knows none.</summary>
    internal string? Format { get; init; }

    /// <summary>Gets the regular expression (ECMA-262) that every accepted text matches; null where there is none.</summary>
    internal string? Pattern { get; init; }

    /// <summary>Gets one text that is accepted; null where any is.</summary>
    internal string? Example { get; init; }

    /// <summary>Gets the only texts that are accepted; empty where the list is open.</summary>
    internal EquatableArray<string> Choices { get; init; }

    /// <summary>Gets whether the type accepts a text.</summary>
    internal Func<string, bool> Accepts { get; init; } = static _ => true;

    internal override LocalizedText Expected => What;
}
