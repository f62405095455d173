using System.Globalization;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Runs;

/// <summary>The sample's model over a map of two townships without boundaries: a run needs codes, not geometry.</summary>
internal static class SampleCounty
{
    internal static readonly CountyRunParameters FourWeeks = new()
    {
        From = new LocalDate(2026, 1, 26),
        To = new LocalDate(2026, 2, 22),
        ReportsPerMillionPeople = 3_000,
    };

    internal static GovernanceModel Model { get; } = GovernanceModel.LoadOrThrow(Path.Combine(SourceTree.Root, "samples", "CountyQuickstart", "model"));

    internal static GridMap Map { get; } = CreateMap();

    internal static CountyRunResult Run(CountyRunParameters? parameters = null, long seed = 1, VisitPolicy? visits = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        CountyRun.Execute(
            Model.ToCaseModel(Map, SyntheticRoster.Create(Model.Establishment, Map, new LocalDate(2025, 1, 1), 20, seed)),
            Model.AuthorityList,
            static _ => 93,
            parameters ?? FourWeeks,
            seed,
            visits ?? Model.VisitPolicy,
            progress,
            cancellation);

    private static GridMap CreateMap()
    {
        var units = new List<GridUnit>();
        Add(units, "511921");
        foreach (var township in new[] { "511921001", "511921101" })
        {
            Add(units, township);
            foreach (var village in Codes(township, 201, 5))
            {
                Add(units, village);
                foreach (var grid in Codes(village, 1, 2))
                {
                    Add(units, grid);
                    foreach (var cell in Codes(grid, 1, 10))
                    {
                        Add(units, cell);
                    }
                }
            }
        }

        var map = GridMap.Create(Model.Scheme, units, out var report);
        report.EnsureNoErrors();
        return map!;
    }

    private static IEnumerable<string> Codes(string parent, int first, int count) =>
        Enumerable.Range(first, count).Select(serial => parent + serial.ToString("000", CultureInfo.InvariantCulture));

    private static void Add(List<GridUnit> units, string code) => units.Add(GridUnit.Create(Model.Scheme, GridCode.Parse(code), code, code.Length switch
    {
        18 => GridKind.Cell,
        15 => GridKind.Comprehensive,
        12 => GridKind.Village,
        _ => GridKind.Division,
    }));
}
