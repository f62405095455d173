using System.Globalization;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>A seed is a promise: the same plan on every machine, and in every release until the search is changed on purpose.</summary>
public sealed class PinnedPlanTests
{
    private const string Approved = "tests/GridGovernance.Sdk.Tests/Division/PinnedPlans.txt";
    private const int Side = 9;

    private static readonly DivisionBudget Budget = new() { ExactUnits = 12, MovesPerUnit = 60, Restarts = 2 };

    private static readonly Dictionary<string, Func<IEnumerable<string>>> Scenarios = new(StringComparer.Ordinal)
    {
        ["people in a bare graph"] = static () => Divide(Map(), 1),
        ["another seed"] = static () => Divide(Map(), 2),
        ["shapes"] = static () => Divide(WithShapes(Map()), 1),
        ["as many grids as fit"] = static () => Divide(WithShapes(Map() with { Sizing = [new DivisionSizing { Basis = SizingBasis.Population, TargetPeople = 300, MinPeople = 150, MaxPeople = 450 }] }), 3),
        ["hard bounds without room"] = static () => Divide(Map() with { Sizing = [new DivisionSizing { Basis = SizingBasis.Population, Grids = 7, MinPeople = 395, MaxPeople = 415 }] }, 1),
        ["two measures"] = static () => Divide(Map() with { Measures = [new DivisionMeasure("households", 0.5m)] }, 1),
        ["a river, a park, three kept together and two seeds"] = static () => Divide(WithShapes(Map()) with
        {
            Edges = EquatableArray.From(Map().Edges.Select(static edge => Row(edge.From) == 3 && Row(edge.To) == 4 && Column(edge.From) != 8 ? edge with { Barrier = "river" } : edge)),
            Locks = [new DivisionLock("park", ["u00", "u01", "u10"]) { IsClosed = true }],
            Groups = [new DivisionGroup("estate", ["u46", "u47", "u56"])],
            Seeds = ["u88", "u80"],
        }, 1),
        ["people moved"] = static () => Redivide(Map()),
        ["people moved, with shapes"] = static () => Redivide(WithShapes(Map())),
        ["draws of a chain"] = static () => Draw(Map()),
    };

    public static TheoryData<string> Names => [.. Scenarios.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void APlan_OfASeed_IsAsPinned(string scenario)
    {
        var all = File.Exists(SourceTree.Path(Approved)) ? File.ReadAllText(SourceTree.Path(Approved)) : "";
        var actual = string.Join('\n', Scenarios[scenario]());

        Assert.True(
            string.Equals(actual, SectionOf(all, scenario), StringComparison.Ordinal),
            $"\"{scenario}\" came out as\n{actual}\nIf the search was changed on purpose, run this class with GG_APPROVE=1 and commit {Approved}.");
    }

    [Fact]
    public void Pins_AreOfTheseScenarios()
    {
        if (Environment.GetEnvironmentVariable("GG_APPROVE") is "1")
        {
            File.WriteAllText(SourceTree.Path(Approved), string.Concat(Scenarios.Select(static pair => $"# {pair.Key}\n{string.Join('\n', pair.Value())}\n")));
        }

        Assert.Equal(Scenarios.Keys, File.ReadAllLines(SourceTree.Path(Approved)).Where(static line => line.StartsWith('#')).Select(static line => line[2..]));
    }

    private static string SectionOf(string all, string scenario)
    {
        var start = all.IndexOf($"# {scenario}\n", StringComparison.Ordinal);
        var end = start < 0 ? -1 : all.IndexOf("\n#", start, StringComparison.Ordinal);
        return start < 0 ? "" : all[(start + scenario.Length + 3)..(end < 0 ? all.Length : end)].TrimEnd('\n');
    }

    // Nine by nine units of 5 to 65 people.
    private static DivisionDefinition Map() => new()
    {
        Units = EquatableArray.From(Enumerable.Range(0, Side * Side).Select(static i => new DivisionUnit { Id = Id(i), People = 5 + (i * 7_919 % 61), Households = 2 + (i * 104_729 % 23) })),
        Edges = EquatableArray.From(Enumerable.Range(0, Side * Side).SelectMany(static i => new[] { (From: i, To: i + 1, Is: i % Side < Side - 1), (From: i, To: i + Side, Is: i + Side < Side * Side) })
            .Where(static pair => pair.Is).Select(static pair => new DivisionEdge(Id(pair.From), Id(pair.To)))),
        Sizing = [new DivisionSizing { Basis = SizingBasis.Population, Grids = 7 }],
    };

    private static DivisionDefinition WithShapes(DivisionDefinition map) => map with
    {
        Units = EquatableArray.From(map.Units.Select(static unit => unit with { AreaSquareMetres = 10_000, PerimeterMetres = 400 })),
        Edges = EquatableArray.From(map.Edges.Select(static edge => edge with { SharedMetres = 100 })),
    };

    private static IEnumerable<string> Divide(DivisionDefinition map, ulong seed)
    {
        var outcome = Divider.Divide(Maps.Compile(map), seed, Budget);
        return [.. Summary(outcome), .. outcome.Plan is { } plan ? Rows(plan) : []];
    }

    private static IEnumerable<string> Redivide(DivisionDefinition map)
    {
        var before = Divider.Divide(Maps.Compile(map), 1, Budget).Plan!;
        var previous = before.Problem.Units.Select((unit, i) => (unit.Id, before.GridOf(i).Code)).ToDictionary(StringComparer.Ordinal);
        var moved = map with
        {
            Units = EquatableArray.From(map.Units.Select(static (unit, i) => unit with { People = unit.People + (i * 31 % 17) })),
            Sizing = [new DivisionSizing { Basis = SizingBasis.Population, Grids = 7, MinPeople = 420, MaxPeople = 520 }],
        };
        var outcome = Redivider.Redivide(Maps.Compile(moved), previous, 1, Budget);
        return [.. Summary(outcome.Division), FormattableString.Invariant($"moved {outcome.Moved}, at least {outcome.MovedBound}"), .. Rows(outcome.Division.Plan!)];
    }

    private static IEnumerable<string> Draw(DivisionDefinition map)
    {
        var start = Divider.Divide(Maps.Compile(map with { Sizing = [new DivisionSizing { Basis = SizingBasis.Population, Grids = 4, MinPeople = 500, MaxPeople = 900 }] }), 1, Budget).Plan!;
        var ensemble = Ensemble.Draw(start, 1, new EnsembleOptions { Draws = 3, StepsPerDraw = 20, MostListed = 0 });
        return Enumerable.Range(0, 3).SelectMany(draw => Rows(ensemble.Plan(draw)).Append(""))
            .Prepend(ensemble.AcceptedShare!.Value.ToString("F4", CultureInfo.InvariantCulture)).Select(static row => row.Length == 0 ? "-" : row);
    }

    private static IEnumerable<string> Summary(DivisionOutcome outcome) =>
    [
        outcome.Plan is { } plan
            ? string.Create(CultureInfo.InvariantCulture, $"{outcome.Verdict}: {plan.Grids.Count} grids of {string.Join(' ', plan.Grids.Select(static grid => grid.Size))}")
            : outcome.Verdict.ToString(),
    ];

    // A letter a unit, row by row.
    private static IEnumerable<string> Rows(DivisionPlan plan)
    {
        var codes = plan.Grids.Select(static grid => grid.Code).Order(StringComparer.Ordinal).ToList();
        return Enumerable.Range(0, Side * Side).Select(i => (char)('a' + codes.IndexOf(plan.GridOf(plan.Problem.TryIndexOf(Id(i), out var unit) ? unit : -1).Code))).Chunk(Side).Select(static row => new string(row));
    }

    private static string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"u{i / Side}{i % Side}");

    private static int Row(string id) => id[1] - '0';

    private static int Column(string id) => id[2] - '0';
}
