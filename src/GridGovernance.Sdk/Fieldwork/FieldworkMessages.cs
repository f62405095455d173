namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The messages of this room.</summary>
internal static class FieldworkMessages
{
    /// <summary>Gets the catalogue over <c>Messages.resx</c> and <c>Messages.zh-Hans.resx</c> beside this file.</summary>
    internal static MessageCatalogue Texts { get; } = new(typeof(FieldworkMessages).Namespace!, typeof(FieldworkMessages).Assembly);

    /// <summary>Creates an error at a place in a definition.</summary>
    internal static Finding Fault(string path, Message message) => Finding.Error(message, FindingPlace.At(path));

    /// <summary>Creates a reason why not.</summary>
    internal static Refusal No(RefusalKind kind, string code, params ReadOnlySpan<object?> values) => new(kind, Texts[code, values]);
}
