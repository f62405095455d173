namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A subject came under another category or risk level (调级): its periods begin anew.</summary>
/// <param name="Category">The new category.</param>
/// <param name="Risk">The new risk level, or null.</param>
/// <param name="Rule">The rule that it falls under from this day on.</param>
public sealed record SubjectReclassified(string Category, string? Risk, VisitRule Rule) : VisitEvent;
