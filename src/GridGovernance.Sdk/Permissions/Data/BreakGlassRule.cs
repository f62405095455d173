namespace GridGovernance.Sdk.Permissions;

/// <summary>A reason for emergency access (break-glass, 应急调阅): who may open what no grant opens to them, and by when that is reviewed.</summary>
/// <remarks>
/// <para>The access is whole, for a purpose that the catalogue declares though no grant names it, and always on the record, with the reason and the reference. Whether that refers to
/// anything is for the host, and for whoever reviews the access.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record BreakGlassRule
{
    /// <summary>Gets the code of the reason, kebab-case, unique in the catalogue, such as <c>danger-to-life</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the codes of the items that it opens; <c>*</c> for all.</summary>
    public required EquatableArray<string> Items { get; init; }

    /// <summary>Gets within how many hours somebody else must look at the access, at least 1.</summary>
    public required int ReviewWithinHours { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the codes of the posts.</summary>
    public EquatableArray<string> Posts { get; init; }

    /// <summary>Gets the codes of the departments.</summary>
    public EquatableArray<string> Departments { get; init; }

    /// <summary>Gets the codes of the levels at which they act.</summary>
    public EquatableArray<string> Levels { get; init; }

    /// <summary>Gets a value indicating whether it opens beyond one's own area too; otherwise one's own area and below, and for a department the whole county.</summary>
    public bool BeyondOwnArea { get; init; }
}
