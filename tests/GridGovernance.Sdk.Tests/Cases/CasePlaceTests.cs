using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>A case keeps pointing to the grid of its day, and whoever has that place now deals with it.</summary>
public class CasePlaceTests
{
    private static readonly LocalDate Change = new(2026, 1, 6);
    private static readonly Instant After = SmallCounty.Monday + Duration.FromDays(2);
    private static readonly GridCode Grid = GridCode.Parse("511921100201001");
    private static readonly GridCode OtherGrid = GridCode.Parse("511921100201002");

    [Fact]
    public void ACaseOfAMergedGrid_StaysWhereItWasAndBelongsToTheNewGrid()
    {
        var c = SmallCounty.Engine().Report();
        var history = GridHistory.Begin(SmallCounty.Map, new LocalDate(2025, 1, 1)).Edit(new MergeUnits(Change, [Grid, OtherGrid], "合"));
        var model = Over(history);
        var merged = history.SuccessorsOf(Grid)[0];

        var place = model.PlaceOf(c, After);

        Assert.Equal(SmallCounty.Cell, c.Place);
        Assert.Equal((SmallCounty.Cell, true, false, true), (place.Code, place.IsKnown, place.IsInForce, place.Single is not null));
        Assert.Equal(merged, model.Map.AncestorAt(place.Single!.Value, "grid")!.Code);
        Assert.True(model.PlaceOf(c, SmallCounty.Monday).IsInForce);
        Assert.False(model.PlaceOf(c, After).IsInForce);

        var accepted = new CaseEngine(model).Do(c, new MoveCase("accept", "accept"), SmallCounty.Dispatcher, After);
        Assert.Equal(SmallCounty.Cell, accepted.Place);
        var newWorker = new Seat("grid-worker", merged.ToString());
        Assert.True(new CaseEngine(model).Decide(accepted, new DispatchCase("d", newWorker), SmallCounty.Dispatcher, After).IsAccepted);
        Assert.Contains("cases.not-your-grid", Codes(new CaseEngine(model).Decide(accepted, new DispatchCase("d", SmallCounty.OtherGridWorker.Seat), SmallCounty.Dispatcher, After)));
    }

    [Fact]
    public void ACaseOfASplitCell_BelongsToTheGridThatHoldsAllItsParts()
    {
        var c = SmallCounty.Engine().Report();
        var history = GridHistory.Begin(SmallCounty.Map, new LocalDate(2025, 1, 1)).Edit(new SplitUnit(Change, SmallCounty.Cell, [new("甲", null), new("乙", null)]));
        var model = Over(history);

        Assert.Equal(2, model.PlaceOf(c, After).Units.Count);
        Assert.Null(model.PlaceOf(c, After).Single);
        var accepted = new CaseEngine(model).Do(c, new MoveCase("accept", "accept"), SmallCounty.Dispatcher, After);
        Assert.True(new CaseEngine(model).Decide(accepted, new DispatchCase("d", SmallCounty.GridWorker.Seat), SmallCounty.Dispatcher, After).IsAccepted);
    }

    [Fact]
    public void WithoutAHistory_NobodyIsInThePlaceOfAGridThatIsNoMore()
    {
        var c = SmallCounty.Engine().Report();
        var history = GridHistory.Begin(SmallCounty.Map, new LocalDate(2025, 1, 1)).Edit(new MergeUnits(Change, [Grid, OtherGrid], "合"));
        var model = Over(history, keepsHistory: false);

        Assert.Equal(new GridResolution(c.Place, new LocalDate(2026, 1, 7), false, []), model.PlaceOf(c, After));
        Assert.Equal(["cases.not-your-grid"], Codes(new CaseEngine(model).Decide(c, new MoveCase("accept", "accept"), SmallCounty.Dispatcher, After)));
        Assert.Equal(new GridResolution(c.Place, new LocalDate(2026, 1, 7), true, [c.Place]), SmallCounty.Model().PlaceOf(c, After));
    }

    [Fact]
    public void WhoMayTry_InTheGridThatTookThePlace_AreTheSeatsAboveIt()
    {
        var c = SmallCounty.Engine().Report();
        var history = GridHistory.Begin(SmallCounty.Map, new LocalDate(2025, 1, 1)).Edit(new MergeUnits(Change, [Grid, OtherGrid], "合"));

        Assert.Contains(SmallCounty.Dispatcher.Seat, CaseParticipants.WhoMayTry(Over(history), c, "accept", After));
        Assert.DoesNotContain(SmallCounty.Dispatcher.Seat, CaseParticipants.WhoMayTry(Over(history, keepsHistory: false), c, "accept", After).Where(seat => seat != c.Responsible));
    }

    private static IEnumerable<string> Codes(Decision<GridGovernance.Sdk.Cases.Events.CaseEvent> decision) => decision.Refusals.Select(static r => r.Code);

    private static CaseModel Over(GridHistory history, bool keepsHistory = true)
    {
        var model = SmallCounty.Model();
        return new CaseModel
        {
            Lifecycles = model.Lifecycles,
            Calendar = model.Calendar,
            Matters = model.Matters,
            Lists = model.Lists,
            Establishment = model.Establishment,
            Map = history.AsOf(new LocalDate(2026, 1, 7)),
            History = keepsHistory ? history : null,
        };
    }
}
