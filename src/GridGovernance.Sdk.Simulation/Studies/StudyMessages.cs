namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>The messages of this folder.</summary>
internal static class StudyMessages
{
    /// <summary>Gets the catalogue.</summary>
    internal static MessageCatalogue All { get; } = new(typeof(StudyMessages).Namespace!, typeof(StudyMessages).Assembly);
}
