using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

public class BoundaryRuleProperties
{
    private const int Side = 24;

    private static readonly GridScheme Scheme = GridScheme.Compile(
        new GridSchemeDefinition
        {
            Code = "rule",
            Levels = [new() { Code = "village", Name = new("village", "村"), Digits = 1 }, new() { Code = "cell", Name = new("cell", "单元格"), Digits = 4 }],
        },
        out _)!;

    // Every point of the quantum, corners and borders included: one cell inside the village, none outside, and the counts of the cells add up to the village's.
    [Property(MaxTest = 60)]
    public void Locate_EveryPointOfARandomTiling_GivesExactlyOneCell(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var history = Cut(random);
        var map = history.AsOf(history.LastOn!.Value);
        var locator = GridLocator.Create(map, "cell");
        var village = map.UnitsAt("village")[0].Boundary!;
        var people = new List<PersonEntry>();
        for (var x = -1; x <= Side + 1; x++)
        {
            for (var y = -1; y <= Side + 1; y++)
            {
                var place = CoordinateSystem.Metric.ToPoint(x, y);
                var cells = map.UnitsAt("cell").Where(c => c.Boundary!.Contains(place)).ToList();
                Assert.Equal(NaiveGeometry.Contains(village, x, y) ? 1 : 0, cells.Count);
                Assert.Same(cells.FirstOrDefault(), locator.Locate(place));
                Assert.All(cells, c => Assert.True(NaiveGeometry.Contains(c.Boundary!, x, y)));
                people.Add(new PersonEntry(FormattableString.Invariant($"{x} {y}"), PersonKind.Resident, place.X, place.Y));
            }
        }

        var register = SubjectRegister<PersonEntry>.Create(CoordinateSystem.Metric, people, out _)!;
        var membership = GridMembership<PersonEntry>.Create(map, register, history.LastOn.Value);
        Assert.Equal(Side * Side, map.UnitsAt("cell").Sum(c => membership.In(c.Code).Count));
        Assert.Equal(Side * Side, membership.In(map.UnitsAt("village")[0].Code).Count);
        Assert.Equal(people.Count - (Side * Side), membership.Outside.Count);
    }

    // A square of 24 by 24 quanta, cut again and again from corner to corner, by way of a point inside.
    private static GridHistory Cut(TestRandom random)
    {
        var on = new LocalDate(2026, 1, 1);
        var box = Shapes.Box(CoordinateSystem.Metric, 0, 0, Side / 1000.0, Side / 1000.0);
        var history = GridHistory.Begin(Scheme).Edit(new EstablishUnits(on, [
            GridUnit.Create(Scheme, GridCode.Parse("1"), "v", GridKind.Village, box), GridUnit.Create(Scheme, GridCode.Parse("10001"), "c", GridKind.Cell, box),
        ]));
        for (var i = 0; i < 40; i++)
        {
            var cells = history.Current.Where(static u => u.Level.Depth == 1).ToList();
            var cell = cells[random.Below(cells.Count)];
            GeoPoint Point() => CoordinateSystem.Metric.ToPoint(random.Below(Side + 1), random.Below(Side + 1));
            var cut = BoundaryAlgebra.Cut(cell.Boundary!, random.Below(2) == 0 ? [Point(), Point()] : [Point(), Point(), Point()]);
            if (cut.Problem is null)
            {
                history = history.Edit(new SplitUnit(on, cell.Code, [new("left", cut.Left), new("right", cut.Right)]));
            }
        }

        return history;
    }
}
