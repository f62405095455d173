namespace GridGovernance.Sdk.Permissions;

/// <summary>What the matters take and the posts can give, as the file <c>burden.json</c> has it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record BurdenDefinition
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets where the figures come from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the posts and their capacity.</summary>
    public required EquatableArray<PostCapacity> Posts { get; init; }

    /// <summary>Gets the matters and what they take.</summary>
    public EquatableArray<MatterEffort> Efforts { get; init; }
}
