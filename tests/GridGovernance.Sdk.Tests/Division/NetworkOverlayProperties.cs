using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>Overlays of random rectangles against counting square metre by square metre.</summary>
public sealed class NetworkOverlayProperties
{
    private const int Side = 12;

    public sealed record Box(int West, int South, int East, int North);

    public sealed record Layers(Box[][] Networks, (int X, int Y, int People)[] Places);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 16)];

    public static Arbitrary<Layers> AnyLayers() => Arb.From(
        from networks in Boxes.ArrayOf().Where(static boxes => boxes.Length is > 0 and <= 3)
        from places in Place.ArrayOf()
        select new Layers(networks, places));

    private static Gen<(int X, int Y, int People)> Place =>
        from x in Gen.Choose(0, Side - 1)
        from y in Gen.Choose(0, Side - 1)
        from people in Gen.Choose(0, 9)
        select (x, y, people);

    private static Gen<Box[]> Boxes => (
        from west in Gen.Choose(0, Side - 1)
        from south in Gen.Choose(0, Side - 1)
        from width in Gen.Choose(1, 6)
        from height in Gen.Choose(1, 6)
        select new Box(west, south, Math.Min(Side, west + width), Math.Min(Side, south + height))).ArrayOf().Where(static boxes => boxes.Length is > 0 and <= 5);

    [Property(Arbitrary = [typeof(NetworkOverlayProperties)], MaxTest = 150)]
    public void Compile_AnyRectangles_CountsEverySquareMetreOnce(Layers layers)
    {
        var overlay = Overlay(layers, out var report);

        var expected = new SortedDictionary<string, (int SquareMetres, int People)>(StringComparer.Ordinal);
        var outside = 0;
        foreach (var (x, y) in from x in Enumerable.Range(0, Side) from y in Enumerable.Range(0, Side) select (x, y))
        {
            var key = string.Join('|', layers.Networks.Select(boxes => string.Join(',', Covering(boxes, x, y))));
            var people = layers.Places.Where(place => (place.X, place.Y) == (x, y)).Sum(static place => place.People);
            if (key.Any(char.IsDigit))
            {
                var sum = expected.GetValueOrDefault(key);
                expected[key] = (sum.SquareMetres + 1, sum.People + people);
            }
            else
            {
                outside += people;
            }
        }

        var found = new SortedDictionary<string, (int SquareMetres, int People)>(StringComparer.Ordinal);
        foreach (var face in overlay.Faces)
        {
            var key = string.Join('|', layers.Networks.Select((_, network) => string.Join(',', face.CellsOf(network).ToArray())));
            var sum = found.GetValueOrDefault(key);
            found[key] = (sum.SquareMetres + (int)Math.Round(face.SquareMetres), sum.People + (int)face.People);
            Assert.Equal(face.Boundary.AreaSquareMetres, face.SquareMetres, 6);
        }

        Assert.Equal(expected, found);
        Assert.Equal(outside, overlay.UnplacedPeople);
        for (var network = 0; network < layers.Networks.Length; network++)
        {
            var code = overlay.Networks[network].Code;
            var leftOut = expected.Where(pair => pair.Key.Split('|')[network].Length == 0).Sum(static pair => pair.Value.SquareMetres);
            Assert.Equal(leftOut, report.Where(finding => finding.Code == "division.left-out" && finding.Place.Subject == code).Sum(static finding => finding.Measure ?? 0));
            var twice = expected.Sum(pair => Math.Max(0, pair.Key.Split('|')[network].Split(',', StringSplitOptions.RemoveEmptyEntries).Length - 1) * pair.Value.SquareMetres);
            Assert.Equal(twice, report.Where(finding => finding.Code == "division.covered-twice" && finding.Place.Subject == code).Sum(static finding => finding.Measure ?? 0));
        }
    }

    [Property(Arbitrary = [typeof(NetworkOverlayProperties)], MaxTest = 150)]
    public void CrosswalkBetween_AnyRectangles_SharesSumToOneAndEqualTheCount(Layers layers)
    {
        var overlay = Overlay(layers, out _);

        var (from, to) = (0, layers.Networks.Length - 1);
        var crosswalk = overlay.CrosswalkBetween(from, to);

        foreach (var rows in crosswalk.Rows.GroupBy(static row => row.From))
        {
            Assert.Equal(1, rows.Sum(static row => row.ShareByArea), 1e-9);
            Assert.True(rows.All(static row => row.ShareByPeople is null) || Math.Abs(rows.Sum(static row => row.ShareByPeople!.Value) - 1) <= 1e-9);
            var box = layers.Networks[from][int.Parse(rows.Key[1..], System.Globalization.CultureInfo.InvariantCulture)];
            foreach (var row in rows)
            {
                var expected = (from x in Enumerable.Range(box.West, box.East - box.West)
                                from y in Enumerable.Range(box.South, box.North - box.South)
                                let over = Covering(layers.Networks[to], x, y)
                                select row.To is null ? (over.Length == 0 ? 1.0 : 0) : over.Contains(int.Parse(row.To[1..], System.Globalization.CultureInfo.InvariantCulture)) ? 1.0 / over.Length : 0).Sum();
                Assert.Equal(expected, row.SquareMetres, 1e-6);
            }
        }
    }

    /// <summary>The same on a few layers each, so that a fault shows which.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Compile_AFewRectangles_CountAndShareAllTheSame(int seed)
    {
        var random = new Random(seed);
        Layers layers = new(
            [.. Enumerable.Range(0, 1 + (seed % 3)).Select(_ => (Box[])[.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (West: random.Next(Side), South: random.Next(Side))).Select(at => new Box(at.West, at.South, Math.Min(Side, at.West + random.Next(1, 7)), Math.Min(Side, at.South + random.Next(1, 7))))])],
            [.. Enumerable.Range(0, seed % 5 * 4).Select(_ => (random.Next(Side), random.Next(Side), random.Next(10)))]);

        Compile_AnyRectangles_CountsEverySquareMetreOnce(layers);
        CrosswalkBetween_AnyRectangles_SharesSumToOneAndEqualTheCount(layers);
    }

    private static int[] Covering(Box[] boxes, int x, int y) =>
        [.. Enumerable.Range(0, boxes.Length).Where(i => boxes[i].West <= x && x < boxes[i].East && boxes[i].South <= y && y < boxes[i].North)];

    private static NetworkOverlay Overlay(Layers layers, out FindingReport report) => NetworkOverlay.Compile(
        EquatableArray.From(layers.Networks.Select(static (boxes, i) => new DutyNetwork($"n{i}")
        {
            Cells = EquatableArray.From(boxes.Select(static (box, j) => new NetworkCell($"c{j}", Rectangle(box)))),
        })),
        layers.Places.Select(static place => new PopulatedPlace(new GeoPoint(place.X + 0.5, place.Y + 0.5), 0, place.People)),
        out report)!;

    internal static GridBoundary Rectangle(Box box) => GridBoundary.Create(
        CoordinateSystem.Metric, new GeoPoint(box.West, box.South), new GeoPoint(box.East, box.South), new GeoPoint(box.East, box.North), new GeoPoint(box.West, box.North));
}
