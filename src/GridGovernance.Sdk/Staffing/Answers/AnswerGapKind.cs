namespace GridGovernance.Sdk.Staffing;

/// <summary>Why somebody who should answer for a place does not.</summary>
public enum AnswerGapKind
{
    /// <summary>The point is not finite or out of the coordinate system's range, or the map has no boundaries.</summary>
    UnusablePoint = 0,

    /// <summary>No unit of the level lies at the point.</summary>
    NoUnitAtPoint = 1,

    /// <summary>The map has no unit of this code.</summary>
    UnitNotOnMap = 2,

    /// <summary>No post answers at the level.</summary>
    NoPostAtLevel = 3,

    /// <summary>Nobody has held the seat yet, and no deputy stands in.</summary>
    NeverFilled = 4,

    /// <summary>The seat fell vacant, and no deputy stands in.</summary>
    Vacant = 5,

    /// <summary>The seat is held, but its holders are away and no deputy stands in.</summary>
    Away = 6,

    /// <summary>The chain ends without anybody.</summary>
    NobodyInChain = 7,

    /// <summary>The unit lies outside the one that asks, such as a cell beyond the unit of who issues a notice.</summary>
    OutsideUnit = 8,
}
