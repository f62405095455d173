namespace GridGovernance.Sdk.Geodesy;

/// <summary>Why a line does not cut an area in two.</summary>
public enum BoundaryCutProblem
{
    /// <summary>The line has fewer than two different points.</summary>
    TooShort = 0,

    /// <summary>An end lies neither on a corner nor, to the quantum, on an edge of the boundary.</summary>
    EndOffBoundary = 1,

    /// <summary>The line leaves the area, touches its boundary on the way, or crosses itself.</summary>
    LeavesArea = 2,

    /// <summary>The area hangs together on both sides of the line, as when it runs from the outer line to a hole, or outside.</summary>
    DoesNotDivide = 3,
}
