namespace GridGovernance.Sdk;

/// <summary>One reason why the domain says no, with what decided it and the nearest thing that would work.</summary>
/// <remarks>
/// <para>The verdict costs nothing: texts are built when they are asked for.</para>
/// <para>Two refusals are equal when kind, message, rules and nearest are equal. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Kind">Which of the five it is.</param>
/// <param name="Message">The reason; its code is the refusal's stable code.</param>
public sealed record Refusal(RefusalKind Kind, Message Message)
{
    /// <summary>Gets the stable code, such as <c>permissions.not-listed</c>.</summary>
    public string Code => Message.Code;

    /// <summary>Gets the codes of the rules or list items that decided it; empty where none did.</summary>
    public EquatableArray<string> Rules { get; init; }

    /// <summary>Gets the nearest thing that would work; null where there is none.</summary>
    public Message? Nearest { get; init; }

    /// <summary>Returns code and English reason.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => Nearest is null ? $"{Code}: {Message}" : $"{Code}: {Message} {Nearest}";
}
