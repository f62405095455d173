using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Cases;

/// <summary>A class of matters (大项), or an item in one (小项).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code.</param>
/// <param name="Name">The name.</param>
/// <param name="Class">The code of the class that it is an item of; null for a class.</param>
/// <param name="Origin">Whether an article or a statute names it, or it is a sample.</param>
/// <param name="Source">Where it is named.</param>
public sealed record CaseCategory(string Code, LocalizedText Name, string? Class, Origin Origin, string Source);
