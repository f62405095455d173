namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>One parameter of a simulation: what it is by default, and where that comes from.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Kind">The kind of study: <c>county</c>, <c>province</c>, <c>notice</c>, <c>sampling</c> or <c>collection</c>.</param>
/// <param name="Path">The path that <c>set</c> of a study changes it by.</param>
/// <param name="Default">The default, as it stands in a file.</param>
/// <param name="Unit">The unit; empty for texts and lists.</param>
/// <param name="Origin">Where the default comes from: <c>article</c>, <c>statute</c> or <c>assumed</c>.</param>
/// <param name="Source">The article, the statute, or why it is assumed so.</param>
public sealed record StudyParameter(string Kind, string Path, string Default, string Unit, string Origin, string Source);
