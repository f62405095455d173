using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Published tables and lists of the room, each entry stated.</summary>
public class CasePublishedTests
{
    private static readonly CaseEngine Engine = SmallCounty.Engine();

    [Theory]
    [InlineData(EvaluationVoice.Good, "File VerifyAgain VerifyAgain File VerifyAgain File File VerifyAgain VerifyAgain")]
    [InlineData(EvaluationVoice.Silent, "CallAgain VerifyAgain VerifyAgain CallAgain VerifyAgain CallAgain CallAgain VerifyAgain VerifyAgain")]
    [InlineData(EvaluationVoice.Bad, "Reopen ReopenUnderSupervision ReopenUnderSupervision Reopen ReopenUnderSupervision Reopen Reopen ReopenUnderSupervision ReopenUnderSupervision")]
    public void TheSampleTable_LeadsFromEachVoice_Here(EvaluationVoice resident, string consequences)
    {
        // The other two: silent–silent, silent–bad, bad–silent, silent–good, bad–good, good–silent, good–good, good–bad, bad–bad.
        const EvaluationVoice Silent = EvaluationVoice.Silent, Good = EvaluationVoice.Good, Bad = EvaluationVoice.Bad;
        (EvaluationVoice, EvaluationVoice)[] others = [(Silent, Silent), (Silent, Bad), (Bad, Silent), (Silent, Good), (Bad, Good), (Good, Silent), (Good, Good), (Good, Bad), (Bad, Bad)];
        var sample = EvaluationTable.Sample;
        var table = new EvaluationTable(sample.Rules, sample.Window, sample.Policy);

        Assert.Equal(consequences.Split(' '), others.Select(pair => table.ConsequenceOf(resident, pair.Item1, pair.Item2).ToString()));
        Assert.Equal((10, LimitUnit.WorkingDays, CountingPolicy.CivilCode, 4), (table.Window.Amount, table.Window.Unit, table.Policy, table.GoodFrom));
    }

    [Theory]
    [InlineData(4, 4, EvaluationConsequence.File)]
    [InlineData(3, 4, EvaluationConsequence.Reopen)]
    [InlineData(3, 3, EvaluationConsequence.File)]
    public void ARating_IsGoodFromTheLeastGoodOneOn(int rating, int goodFrom, EvaluationConsequence consequence)
    {
        var sample = EvaluationTable.Sample;
        var table = new EvaluationTable(sample.Rules, sample.Window, sample.Policy, goodFrom);
        var c = CaseEngineTests.Closed(Engine);
        c = Engine.Do(c, new EvaluateCase("r", EvaluationParty.Resident, rating), Dispatcher, c.ChangedAt);
        Assert.Null(table.ConsequenceOf(c, WorkCalendar.China, c.ChangedAt));
        c = Engine.Do(c, new EvaluateCase("d", EvaluationParty.Department, 5), Handler, c.ChangedAt);
        c = Engine.Do(c, new EvaluateCase("g", EvaluationParty.GridWorker, 5), GridWorker, c.ChangedAt);

        Assert.Equal(consequence, table.ConsequenceOf(c, WorkCalendar.China, c.ChangedAt));
    }

    [Fact]
    public void AWindowOfEvaluation_EndsWithItsLastInstant_AndOneThatTheCalendarDoesNotKnowDoesNotEnd()
    {
        var engine = new CaseEngine(Model().With(evaluation: EvaluationTable.Sample));
        var c = CaseEngineTests.Closed(engine);
        var end = WorkCalendar.China.Due(c.ClosedAt!.Value, EvaluationTable.Sample.Window, EvaluationTable.Sample.Policy).At;
        Decision<CaseEvent> At(Instant at) => engine.Decide(c, new EvaluateCase("r", EvaluationParty.Resident, 5), Dispatcher, at);

        Assert.True(At(end).IsAccepted);
        var refusal = Assert.Single(At(end + Duration.Epsilon).Refusals);
        Assert.Equal((RefusalKind.OutsideListOrTime, $"Case \"case-1\" must be rated within the window of evaluation, but that ended at {end}."), (refusal.Kind, refusal.Message.ToString()));
        var sample = EvaluationTable.Sample;
        var endless = new EvaluationTable(sample.Rules, new TimeLimit(400, LimitUnit.WorkingDays), sample.Policy);
        Assert.True(new CaseEngine(Model().With(evaluation: endless)).Decide(c, new EvaluateCase("r", EvaluationParty.Resident, 5), Dispatcher, end + Duration.FromDays(30)).IsAccepted);
        Assert.Null(endless.ConsequenceOf(c, WorkCalendar.China, end + Duration.FromDays(30)));
    }

    [Fact]
    public void ASample_OfASeed_IsThis()
    {
        var ids = Enumerable.Range(0, 20).Select(i => $"case-{i:00}").ToArray();

        Assert.Equal(VerificationSample.Draw(ids, 0.25m, 2026), VerificationSample.Draw(ids.Reverse(), 0.25m, 2026));
        Assert.Equal("case-01 case-12 case-13 case-15 case-16", string.Join(' ', VerificationSample.Draw(ids, 0.25m, 2026)));
    }

    [Fact]
    public void Channels_AreVerified_TracedOrByProxy_AsPublished()
    {
        string Codes(Func<CaseChannel, bool> of) => string.Join(' ', CaseChannel.Presets.Where(of).Select(channel => channel.Code));

        Assert.Equal("public-snapshot wechat hotline-12345 hotline-96345 online-mass-work", Codes(channel => channel.NeedsVerification));
        Assert.Equal("petition media superior", Codes(channel => channel.IsTraced));
        Assert.Equal("proxy", Codes(channel => channel.IsByProxy));
        Assert.Equal(14, CaseChannel.Presets.Count);
    }

    [Fact]
    public void TheTeamOfXCounty_IsOfFive_UnderTheDeputySecretary()
    {
        var team = CommandTeam.XCounty("511921");

        Assert.Equal("joint-handling", team.Code);
        Assert.Equal(
            ["Adviser county-party-secretary@511921", "Adviser county-head@511921", "Commander deputy-party-secretary@511921", "DeputyCommander political-legal-secretary@511921", "DeputyCommander deputy-county-head@511921"],
            team.Members.Select(member => $"{member.Role} {member.Seat}"));
        Assert.Equal("deputy-party-secretary@511921", team.Commander().ToString());
        Assert.Null(new CommandTeam("none", []).Commander());
        Assert.Null(new CommandTeam("none", [new(CommandTeamRole.Member, GridWorker.Seat)]).Commander());
    }

    [Theory]
    [InlineData(CaseEffect.MarkHandled, true)]
    [InlineData(CaseEffect.MarkDispatched, true)]
    [InlineData(CaseEffect.MarkReworked, true)]
    [InlineData(CaseEffect.MarkReturned, true)]
    [InlineData(CaseEffect.MarkForced, true)]
    [InlineData(CaseEffect.MarkRefused, true)]
    [InlineData(CaseEffect.MarkVerified, true)]
    [InlineData(CaseEffect.MarkMerged, true)]
    [InlineData("notify-lead", false)]
    public void AnEffect_IsTheCasesOwn_OrTheHosts(string effect, bool own) => Assert.Equal(own, CaseEffect.IsMark(effect));

    [Theory]
    [InlineData("rubbish", "media", true)]
    [InlineData("litter", "media", true)]
    [InlineData("noise", "media", false)]
    [InlineData("rubbish", "video", false)]
    public void ARule_FitsItsMattersOrTheirClasses_AndItsChannels(string matter, string channel, bool fits)
    {
        var rule = new TierRule("serious", new LocalizedText("r", "由")) { Matters = ["rubbish", "class-litter"], Channels = ["media", "petition"] };
        Matter Of(string code) => new(code, "class-" + code, code, code, MatterPurpose.Order, Origin.Sample, "sample");

        Assert.Equal(fits, rule.Fits(Of(matter), channel));
        Assert.True((rule with { Matters = [], Channels = [] }).Fits(Of(matter), channel));
        Assert.Equal(fits || matter == "noise", (rule with { Matters = [] }).Fits(Of(matter), channel));
    }

    [Fact]
    public void WhereTheCatalogueAloneGivesATier_ItCountsAsARule_OnlyWhereThereAreRules()
    {
        var matter = new Matter("rubbish", "city", "Rubbish", "垃圾", MatterPurpose.Order, Origin.Sample, "sample", Tier: "daily");
        var rule = TierRule.Choose([], matter, "video")!;
        Assert.Equal(("daily", "The catalogue of matters gives it.", "rubbish"), (rule.Tier, rule.Reason.En, string.Join(",", rule.Matters)));

        var model = Model();
        var withTier = new CaseModel
        {
            Lifecycles = model.Lifecycles, Calendar = model.Calendar, Lists = model.Lists, Establishment = model.Establishment, Map = model.Map,
            Matters = MatterCatalogue.Compile([matter], model.Establishment, out _)!,
        };
        Decision<CaseEvent> Report(CaseModel under) => new CaseEngine(under).Decide(null, new ReportCase("r", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday);

        Assert.Null(GridCase.Replay(Report(withTier).EnsureAccepted()).TierReason);
        Assert.Equal("cases.tier-needs-reason", Assert.Single(Report(withTier.With(tierRules: [new("serious", new LocalizedText("r", "由")) { Channels = ["media"] }])).Refusals).Code);
    }

    [Fact]
    public void SimilarCases_AreMeasuredInTheirSystem_CgcsUnlessSaid()
    {
        CaseSighting[] known = [new("b", "x", new GeoPoint(0, 50), Monday), new("a", "x", new GeoPoint(30, 40), Monday), new("far", "x", new GeoPoint(30, 41), Monday)];
        var here = new CaseSighting("new", "x", new GeoPoint(0, 0), Monday);

        Assert.Equal(["a", "b"], new SimilarCases(known, CoordinateSystem.Metric).Find(here));
        Assert.Empty(new SimilarCases(known).Find(here));
        Assert.Equal(["a", "b", "far"], new SimilarCases(known, CoordinateSystem.Metric, 51).Find(here));
        Assert.Empty(new SimilarCases(known, CoordinateSystem.Metric, within: Duration.Zero).Find(here with { At = Monday - Duration.Epsilon }));
    }

    [Fact]
    public void AGoal_CountsItsSize_AtItsLevelAndBelow()
    {
        (CaseSize, string?)[] solved = [(CaseSize.Large, "grid"), (CaseSize.Large, "township"), (CaseSize.Large, "county"), (CaseSize.Large, "nowhere"), (CaseSize.Large, null), (CaseSize.Small, "grid")];

        Assert.Equal((2, 5), CeilingGoal.XCounty[1].Measure(solved, Scheme));
        Assert.Equal((3, 5), (CeilingGoal.XCounty[1] with { Level = "county" }).Measure(solved, Scheme));
        Assert.Equal((0, 0), CeilingGoal.XCounty[0].Measure([], Scheme));
        Assert.Equal(["Small grid", "Large township"], CeilingGoal.XCounty.Select(goal => $"{goal.Size} {goal.Level}"));
        Assert.Equal(["Small grid", "Large village"], CeilingGoal.Tongjiang.Select(goal => $"{goal.Size} {goal.Level}"));
        Assert.Contains("one of county, township, village, grid, cell", Assert.Throws<ArgumentException>(() => (CeilingGoal.XCounty[0] with { Level = "moon" }).Measure([], Scheme)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_AreFoundByCode_EachItemInItsClass()
    {
        CaseCategory Of(string code, string? of) => new(code, new LocalizedText(code, code), of, Origin.Sample, "sample");
        var catalogue = CaseCategories.Compile([Of("b", "a"), Of("a", null), Of("c", "a")], out var report)!;

        Assert.Empty(report);
        Assert.Equal(["b", "a", "c"], catalogue.All.Select(category => category.Code));
        Assert.True(catalogue.TryFind("c", out var found));
        Assert.Equal("a", found.Class);
        Assert.False(catalogue.TryFind("d", out var none));
        Assert.Null(none);
        Assert.All(CaseCategories.XCountySize.All, category => Assert.Equal(category.Class is null, !category.Code.Contains('-', StringComparison.Ordinal) || CaseCategories.XCountySize.All.Any(item => item.Class == category.Code)));
    }

    [Fact]
    public void ADepartmentsRatings_AreOfTheCasesItLed_InTheOrderOfUnitAndParty()
    {
        var c = CaseEngineTests.Closed(Engine);
        var handed = c with { };
        GridCase Rated(GridCase of, params (EvaluationParty Party, int Rating)[] ratings) => ratings.Aggregate(of, (rated, rating) =>
            GridCase.Apply(rated, new CaseEvaluated(rating.Party, rating.Rating) { CommandId = $"{rating}", At = rated.ChangedAt, By = rating.Party == EvaluationParty.Resident ? Dispatcher.Seat : new("grid-worker", $"{rating.Rating}") }));
        var other = GridCase.Apply(c, new CaseDispatched(new("department-handler", "a-bureau"), [], "handle", []) { CommandId = "x", At = c.ChangedAt, By = Dispatcher.Seat });
        var led = GridCase.Apply(c, new CaseDispatched(GridWorker.Seat, [], "handle", []) { CommandId = "x", At = c.ChangedAt, By = Dispatcher.Seat });

        var found = DepartmentRating.Sum(
            [Rated(handed, (EvaluationParty.GridWorker, 2), (EvaluationParty.Resident, 5)), Rated(c, (EvaluationParty.GridWorker, 3), (EvaluationParty.Department, 1)), Rated(other, (EvaluationParty.Resident, 1)), Rated(led, (EvaluationParty.Resident, 1))],
            unit => unit is "civil-affairs" or "a-bureau", 2);

        Assert.Equal(
            [new("a-bureau", EvaluationParty.Resident, null, null), new("civil-affairs", EvaluationParty.Resident, null, null), new("civil-affairs", EvaluationParty.GridWorker, 2, 2.5m)], found);
    }

    [Fact]
    public void AMigratedCase_RenamesTheClocksThatHaveANewCode_AndNoOthers()
    {
        var c = Engine.Report();
        CaseMigrated Renaming(EquatableArray<string> old, EquatableArray<string> young) =>
            new(c.Lifecycle, c.Lifecycle with { Version = 2 }, "reported", GridWorker.Seat, old, young) { CommandId = "m", At = c.ChangedAt, By = Dispatcher.Seat };
        string[] Clocks(CaseMigrated e) => [.. GridCase.Apply(c, e).Clocks.Select(clock => clock.Code)];

        Assert.Equal(["begin", "closure"], Clocks(Renaming(["intake"], ["begin"])));
        Assert.Equal(["begin", "end"], Clocks(Renaming(["closure", "intake"], ["end", "begin"])));
        Assert.Equal(["intake", "end"], Clocks(Renaming(["closure", "intake"], ["end"])));
        Assert.Equal(["intake", "closure"], Clocks(Renaming(["other"], ["begin", "end"])));
        Assert.Equal((2, "reported"), (GridCase.Apply(c, Renaming([], [])).Lifecycle.Version, GridCase.Apply(c, Renaming([], [])).State));
    }

    [Fact]
    public void AClockThatWasPausedPastItsDeadline_AndIsStoppedThen_IsMetInTime()
    {
        var c = Engine.InHandling();
        c = Engine.Do(c, new MoveCase("s", "suspend", "rain"), Handler, c.ChangedAt);
        var later = c.Clock("handling")!.DueAt + Duration.FromDays(1);
        c = GridCase.Apply(c, new ClockStopped("handling", true) { CommandId = "x", At = later, By = Dispatcher.Seat });

        Assert.True(c.Clock("handling")!.IsMetInTime);
        Assert.False(c.Clock("suspension")!.IsMetInTime);
    }
}
