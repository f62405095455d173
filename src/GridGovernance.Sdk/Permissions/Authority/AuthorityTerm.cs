namespace GridGovernance.Sdk.Permissions;

/// <summary>A word that an authority list uses and names: an action such as <c>handle</c>, or a condition such as <c>not-the-handler</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, kebab-case.</param>
/// <param name="Name">The name.</param>
public sealed record AuthorityTerm(string Code, LocalizedText Name);
