namespace GridGovernance.Sdk.Geodesy;

/// <summary>What is wrong with a boundary.</summary>
public enum BoundaryDefectKind
{
    /// <summary>Two lines cross: a bow-tie, or a hole that cuts through the outer line.</summary>
    Crossing = 0,

    /// <summary>Two lines run along each other, or a line runs back on itself as a spike.</summary>
    Overlap = 1,

    /// <summary>A closed line touches itself in a point.</summary>
    SelfTouch = 2,

    /// <summary>A hole lies outside its outer line.</summary>
    HoleOutside = 3,

    /// <summary>A hole lies in another hole, or a polygon in another polygon.</summary>
    Nested = 4,

    /// <summary>Holes cut the inside into parts that touch in points only.</summary>
    Disconnected = 5,
}
