namespace GridGovernance.Sdk.Permissions;

/// <summary>A body that signs entries beside the departments, such as the political and legal committee (政法委) or the establishment office (编办).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, kebab-case.</param>
/// <param name="Name">The name.</param>
public sealed record ApprovalBody(string Code, LocalizedText Name);
