namespace GridGovernance.Sdk.Permissions;

/// <summary>A form by which somebody asks for data (采集表单), such as a register, a survey or a screen of a system.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DataForm
{
    /// <summary>Gets the code, kebab-case, unique in the catalogue.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the codes of the items it asks for.</summary>
    public required EquatableArray<string> Items { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the department that issued it; null for one of the grid system itself.</summary>
    public string? Department { get; init; }

    /// <summary>Gets the post that fills it in; null where the department's own staff does.</summary>
    public string? Post { get; init; }

    /// <summary>Gets the code of the matter in whose handling it is filled in; null where there is none.</summary>
    public string? Matter { get; init; }
}
