using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Studies;
using GridGovernance.Sdk.Simulation.Tests.Runs;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

public sealed class NoticeStudyTests
{
    private static readonly NoticeParameters Standard = new() { Shape = new CountyShape { Townships = 3, Villages = 3, Grids = 2, Cells = 6 }, VacantPermille = 0 };
    private static readonly NoticeStudy Study = new(SampleCounty.Model);

    public static TheoryData<string, NoticeParameters> Ways { get; } = new()
    {
        { "group messages", Standard },
        { "doors only", Standard with { GroupPermille = 0 } },
        { "call after call", Standard with { CallSeconds = 60 } },
        { "calls alone", Standard with { CallSeconds = 60, NoticeSeconds = 0, GroupPermille = 1_000 } },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Run_MoreVacancies_MakesNothingSoonerInAnyReplication(string way, NoticeParameters parameters)
    {
        int[] vacancies = [0, 100, 300, 600, 1_000];
        var result = Run([.. vacancies.Select(vacant => Study.As($"v{vacant}", parameters with { VacantPermille = vacant }))], 4);
        string[] measures = ["minutes-to-cells", "minutes-to-95", "minutes-to-all", "households-missed"];
        foreach (var (measure, (less, more)) in measures.SelectMany(measure => vacancies.Zip(vacancies.Skip(1)).Select(pair => (measure, pair))))
        {
            foreach (var (before, after) in result.ValuesOf($"v{less}", measure).Zip(result.ValuesOf($"v{more}", measure)))
            {
                Assert.True(before <= after, $"{way}, {measure}: {before} with {less} ‰ vacant, {after} with {more} ‰");
            }
        }

        // One person for the whole county is no match for all of them.
        Assert.True(result.Summary("v1000", "minutes-to-cells").Mean > 2 * result.Summary("v0", "minutes-to-cells").Mean, way);
        Assert.True(result.Summary("v1000", "minutes-to-all").Mean > 2 * result.Summary("v0", "minutes-to-all").Mean, way);
    }

    [Fact]
    public void Run_OnePersonForAllDoors_GoesToThemOneAfterTheOther()
    {
        var alone = Standard with { VacantPermille = 1_000, GroupPermille = 0, NoticeSeconds = 0, DoorSeconds = 100 };
        var result = Run([Study.As("alone", alone)], 6);

        // 108 cells of 30 households each, 100 seconds a door.
        Assert.Equal(108 * 30 * 100 / 60.0, result.Summary("alone", "minutes-to-all").Mean!.Value, 200.0);
        Assert.Equal(36.0 / (108 * 30), result.Summary("alone", "reached-in-time").Mean!.Value, 0.003);
    }

    [Fact]
    public void Run_DoorsThatTakeALifetime_AreCounted()
    {
        var endless = Standard with { Shape = new CountyShape { Townships = 1, Villages = 1, Grids = 1, Cells = 1 }, HouseholdsPerCell = 30_000, GroupPermille = 0, DoorSeconds = 86_400 };
        var result = Run([Study.As("endless", endless)], 2);

        Assert.Equal(30_000 * 1_440.0, result.Summary("endless", "minutes-to-all").Mean!.Value, 1_500_000.0);
        Assert.InRange(result.Summary("endless", "reached-in-time").Mean!.Value, 0, 0.001);
    }

    private static ExperimentResult Run(Scenario<NoticeParameters>[] scenarios, int replications) =>
        new Experiment<NoticeParameters>("notice", [.. scenarios], [.. NoticeStudy.Measures.Select(static measure => measure.Code)], Study.Run)
            .Run(new ExperimentOptions { Seed = 11, Replications = ReplicationRange.FirstOf(replications) });
}
