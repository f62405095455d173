namespace GridGovernance.Sdk.Geodesy;

/// <summary>The two sides of an area that a line cuts, or why it does not cut it.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class BoundaryCut
{
    internal BoundaryCut(BoundaryCutProblem problem) => Problem = problem;

    internal BoundaryCut(GridBoundary left, GridBoundary right)
    {
        Left = left;
        Right = right;
    }

    /// <summary>Gets why the line does not cut; null where it does.</summary>
    public BoundaryCutProblem? Problem { get; }

    /// <summary>Gets what lies to the left of the line, and parts of the area that the line does not touch; null where it does not cut.</summary>
    public GridBoundary? Left { get; }

    /// <summary>Gets what lies to the right of the line; null where it does not cut.</summary>
    public GridBoundary? Right { get; }
}
