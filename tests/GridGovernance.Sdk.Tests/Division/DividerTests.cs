using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class DividerTests
{
    private const string Path4 = "a:100 b:100 c:100 d:100 | a-b b-c c-d";

    [Fact]
    public void Divide_PathOfFour_CutsItInTheMiddle()
    {
        var outcome = Divider.Divide(Maps.Compile(Maps.Parse(Path4, grids: 2)), 1);

        Assert.Equal(DivisionVerdict.Found, outcome.Verdict);
        Assert.Equal(0, outcome.Plan!.MaxDeviation);
        Assert.Equal(1, outcome.Plan.CutEdges);
        Assert.Equal([0, 0, 1, 1], outcome.Plan.Assignment.ToArray());
        Assert.Equal(["001", "002"], outcome.Plan.Grids.Select(static grid => grid.Code));
    }

    [Fact]
    public void Divide_IslandBelowTheMinimum_IsCertified()
    {
        var outcome = Divider.Divide(Maps.Compile(Maps.Parse("a:100 b:100 c:100 d:50 | a-b b-c c/d", min: 100)), 1);

        var certificate = Assert.Single(outcome.Certificates);
        Assert.Equal(CertificateKind.IslandBelowMinimum, certificate.Kind);
        Assert.Equal(["d"], certificate.Units);
        Assert.Equal((50, 100), (certificate.Holds, certificate.Needs));
    }
}
