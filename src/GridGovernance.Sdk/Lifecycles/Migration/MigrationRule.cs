namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Says that what bore one code in the old version bears another in the new one.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The code in the old version.</param>
/// <param name="To">The code in the new version.</param>
public sealed record MigrationRule(string From, string To);
