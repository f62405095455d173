namespace GridGovernance.Sdk.Hosting;

/// <summary>What came of appending events.</summary>
/// <remarks>Equality is by value. The default value is a conflict at version 0. This type is immutable and safe to share between threads.</remarks>
/// <param name="IsAppended">Whether the events were appended; otherwise somebody else was faster, and nothing was.</param>
/// <param name="Version">The version that the case has now.</param>
public readonly record struct AppendResult(bool IsAppended, int Version);
