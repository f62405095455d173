using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class IndicatorTableTests
{
    private static readonly Indicator Closed = IndicatorCatalogue.Standard.Find("closure-rate")!;

    [Fact]
    public void FromCases_GivesEachUnitItsOwnCases()
    {
        CaseFact[] facts =
        [
            Fact("1", "y", CaseMarks.ClosureDue | CaseMarks.Closed), Fact("2", "x", CaseMarks.ClosureDue), Fact("3", "y", CaseMarks.ClosureDue), Fact("4", "elsewhere", CaseMarks.ClosureDue),
            Fact("5", null, CaseMarks.ClosureDue), Fact("6", "y", CaseMarks.Closed),
        ];
        var counted = Indicator.OfFunction("counted", new("c", "c"), null, static (unit, own) => IndicatorValue.Of(own.Count + (unit == "y" ? 100 : 0)));
        var table = IndicatorTable.FromCases(["x", "y", "z"], facts, static fact => fact.Worker, [Closed, counted, Indicator.Declared("declared")]);

        Assert.Equal([new Rate(0, 1), new Rate(1, 2), new Rate(0, 0)], table.Find("closure-rate")!.Values.Select(static value => value.Rate!.Value));
        Assert.Equal([1m, 103m, 0m], table.Find("counted")!.Values.Select(static value => value.Number!.Value));
        Assert.All(table.Find("declared")!.Values, static value => Assert.Equal(IndicatorValue.Missing, value));
        Assert.Equal(new CaseTrace(["1", "3"], ["1"]), table.Find("closure-rate")!.Trace(1));
        Assert.Equal(new CaseTrace(["1", "3", "6"], []), table.Find("counted")!.Trace(1));
        Assert.Equal(CaseTrace.None, table.Find("declared")!.Trace(1));
        Assert.Equal([1, -1], [table.PositionOf("y"), table.PositionOf("elsewhere")]);
        Assert.Null(table.Find("unheard-of"));
        Assert.Equal(["closure-rate", "counted", "declared", "more"], table.WithColumn(new("more", [default, default, default])).Columns.Select(static column => column.Code));
        Assert.Equal([true, true, false], [Closed.IsComputed, counted.IsComputed, Indicator.Declared("declared").IsComputed]);
    }

    [Fact]
    public void Union_OfTraces_NamesACaseOnce() => Assert.Equal(new CaseTrace(["1", "2", "3"], ["2", "3"]), CaseTrace.Union([new(["1", "2"], ["2"]), new(["2", "3"], ["2", "3"])]));

    // A case that the denominator counts twice weighs twice; what it does not count is left out above the line too.
    [Fact]
    public void Evaluate_ByWeights_CountsWhatTheDenominatorCounts()
    {
        var indicator = Indicator.OfRate(
            "x", new("x", "x"), IndicatorDirection.Up, new CaseSelector("a", new("a", "a"), static fact => fact.WorkerRating ?? 0), new CaseSelector("b", new("b", "b"), static fact => fact.DepartmentRating ?? 0));
        CaseFact[] facts = [Fact("1", "x", default) with { WorkerRating = 1, DepartmentRating = 2 }, Fact("2", "x", default) with { WorkerRating = 5 }, Fact("3", "x", default) with { DepartmentRating = 3 }];

        Assert.Equal(new Rate(1, 5), indicator.Evaluate("x", facts).Rate);
        Assert.Equal(new CaseTrace(["1", "3"], ["1"]), indicator.Trace(facts));
    }

    [Fact]
    public void With_OtherValues_KeepsTheTraceAndTheFractionsOfTheRest()
    {
        var column = new IndicatorColumn("a", [IndicatorValue.Of(0.5m), IndicatorValue.Of(0.5m)], static unit => new CaseTrace([$"{unit}"], []), static _ => ExactNumber.Of(0.75m));
        var changed = column.With([IndicatorValue.Of(0.5m), IndicatorValue.Of(0.25m)]);

        Assert.Equal([0.75m, 0.25m], [changed.Exact(0)!.Value.Nearest(), changed.Exact(1)!.Value.Nearest()]);
        Assert.Equal(["1"], changed.Trace(1).Counted);
    }

    private static CaseFact Fact(string id, string? worker, CaseMarks marks) => new() { CaseId = id, Worker = worker, Marks = marks };
}
