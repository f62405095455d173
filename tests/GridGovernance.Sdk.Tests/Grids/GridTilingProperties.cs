using System.Globalization;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridTilingProperties
{
    private const int Households = 400;
    private const int MostCells = 90;

    // GG_PBT_RUNS edits: 100,000 are run by hand.
    private static readonly int Edits = int.Parse(Environment.GetEnvironmentVariable("GG_PBT_RUNS") ?? "400", CultureInfo.InvariantCulture);

    private static readonly LocalDate Day = new(2026, 1, 1);

    // Children tile their parent, edge for edge and to the half square millimetre; no code comes back; every household is in one cell. After every single edit.
    [Theory]
    [InlineData("metric", 1.0, 0.0, 0.0)]
    [InlineData("cgcs2000", 1e-5, 107.2, 32.1)]
    public void AnySplitMergeOrMove_KeepsTheTiling(string systemCode, double scale, double west, double south)
    {
        Assert.True(CoordinateSystem.TryFromCode(systemCode, out var system));
        var random = new TestRandom(20261121);
        GeoPoint At(double x, double y) => system.Round(new GeoPoint(west + (x * scale), south + (y * scale)));
        var history = Begin(system, At);
        var homes = Enumerable.Range(0, Households).Select(_ => At(random.Between(0, 4000), random.Between(0, 4000))).ToArray();
        var cellOf = homes.Select(home => Find(history.Current, home)).ToArray();
        var given = history.EverGiven.ToHashSet();
        var (done, refused) = (0, 0);
        while (done < Edits)
        {
            var decision = Propose(history, random, At) is { } edit ? history.Decide(edit) : default;
            if (decision.Events.Count == 0)
            {
                refused++;
                Assert.True(refused < 20 * (done + 50), "Hardly any edit is accepted.");
                continue;
            }

            var change = decision.Events[0];
            var before = history;
            history = history.Apply(change);
            done++;
            Check(before, history, change, homes, cellOf, given);
            if (done % 5000 == 0)
            {
                Assert.Empty(CoverageAudit.Run(history.AsOf(history.LastOn!.Value)).Findings);
            }
        }

        Assert.Empty(CoverageAudit.Run(history.AsOf(history.LastOn!.Value)).Findings);
        Assert.Equal(cellOf, homes.Select(home => Find(history.Current, home)));
        Assert.Equal(given.Order(), history.EverGiven);
    }

    private static void Check(GridHistory before, GridHistory history, GridEvent change, GeoPoint[] homes, GridCode[] cellOf, HashSet<GridCode> given)
    {
        foreach (var unit in change.Begun)
        {
            Assert.True(given.Add(unit.Code) || before.Find(unit.Code) is not null, $"{unit.Code} was given again.");
        }

        var touched = change.Ended.Concat(change.Begun.Select(static u => u.Code)).ToHashSet();
        var begun = change.Begun.Where(static u => u.Level.Depth == 2).ToList();
        for (var i = 0; i < homes.Length; i++)
        {
            if (touched.Contains(cellOf[i]))
            {
                cellOf[i] = Find(begun, homes[i]);
            }
        }

        foreach (var village in change.Begun.Select(static u => u.Level.Depth == 2 ? u.Parent : u.Level.Depth == 1 ? u.Code : null).OfType<GridCode>().Distinct())
        {
            Assert.True(history.TryFind(village, change.On, out var whole));
            var parts = history.Current.Where(u => u.Parent == village).Select(static u => u.Boundary!).ToList();
            Assert.Equal(whole.Boundary!.HalfSquareMillimetres, parts.Aggregate(Int128.Zero, static (sum, part) => sum + part.HalfSquareMillimetres));
            Assert.Equal(NaiveGeometry.Chain([whole.Boundary]).OrderBy(static p => p.Key), NaiveGeometry.Chain(parts).OrderBy(static p => p.Key));
        }
    }

    private static GridCode Find(IEnumerable<GridUnit> units, GeoPoint home) =>
        Assert.Single(units, u => u.Level.Depth == 2 && u.Boundary!.Contains(home)).Code;

    private static GridHistory Begin(CoordinateSystem system, Func<double, double, GeoPoint> at)
    {
        var scheme = GridScheme.Compile(
            new GridSchemeDefinition
            {
                Code = "tiling",
                Levels =
                [
                    new() { Code = "county", Name = new("county", "县"), Digits = 2 },
                    new() { Code = "village", Name = new("village", "村"), Digits = 2 },
                    new() { Code = "cell", Name = new("cell", "单元格"), Digits = 7 },
                ],
            },
            out _)!;
        GridBoundary Box(double w, double s, double e, double n) => GridBoundary.Create(system, at(w, s), at(e, s), at(e, n), at(w, n));
        var units = new List<GridUnit> { GridUnit.Create(scheme, GridCode.Parse("10"), "county", GridKind.Division, Box(0, 0, 4000, 4000)) };
        for (var i = 0; i < 4; i++)
        {
            var (x, y) = (i % 2 * 2000, i / 2 * 2000);
            var village = GridCode.Parse(FormattableString.Invariant($"100{i + 1}"));
            units.Add(GridUnit.Create(scheme, village, "village", GridKind.Village, Box(x, y, x + 2000, y + 2000)));
            units.Add(GridUnit.Create(scheme, scheme.Child(village, 1), "cell", GridKind.Cell, Box(x, y, x + 2000, y + 2000)));
        }

        // Four villages share the middle of the county, which is no corner of its outline: setting up shares the corners.
        return GridHistory.Begin(scheme).Edit(new EstablishUnits(Day, EquatableArray.From(units)));
    }

    private static GridEdit? Propose(GridHistory history, TestRandom random, Func<double, double, GeoPoint> at)
    {
        var cells = history.Current.Where(static u => u.Level.Depth == 2).ToList();
        var cell = cells[random.Below(cells.Count)];
        var others = cells.FindAll(u => u.Parent == cell.Parent && u.Code != cell.Code);
        var on = history.LastOn!.Value.PlusDays(random.Below(2));
        var choice = cells.Count > MostCells ? 1 : random.Below(5);
        if (choice is 0 or 4 && Cut(cell, random, at) is { Problem: null } cut)
        {
            return new SplitUnit(on, cell.Code, [new("left", cut.Left, random.Below(2) == 0 ? cell.Code : null), new("right", cut.Right)]);
        }

        if (others.Count == 0)
        {
            return null;
        }

        var other = others[random.Below(others.Count)];
        switch (choice)
        {
            case 1:
                return new MergeUnits(on, [cell.Code, other.Code], "merged", random.Below(2) == 0 ? other.Code : null);
            case 2 when Cut(cell, random, at) is { Problem: null } piece:
                var more = BoundaryAlgebra.Unite([other.Boundary!, piece.Right!]);
                return new MoveBoundary(on, [new(cell.Code, piece.Left!), new(other.Code, more)]);
            case 3 when cell.Boundary!.VertexCount < 60:
                var villages = history.Current.Where(u => u.Level.Depth == 1 && u.Code != cell.Parent).ToList();
                return new TransferUnit(on, cell.Code, villages[random.Below(villages.Count)].Code);
            default:
                return null;
        }
    }

    // From a corner, or a place on the raster that may lie on an edge, over a place inside to another such place.
    private static BoundaryCut Cut(GridUnit cell, TestRandom random, Func<double, double, GeoPoint> at)
    {
        var ring = cell.Boundary!.Ring(random.Below(cell.Boundary.RingCount));
        var inside = cell.Boundary.LabelPoint;
        GeoPoint End()
        {
            var (a, b) = (ring[random.Below(ring.Count)], 0);
            b = random.Below(ring.Count);
            var middle = cell.Boundary.System.Round(new GeoPoint((ring[b].X + ring[(b + 1) % ring.Count].X) / 2, (ring[b].Y + ring[(b + 1) % ring.Count].Y) / 2));
            return random.Below(3) == 0 && ring.Count < 12 ? middle : a;
        }

        return BoundaryAlgebra.Cut(cell.Boundary, random.Below(3) == 0 ? [End(), End()] : [End(), inside, End()]);
    }
}
