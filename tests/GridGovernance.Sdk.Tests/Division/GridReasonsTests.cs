using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class GridReasonsTests
{
    [Theory]

    // Within the tolerance there is nothing to say, at its very edge neither: 250 of a mean of 200.
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", "0011", 0.05, null, 0, " / ")]
    [InlineData("a:100 b:150 c:100 d:50 | a-b b-c c-d", "0011", 0.25, null, 0, " / ")]

    // No unit is too large and no branch too light: the search did not find better, unless the bound says that there is nothing better.
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", "0111", 0.05, null, 0, "SearchLimit / SearchLimit")]
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", "0111", 0.05, null, 0.49, "SearchLimit / SearchLimit")]
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", "0111", 0.05, null, 0.5, "OversizedUnit / OversizedUnit")]

    // Three branches too light for a grid hang on b, and all are more than a grid should hold: it is in b's grid, and in the other where that is proven.
    [InlineData("b:100 x:90 y:90 z:90 | b-x b-y b-z", "0001", 0.05, null, 0, "Articulation / SearchLimit")]
    [InlineData("b:100 x:90 y:90 z:90 | b-x b-y b-z", "0001", 0.05, null, 1, "Articulation / Articulation")]

    // z is just heavy enough for a grid, and b with x and y just light enough for one.
    [InlineData("b:50 x:100 y:100 z:150 | b-x b-y b-z", "0100", 0.25, null, 0, "SearchLimit / SearchLimit")]
    [InlineData("b:51 x:100 y:100 z:149 | b-x b-y b-z", "0100", 0.25, null, 0, "Articulation / SearchLimit")]

    // A unit larger than a grid should be leaves the others too small; one of just that size is none.
    [InlineData("a:500 b:100 c:100 | a-b b-c", "011", 0.05, null, 0, "OversizedUnit / OversizedUnit")]
    [InlineData("a:250 b:100 c:50 | a-b b-c", "001", 0.25, null, 0, "SearchLimit / SearchLimit")]
    [InlineData("a:251 b:99 c:50 | a-b b-c", "001", 0.25, null, 0, "OversizedUnit / OversizedUnit")]

    // The norm is missed by more than the tolerance, or by just that; a parent of one grid is too small for it, or too large.
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", "0011", 0.2, 251, 0, "RoundingOfK / RoundingOfK")]
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", "0011", 0.2, 250, 0, " / ")]
    [InlineData("a:100 b:100 | a-b", "00", 0.05, 1000, 0, "ParentTooSmall")]
    [InlineData("a:100 b:100 | a-b", "00", 0.05, 150, 0, "RoundingOfK")]
    [InlineData("a:500 b:100 c:100 | a-b b-c", "011", 0.05, 1000, 0, "OversizedUnit RoundingOfK / OversizedUnit RoundingOfK")]

    // Two parts of the parent: where a part's own mean is off, that is the reason; where it is not, or by just the tolerance, it is none.
    [InlineData("a:300 b:300 c:100 d:100 | a-b c-d", "0122", 0.05, null, 0, "OversizedUnit RoundingOfK / OversizedUnit RoundingOfK / OversizedUnit RoundingOfK")]
    [InlineData("a:150 b:150 e:150 f:150 c:100 d:100 | a-b b-e e-f c-d", "001122", 0.05, null, 0, "RoundingOfK / RoundingOfK / RoundingOfK")]
    [InlineData("a:150 b:50 e:100 f:100 c:100 d:100 | a-b b-e e-f c-d", "011122", 0.05, null, 0, "SearchLimit / SearchLimit / ")]
    [InlineData("a:100 b:100 e:150 f:150 c:100 d:100 g:100 | a-b b-e e-f c-d d-g", "0011233", 0.25, null, 0, " / SearchLimit / SearchLimit / ")]
    public void Of_APlan_SaysWhyEachGridIsOutside(string map, string grids, double tolerance, int? target, double bound, string expected)
    {
        var definition = Maps.Parse(map, grids.Max() - '0' + 1, target: target);
        var part = Maps.Compile(definition with { Sizing = [definition.Sizing[0] with { Tolerance = (decimal)tolerance }] }).Parts[0];
        var gridOf = new int[grids.Length];
        for (var v = 0; v < gridOf.Length; v++)
        {
            gridOf[v] = grids[definition.Units.ToList().FindIndex(unit => unit.Id == part.Ids[part.UnitsOf(v)[0]])] - '0';
        }

        var reasons = GridReasons.Of(part, new PartPlan { GridOf = gridOf, Count = gridOf.Max() + 1, Bound = bound });

        Assert.Equal(expected, string.Join(" / ", reasons.Select(static own => string.Join(' ', own))));
    }
}
