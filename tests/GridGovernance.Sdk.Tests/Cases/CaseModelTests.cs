using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseModelTests
{
    private static readonly EquatableArray<CaseChannel> Channels = [CaseChannel.Presets[0]];
    private static readonly EquatableArray<TierRule> Rules = [new("daily", new LocalizedText("Always.", "总是。"))];

    [Fact]
    public void With_TakesWhatIsGiven_AndKeepsTheRest()
    {
        var facilities = SubjectRegister<FacilityEntry>.Create(CoordinateSystem.Cgcs2000, [], out _)!;
        var model = Model(roster: RosterOf(GridWorker.Seat)).With(Channels, Rules, facilities, EvaluationTable.Sample);

        Assert.Equal((Channels, Rules), (model.Channels, model.TierRules));
        Assert.Same(facilities, model.Facilities);
        Assert.Same(EvaluationTable.Sample, model.Evaluation);
        foreach (var kept in new[] { model.With(), model.With(channels: []), model.With(tierRules: []), model.With(facilities: null), model.With(evaluation: null) })
        {
            Assert.Same(model.Lifecycles, kept.Lifecycles);
            Assert.Same(model.Calendar, kept.Calendar);
            Assert.Same(model.Matters, kept.Matters);
            Assert.Same(model.Lists, kept.Lists);
            Assert.Same(model.Establishment, kept.Establishment);
            Assert.Same(model.Map, kept.Map);
            Assert.Same(model.Roster, kept.Roster);
            Assert.Same(model.Facilities, kept.Facilities);
            Assert.Same(model.Evaluation, kept.Evaluation);
            Assert.Equal(model.Guards, kept.Guards);
        }

        Assert.Empty(model.With(channels: []).Channels);
        Assert.Equal(Channels, model.With(tierRules: []).Channels);
        Assert.Empty(model.With(tierRules: []).TierRules);
        Assert.Equal(Rules, model.With(channels: []).TierRules);
        var other = new EvaluationTable(EvaluationTable.Sample.Rules, EvaluationTable.Sample.Window, EvaluationTable.Sample.Policy, 3);
        Assert.Same(other, model.With(evaluation: other).Evaluation);
        Assert.Null(Model().With().Evaluation);
    }

    [Fact]
    public void AModel_HasThePresetChannelsAndAllGuards_UnlessTheHostSaysOtherwise()
    {
        Assert.Equal(CaseChannel.Presets, Model().Channels);
        Assert.Equal(CaseGuards.All, Model().Guards);
        Assert.Empty(Model().TierRules);
        Assert.Null(Model().Facilities);
        Assert.Null(Model().Evaluation);
        Assert.Null(Model().History);
    }

    [Fact]
    public void APlaceThatTheMapStillHas_BelongsToWhoeverTheMapSays_ThoughItsHistoryGoesOn()
    {
        var history = GridHistory.Begin(Map, new LocalDate(2025, 1, 1)).Edit(new MergeUnits(new LocalDate(2026, 1, 6), [GridCode.Parse("511921100201001"), GridCode.Parse("511921100201002")], "合"));
        var model = Model();
        var old = new CaseModel
        {
            Lifecycles = model.Lifecycles, Calendar = model.Calendar, Matters = model.Matters, Lists = model.Lists, Establishment = model.Establishment, Map = Map, History = history,
        };
        var c = new CaseEngine(old).Report();

        Assert.True(new CaseEngine(old).Decide(c, new MoveCase("a", "accept"), GridWorker, Monday + Duration.FromDays(2)).IsAccepted);
    }

    [Fact]
    public void APlaceThatWentOnInTwoGrids_BelongsToWhatIsAboveBoth_AndToNeitherGrid()
    {
        var change = new LocalDate(2026, 1, 6);
        var history = GridHistory.Begin(Map, new LocalDate(2025, 1, 1));
        var (inOtherGrid, inOtherVillage) = (GridCode.Parse("511921100201002001"), OtherCell);
        CaseEngine After(params GridCode[] successors)
        {
            var edited = history.Edit(new AbolishUnits(change, [Cell], EquatableArray.From(successors)));
            var model = Model();
            return new CaseEngine(new CaseModel
            {
                Lifecycles = model.Lifecycles, Calendar = model.Calendar, Matters = model.Matters, Lists = model.Lists, Establishment = model.Establishment,
                Map = edited.AsOf(change.PlusDays(1)), History = edited,
            });
        }

        var c = SmallCounty.Engine().Do(SmallCounty.Engine().Report(), new MoveCase("a", "accept"), Dispatcher, Monday);
        bool Covers(CaseEngine engine, CaseActor who) => engine.Decide(c, new SizeCase("s", CaseSize.Small, "why"), who, Monday + Duration.FromDays(2)).IsAccepted;

        var one = After(GridCode.Parse("511921100201001002"));
        Assert.True(Covers(one, GridWorker) && Covers(one, VillageHead) && Covers(one, TownshipCommander));
        var twoGrids = After(GridCode.Parse("511921100201001002"), inOtherGrid);
        Assert.True(!Covers(twoGrids, GridWorker) && Covers(twoGrids, VillageHead) && Covers(twoGrids, TownshipCommander));
        var twoVillages = After(inOtherGrid, inOtherVillage);
        Assert.True(!Covers(twoVillages, OtherGridWorker) && !Covers(twoVillages, VillageHead) && Covers(twoVillages, TownshipCommander));
        Assert.False(Covers(After(), TownshipCommander));
    }
}
