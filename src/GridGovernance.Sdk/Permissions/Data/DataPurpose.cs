namespace GridGovernance.Sdk.Permissions;

/// <summary>What data are used for (使用目的), such as relief or fire safety.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, kebab-case.</param>
/// <param name="Name">The name.</param>
public sealed record DataPurpose(string Code, LocalizedText Name);
