namespace GridGovernance.Sdk.Assessment;

/// <summary>A unit's score in one of the two streams: the scheme as if it had this stream's components alone.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
/// <param name="Stream">The stream.</param>
/// <param name="Score">The unrounded score on the scheme's scale; null when the unit has none.</param>
/// <param name="Grade">The grade; null without a score or when the scheme gives none.</param>
/// <param name="Root">The tree of contributions to this score.</param>
public sealed record StreamScore(AssessorStream Stream, decimal? Score, GradeBand? Grade, NodeScore Root);
