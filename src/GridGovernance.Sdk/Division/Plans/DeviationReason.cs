namespace GridGovernance.Sdk.Division;

/// <summary>Why a grid lies outside the soft tolerance.</summary>
public enum DeviationReason
{
    /// <summary>A unit, or a group that stays together, is larger than the tolerance allows; or units are so large that no exchange of them comes closer, which is proven.</summary>
    OversizedUnit = 0,

    /// <summary>The whole parent holds less than the norm asks of one grid.</summary>
    ParentTooSmall = 1,

    /// <summary>A whole number of grids does not divide the parent, or one of its parts, any better.</summary>
    RoundingOfK = 2,

    /// <summary>It is an island, or reaches across a gap to one.</summary>
    Exclave = 3,

    /// <summary>Branches behind a single unit are too light for grids of their own, and too heavy together with it: no plan is within the tolerance.</summary>
    Articulation = 4,

    /// <summary>Nothing is known that forbids a better grid; the search did not find it.</summary>
    SearchLimit = 5,
}
