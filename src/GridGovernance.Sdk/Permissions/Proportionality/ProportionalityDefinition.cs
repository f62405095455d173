namespace GridGovernance.Sdk.Permissions;

/// <summary>What restrictive measures take (比例原则), as the file <c>measures.json</c> has it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ProportionalityDefinition
{
    /// <summary>Gets the code of the policy.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the kinds of measures; any other is refused.</summary>
    public required EquatableArray<MeasureKind> Measures { get; init; }

    /// <summary>Gets the codes of the attributes by which no measure may tell people apart, such as <c>household-registration</c> (户籍) or <c>property-ownership</c> (房产).</summary>
    public EquatableArray<string> ForbiddenCriteria { get; init; }

    /// <summary>Gets the codes of the attributes by which a measure may tell people apart, such as <c>exposure</c>; any that is neither here nor forbidden is refused as well, so that another
    /// spelling of a forbidden one does not pass.</summary>
    public EquatableArray<string> PermittedCriteria { get; init; }
}
