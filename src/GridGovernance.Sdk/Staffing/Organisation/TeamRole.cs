namespace GridGovernance.Sdk.Staffing;

/// <summary>One place in a grid's team: it is filled by a holder of a post, by a party unit, or by a department that is attached.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record TeamRole
{
    /// <summary>Gets the code, kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the posts of which anyone fills it who acts at the unit or at one that holds it.</summary>
    public EquatableArray<string> Posts { get; init; }

    /// <summary>Gets a value indicating whether a party unit attached to the unit itself fills it.</summary>
    public bool Party { get; init; }

    /// <summary>Gets a value indicating whether any department attached to the unit, or to one that holds it, fills it.</summary>
    public bool AnyDepartment { get; init; }

    /// <summary>Gets the departments of which any fills it that is attached to the unit or to one that holds it.</summary>
    public EquatableArray<string> Departments { get; init; }
}
