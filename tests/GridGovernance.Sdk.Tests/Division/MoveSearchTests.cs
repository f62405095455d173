using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class MoveSearchTests
{
    [Fact]
    public void Run_OneUnitOfTheRightSize_MovesItAlone()
    {
        // Ten too many in the first: d of 12 will do, and c of 40 would too.
        var part = Maps.Compile(Maps.Parse("a:30 b:30 c:40 d:12 e:30 f:30 g:30 | a-b a-c b-c c-d b-d c-e d-e e-f f-g", grids: 2)).Parts[0];
        int[] home = [0, 0, 0, 0, 1, 1, 1];

        Assert.Equal([0, 0, 0, 1, 1, 1, 1], new MoveSearch(part, home, home, 2, 80, 102).Run(long.MaxValue, 1000)!);
        Assert.Null(new MoveSearch(part, home, home, 2, 80, 102).Run(12, 1000));
        Assert.Null(new MoveSearch(part, home, home, 2, 80, 102).Run(long.MaxValue, 1));
    }

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 200)]
    public void Run_AnyPlan_GivesConnectedGridsWithinTheBounds(DivisionDefinition definition, int seed)
    {
        var part = Maps.Compile(definition).Parts[0];
        var count = Math.Min(part.Count, part.ComponentCount + 1);
        if (GridCounts.Share(part, count) is not { } shares || PartSearch.Draw(part, count, shares, SeededRandom.FromSeed((ulong)seed)) is not { } home)
        {
            return;
        }

        var sizes = PartMeasure.Sums(part.Size, home, count);
        var (low, high) = (Math.Max(part.Settings.Min, sizes.Min()), Math.Min(part.Settings.Max, sizes.Max() - 1));
        var found = new MoveSearch(part, home, home, count, low, high).Run(long.MaxValue, 500);

        if (found is not null)
        {
            Assert.True(PartMeasure.IsConnected(part, found, count));
            Assert.All(PartMeasure.Sums(part.Size, found, count), size => Assert.InRange(size, low, high));
        }
    }
}
