using System.Text;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Tests.Coverage;
using GridGovernance.Sdk.Tests.Geodesy;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

/// <summary>A history goes into a file and comes back as it was.</summary>
public class GridHistoryFileTests
{
    private static readonly LocalDate Day = new(2026, 3, 1);
    private static readonly GridScheme Scheme = new SampleCounty(CoordinateSystem.Metric, 1, 5, 1).Scheme;

    [Fact]
    public void Compile_WhatWasWritten_IsTheSameHistory()
    {
        var county = new SampleCounty(CoordinateSystem.Cgcs2000, 5, 40, 4);
        var history = GridHistory.Begin(county.Map(), Day)
            .Edit(new RenameUnit(Day.PlusDays(1), GridCode.Parse("1001"), "新名") { Reason = "通政发〔2026〕1号" })
            .Edit(new MergeUnits(Day.PlusDays(2), [GridCode.Parse("1002"), GridCode.Parse("1003")], "合"));

        var text = GovernanceJson.Write(GridHistoryDefinition.Of("sample", history));
        var read = GovernanceJson.Read<GridHistoryDefinition>(text, "history.json");
        var again = GridHistory.Compile(read.Value!, history.Scheme, out var report);

        Assert.Empty(read.Report);
        Assert.Empty(report);
        Assert.Equal(Encoding.UTF8.GetString(text), Encoding.UTF8.GetString(GovernanceJson.Write(GridHistoryDefinition.Of("sample", again!))));
        Assert.Equal(history.Events.Select(static e => (e.Kind, e.On, e.Reason, e.Ended, e.Lineage)), again!.Events.Select(static e => (e.Kind, e.On, e.Reason, e.Ended, e.Lineage)));
        for (var days = -1; days < 4; days++)
        {
            var (was, now) = (history.AsOf(Day.PlusDays(days)), again.AsOf(Day.PlusDays(days)));
            Assert.Equal(was.Units.Select(Describe), now.Units.Select(Describe));
            Assert.All(was.Units.Zip(now.Units), static pair => Assert.True(pair.First.Boundary!.HasSameEdges(pair.Second.Boundary!)));
        }

        Assert.Equal(history.Resolve(GridCode.Parse("1002"), Day.PlusDays(9)), again.Resolve(GridCode.Parse("1002"), Day.PlusDays(9)));
    }

    [Fact]
    public void Compile_AFaultyDefinition_NamesEveryFaultWithItsPlace()
    {
        GridUnitDefinition Unit(string code, params decimal[] ring) => new()
        {
            Code = GridCode.Parse(code),
            Name = code,
            Kind = GridKind.Division,
            Boundary = ring.Length == 0 ? [] : [new GridPolygonDefinition { Rings = [EquatableArray.From(ring)] }],
        };
        var definition = new GridHistoryDefinition
        {
            Code = "faulty",
            System = "metric",
            Events =
            [
                new() { Kind = GridEventKind.Established, On = Day, Begun = [Unit("10", 0, 0, 1, 0, 1, 1), Unit("100", 0, 0, 1, 0, 1, 1)] },
                new() { Kind = GridEventKind.Established, On = Day, Begun = [Unit("1001", 0, 0, 1, 0), Unit("1002", 0, 0, 1, 0, 1, 1, 5), Unit("1003", 0, 0, 1e12m, 0, 1, 1), Unit("1004", 0, 0, 1, 1, 2, 2)] },
            ],
        };

        Assert.Null(GridHistory.Compile(definition, Scheme, out var report));
        Assert.Equal(
            ["/events/0/begun/1/code grids.history-level", .. Enumerable.Range(0, 4).Select(static k => $"/events/1/begun/{k}/boundary grids.history-boundary")],
            Lines(report));

        GridHistory.Compile(definition with { System = "mars" }, Scheme, out report);
        Assert.Equal(["/system grids.history-system", "/events/0/begun/1/code grids.history-level"], Lines(report));
        Assert.Contains("cgcs2000, wgs84, gcj02, bd09, metric", report[0].Message.ToString(), StringComparison.Ordinal);

        GridHistory.Compile(definition with { System = null, Events = [definition.Events[0] with { Begun = [definition.Events[0].Begun[0]] }] }, Scheme, out report);
        Assert.Equal(["/events/0/begun/0/boundary grids.history-no-system"], Lines(report));
    }

    [Fact]
    public void Compile_AnEventThatDoesNotFollow_IsNamed()
    {
        GridEventDefinition Event(LocalDate on, string ended, string begun) => new()
        {
            Kind = GridEventKind.Renamed,
            On = on,
            Ended = ended.Length == 0 ? [] : [GridCode.Parse(ended)],
            Begun = begun.Length == 0 ? [] : [new() { Code = GridCode.Parse(begun), Name = begun, Kind = GridKind.Division }],
        };
        FindingReport Report(params GridEventDefinition[] events)
        {
            GridHistory.Compile(new GridHistoryDefinition { Code = "c", Events = [.. events] }, Scheme, out var report);
            return report;
        }

        Assert.Empty(Report(Event(Day, "", "10"), Event(Day, "10", "11")));
        Assert.Equal(["/events/1 grids.history-event"], Lines(Report(Event(Day, "", "10"), Event(Day.PlusDays(-1), "", "11"), Event(Day.PlusDays(-2), "", "12"))));
        Assert.Equal(["/events/0 grids.history-event"], Lines(Report(Event(Day, "10", ""))));
        Assert.Equal(["/events/2 grids.history-event"], Lines(Report(Event(Day, "", "10"), Event(Day, "10", ""), Event(Day, "", "10"))));
    }

    [Fact]
    public void Compile_DaysOnWhichTheUnitsFormNoMap_AreNamedEachWithItsDates()
    {
        GridUnitDefinition Unit(string code, string? parent = null, GridKind kind = GridKind.Division) => new() { Code = GridCode.Parse(code), Name = code, Kind = kind, Parent = parent is null ? null : GridCode.Parse(parent) };
        GridEventDefinition Event(int day, string ended, params GridUnitDefinition[] begun) => new()
        {
            Kind = GridEventKind.Established,
            On = Day.PlusDays(day),
            Ended = [.. ended.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(GridCode.Parse)],
            Begun = [.. begun],
        };
        FindingReport Report(params GridEventDefinition[] events)
        {
            Assert.Equal(events.Length > 0, GridHistory.Compile(new GridHistoryDefinition { Code = "c", Events = [.. events] }, Scheme, out var report) is null == report.HasErrors);
            return report;
        }

        // The village's parent comes a day late, and goes while the village stays; in between all is well.
        var report = Report(
            Event(0, "", Unit("1001", "10")),
            Event(1, "", Unit("10")),
            Event(5, "", Unit("10010001", "1001"), Unit("10010002", "1001", GridKind.OffTerritory)),
            Event(8, "1001", Unit("1002", "10")),
            Event(8, "10010001 10010002"),
            Event(10, "10"),
            Event(12, "", Unit("11")));

        Assert.Equal(["/events/0 1001 grids.history-broken", "/events/5 1002 grids.history-broken-since"], report.Select(static f => $"{f.Place.Path} {f.Place.Subject} {f.Code}"));
        Assert.Equal(
            "The units must form a map on every day, but from 2026-03-01 to 2026-03-01 they do not: The unit \"1001\" needs a parent on the map, but names \"10\", which is not there.",
            report[0].Message.ToString());
        Assert.Equal(
            "每一天的单元都应构成地图，但自 2026-03-11 起不能：" + GridsMessages.Catalogue["grids.unknown-parent", GridCode.Parse("1002"), GridCode.Parse("10")].Zh(),
            report[1].Message.Zh());

        // What is broken in another way is another finding; what stays broken over an event that touches it is one.
        report = Report(
            Event(0, "", Unit("10"), Unit("10010001", "10")),
            Event(2, "", Unit("10010001", "10") with { Name = "renamed" }),
            Event(4, "", Unit("10010001", "1009")),
            Event(6, "10010001"));
        Assert.Equal(
            ["2026-03-01 2026-03-04 grids.parent-level", "2026-03-05 2026-03-06 grids.unknown-parent"],
            report.Select(static f => $"{((LocalDate)f.Message.Values[0]!):uuuu-MM-dd} {((LocalDate)f.Message.Values[1]!):uuuu-MM-dd} {((Message)f.Message.Values[2]!).Code}"));

        // Within one day the order of the events does not matter.
        Assert.Empty(Report(Event(0, "", Unit("10010001", "1001")), Event(0, "", Unit("1001", "10")), Event(0, "", Unit("10"))));
    }

    [Fact]
    public void Compile_AHistoryWithoutAFinding_HasAMapOnEachOfItsDays()
    {
        var history = GridHistory.Begin(new SampleCounty(CoordinateSystem.Metric, 6, 30, 3).Map(), Day).Edit(new RenameUnit(Day.PlusDays(3), GridCode.Parse("1001"), "x"));

        var read = GridHistory.Compile(GridHistoryDefinition.Of("sample", history), history.Scheme, out var report);

        Assert.Empty(report);
        Assert.All(read!.ToTimeline().Changes, day => Assert.NotNull(read.AsOf(day)));
    }

    private static IEnumerable<string> Lines(FindingReport report) => report.Select(static f => $"{f.Place.Path} {f.Code}");

    private static string Describe(GridUnit unit) => $"{unit} {unit.Level} {unit.Kind} {unit.Parent} {unit.Settlement}";
}
