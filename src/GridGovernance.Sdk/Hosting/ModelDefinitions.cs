using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Hosting;

/// <summary>The definitions of one county, as its files hold them: what a model is compiled from.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ModelDefinitions
{
    /// <summary>Gets the county: <c>county.json</c>.</summary>
    public required CountyDefinition County { get; init; }

    /// <summary>Gets the townships: <c>townships.csv</c>.</summary>
    public required EquatableArray<Township> Townships { get; init; }
}
