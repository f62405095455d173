namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Puts a subject under another category or risk level.</summary>
/// <param name="Category">The category.</param>
/// <param name="Risk">The risk level, or null.</param>
public sealed record ReclassifySubject(string Category, string? Risk = null) : VisitCommand;
