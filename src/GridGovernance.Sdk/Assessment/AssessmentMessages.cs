namespace GridGovernance.Sdk.Assessment;

/// <summary>The messages of this room.</summary>
internal static class AssessmentMessages
{
    /// <summary>Gets the catalogue.</summary>
    internal static MessageCatalogue All { get; } = new(typeof(AssessmentMessages).Namespace!, typeof(AssessmentMessages).Assembly);
}
