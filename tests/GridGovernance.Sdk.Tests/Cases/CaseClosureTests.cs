using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseClosureTests
{
    private static readonly CaseEngine Engine = new(SmallCounty.Model(lifecycles: new LifecycleCatalogue([SmallCounty.Compile(LifecyclePresets.Daily)])));

    [Fact]
    public void Closed_Solved_AndSatisfied_AreThreeFacts()
    {
        var open = Handling();
        var forced = Engine.Do(open, new MoveCase("f", "force-close", "why"), TownshipCommander, open.ChangedAt);
        var handed = Engine.Do(open, new MoveCase("h", "hand-over", "why"), Handler, open.ChangedAt);
        var solved = Solved();

        Assert.Equal(new CaseResolution(false, null, null), CaseResolution.Of(open));
        Assert.Equal(new CaseResolution(true, false, null), CaseResolution.Of(forced));
        Assert.Equal(new CaseResolution(true, false, null), CaseResolution.Of(handed));
        Assert.Equal(new CaseResolution(true, true, null), CaseResolution.Of(solved));
        var rated = Engine.Do(solved, new EvaluateCase("e", EvaluationParty.Resident, 3), Dispatcher, solved.ChangedAt);
        Assert.Equal(new CaseResolution(true, true, false), CaseResolution.Of(rated));
        Assert.Equal(new CaseResolution(true, true, true), CaseResolution.Of(rated, 3));
        var reopened = Engine.Do(rated, new MoveCase("r", "reopen", "still there"), Dispatcher, rated.ChangedAt);
        Assert.Equal(new CaseResolution(false, null, null), CaseResolution.Of(reopened));
    }

    [Fact]
    public void TheSample_IsAPublishedTableOfAllCombinations()
    {
        var table = EvaluationTable.Sample;

        Assert.Equal(27, table.Rules.Count);
        Assert.All(table.Rules, rule => Assert.Equal(rule.Consequence, table.ConsequenceOf(rule.Resident, rule.Department, rule.GridWorker)));
        Assert.Equal(EvaluationConsequence.File, table.ConsequenceOf(EvaluationVoice.Good, EvaluationVoice.Good, EvaluationVoice.Silent));
        Assert.Equal(EvaluationConsequence.CallAgain, table.ConsequenceOf(EvaluationVoice.Silent, EvaluationVoice.Good, EvaluationVoice.Good));
        Assert.Equal(EvaluationConsequence.VerifyAgain, table.ConsequenceOf(EvaluationVoice.Good, EvaluationVoice.Silent, EvaluationVoice.Bad));
        Assert.Equal(EvaluationConsequence.Reopen, table.ConsequenceOf(EvaluationVoice.Bad, EvaluationVoice.Good, EvaluationVoice.Good));
        Assert.Equal(EvaluationConsequence.ReopenUnderSupervision, table.ConsequenceOf(EvaluationVoice.Bad, EvaluationVoice.Bad, EvaluationVoice.Silent));
        Assert.Throws<ArgumentException>(() => new EvaluationTable(EquatableArray.From(table.Rules.Skip(1)), table.Window, table.Policy));
        Assert.Throws<ArgumentException>(() => new EvaluationTable([.. table.Rules.Skip(1), table.Rules[1]], table.Window, table.Policy));
    }

    [Fact]
    public void Silence_CountsOnlyWhenTheWindowIsOver()
    {
        var c = Solved();
        c = Engine.Do(c, new EvaluateCase("e", EvaluationParty.Resident, 5), Dispatcher, c.ChangedAt);
        var end = WorkCalendar.China.Due(c.ClosedAt!.Value, EvaluationTable.Sample.Window, EvaluationTable.Sample.Policy).At;

        Assert.Null(EvaluationTable.Sample.ConsequenceOf(c, WorkCalendar.China, end));
        Assert.Equal(EvaluationConsequence.File, EvaluationTable.Sample.ConsequenceOf(c, WorkCalendar.China, end + Duration.Epsilon));
        Assert.Null(EvaluationTable.Sample.ConsequenceOf(Handling(), WorkCalendar.China, end + Duration.Epsilon));
    }

    [Fact]
    public void AReopenedCase_IsRatedAnew_AndItsFirstClosureDecidesNothingMore()
    {
        var c = Solved();
        foreach (var (party, actor) in new[] { (EvaluationParty.Resident, Dispatcher), (EvaluationParty.Department, Handler), (EvaluationParty.GridWorker, GridWorker) })
        {
            c = Engine.Do(c, new EvaluateCase($"1-{party}", party, 1), actor, c.ChangedAt);
        }

        Assert.NotNull(EvaluationTable.Sample.ConsequenceOf(c, WorkCalendar.China, c.ChangedAt));
        c = Engine.Do(c, new MoveCase("r", "reopen", "still there"), Dispatcher, c.ChangedAt);
        Assert.Equal((0, null, null), (c.Returns, c.Lead, c.Handler));
        c = Engine.Do(c, new DispatchCase("d2", Handler.Seat), Dispatcher, c.ChangedAt);
        c = Engine.Do(c, new MoveCase("s2", "sign-in"), Handler, c.ChangedAt);
        c = Engine.Do(c, new MoveCase("f2", "finish", "done"), Handler, c.ChangedAt);
        c = Engine.Do(c, new MoveCase("p2", "pass"), VillageHead, c.ChangedAt);

        Assert.Null(EvaluationTable.Sample.ConsequenceOf(c, WorkCalendar.China, c.ChangedAt));
        Assert.Null(CaseResolution.Of(c).IsSatisfied);
        c = Engine.Do(c, new EvaluateCase("2", EvaluationParty.Resident, 5), Dispatcher, c.ChangedAt);
        Assert.Equal("cases.rated-before", Assert.Single(Engine.Decide(c, new EvaluateCase("3", EvaluationParty.Resident, 5), Dispatcher, c.ChangedAt).Refusals).Code);
        Assert.Equal(new CaseResolution(true, true, true), CaseResolution.Of(c));
        Assert.Equal((4, 1), (c.Evaluations.Count, c.CurrentEvaluations().Count()));
        Assert.Equal([Handler.Seat, Handler.Seat], c.Leads.Select(lead => lead.Seat));
    }

    [Fact]
    public void AReopenedCase_ThatIsHandedOver_IsNotSolved()
    {
        var c = Engine.Do(Solved(), new MoveCase("r", "reopen", "still there"), Dispatcher, Solved().ChangedAt);
        c = Engine.Do(c, new DispatchCase("d2", Handler.Seat), Dispatcher, c.ChangedAt);
        c = Engine.Do(c, new MoveCase("s2", "sign-in"), Handler, c.ChangedAt);

        c = Engine.Do(c, new MoveCase("h", "hand-over", "why"), Handler, c.ChangedAt);

        Assert.Equal(new CaseResolution(true, false, null), CaseResolution.Of(c));
    }

    [Theory]
    [InlineData("mediation", "accept:mediation-director agree:mediator sue:court-clerk reject-suit:court-clerk", "suit-rejected", false)]
    [InlineData("mediation", "accept:mediation-director agree:mediator apply-confirmation:court-clerk dismiss:court-clerk", "confirmation-rejected", false)]
    [InlineData("mediation", "accept:mediation-director agree:mediator apply-confirmation:court-clerk admit:court-clerk confirm:judge", "confirmed", true)]
    [InlineData("hotline-12345", "accept:hotline-operator dispatch:dispatcher sign-in:lead finish:lead unreachable:hotline-operator", "closed", false)]
    [InlineData("hotline-12345", "accept:hotline-operator dispatch:dispatcher sign-in:lead finish:lead satisfied:hotline-operator", "closed", true)]
    public void AnEnd_ThatTheLifecycleCallsUnsolved_IsNotSolved(string tier, string way, string end, bool isSolved)
    {
        var engine = PresetCounty.Engine(listed: true);
        var c = GridCase.Replay(engine.Decide(
            null, new ReportCase("r", "c", tier, "rubbish", Sdk.Grids.GridCode.Parse(PresetCounty.Cell), "video"), new CaseActor(PresetCounty.SeatsOf("grid-worker")[0]), PresetCounty.Begin).EnsureAccepted());
        foreach (var step in way.Split(' ').Select(step => step.Split(':')))
        {
            var actor = new CaseActor(step[1] == "lead" ? PresetCounty.Leads[0] : PresetCounty.SeatsOf(step[1])[0]);
            c = engine.Do(c, step[0] == "dispatch" ? new DispatchCase("d", PresetCounty.Leads[0]) : new MoveCase(step[0], step[0], "note"), actor, c.ChangedAt);
        }

        Assert.Equal((end, isSolved), (c.State, CaseResolution.Of(c).IsSolved));
    }

    [Fact]
    public void AVoice_IsOfWhoMaySpeak()
    {
        var solved = Solved();
        var forced = Engine.Do(Handling(), new MoveCase("f", "force-close", "why"), TownshipCommander, Handling().ChangedAt);
        bool May(GridCase c, EvaluationParty party, CaseActor actor) => Engine.Decide(c, new EvaluateCase("e", party, 3), actor, c.ChangedAt).IsAccepted;

        Assert.True(May(solved, EvaluationParty.GridWorker, GridWorker));
        Assert.All([CountyCommander, TownshipCommander, VillageHead, OtherGridWorker, Handler], actor => Assert.False(May(solved, EvaluationParty.GridWorker, actor)));
        Assert.True(May(forced, EvaluationParty.Resident, Dispatcher));
        Assert.False(May(forced, EvaluationParty.Resident, Handler));
    }

    [Fact]
    public void Departments_AreToldNoRatingOfFewerThanTheLeastGroup()
    {
        var cases = Enumerable.Range(0, 5).Select(i =>
        {
            var c = Solved($"case-{i}");
            c = Engine.Do(c, new EvaluateCase("e", EvaluationParty.Resident, 1 + i), Dispatcher, c.ChangedAt);
            return Engine.Do(c, new EvaluateCase("w", EvaluationParty.GridWorker, 1 + i), GridWorker, c.ChangedAt);
        }).ToArray();

        // Five ratings of one grid worker are no group of five.
        Assert.Equal(
            [new("civil-affairs", EvaluationParty.Resident, 5, 3m), new("civil-affairs", EvaluationParty.GridWorker, null, null)], DepartmentRating.Sum(cases, unit => unit == "civil-affairs"));
        Assert.Equal(new DepartmentRating("civil-affairs", EvaluationParty.Resident, null, null), DepartmentRating.Sum(cases.Take(4), unit => unit == "civil-affairs")[0]);
        Assert.Empty(DepartmentRating.Sum(cases, _ => false));
    }

    [Fact]
    public void ASample_IsDrawnAlikeInAnyOrder_AndTakesItsShareRoundedUp()
    {
        var ids = Enumerable.Range(0, 100).Select(i => $"case-{i}").ToArray();

        var drawn = VerificationSample.Draw(ids, 0.1m, 7);

        Assert.Equal(10, drawn.Count);
        Assert.Equal(drawn, VerificationSample.Draw(ids.Reverse().Concat(ids), 0.1m, 7));
        Assert.NotEqual(drawn, VerificationSample.Draw(ids, 0.1m, 8));
        Assert.Equal(11, VerificationSample.Draw(ids, 0.101m, 7).Count);
        Assert.Empty(VerificationSample.Draw(ids, 0, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerificationSample.Draw(ids, 1.1m, 7));
        var counts = Enumerable.Range(0, 200).SelectMany(seed => VerificationSample.Draw(ids, 0.1m, seed)).CountBy(id => id).ToArray();
        Assert.Equal(100, counts.Length);
        Assert.All(counts, pair => Assert.InRange(pair.Value, 5, 40));
    }

    [Fact]
    public void Tracing_AWorkerWhoHadReported_IsCleared_AndTheDepartmentIsAskedAllTheSame()
    {
        var roster = RosterOf(GridWorker.Seat);
        var earlier = Handling();
        var petition = GridCase.Replay(Engine.Decide(null, new ReportCase("r", "case-2", "daily", "rubbish", Cell, "petition"), Dispatcher, Monday + Duration.FromDays(3)).EnsureAccepted());

        var trace = OriginTrace.Of(petition, [earlier, petition], GridWorker.Seat, Duration.FromDays(30), unit => unit == "civil-affairs", roster, WorkCalendar.China.Zone);

        Assert.Equal(("case-1", "case-1", "civil-affairs", "p0"), (trace.ReportedIn, trace.ReceivedIn, trace.AskedDepartment, trace.Holder));
        Assert.True(trace.IsWorkerCleared);

        Assert.Equal("p0", trace.Cleared);
        Assert.Equal((null, null), (trace.ReportedIn is null ? trace.Cleared : null, OriginTrace.Of(petition, [petition], GridWorker.Seat, Duration.FromDays(30), _ => true, roster, WorkCalendar.China.Zone).Cleared));

        // What a department gave back it had received; what it was given after the petition it had not; and where none had, the owner is asked.
        var returned = Engine.Do(Engine.Report("daily"), new MoveCase("a", "accept"), Dispatcher, Monday);
        returned = Engine.Do(returned, new DispatchCase("d", Handler.Seat), Dispatcher, Monday);
        returned = Engine.Do(returned, new MoveCase("b", "return", "not ours"), Handler, Monday);
        Assert.Null(returned.Lead);
        OriginTrace Of(GridCase known) => OriginTrace.Of(petition, [known], GridWorker.Seat, Duration.FromDays(30), unit => unit == "civil-affairs", roster, WorkCalendar.China.Zone, "owner");
        Assert.Equal(("case-1", "civil-affairs"), (Of(returned).ReceivedIn, Of(returned).AskedDepartment));
        var afterwards = Engine.Do(Engine.Report("daily"), new MoveCase("a", "accept"), Dispatcher, Monday);
        afterwards = Engine.Do(afterwards, new DispatchCase("d", Handler.Seat), Dispatcher, petition.ReportedAt);
        Assert.Equal(("case-1", null, "owner"), (Of(afterwards).ReportedIn, Of(afterwards).ReceivedIn, Of(afterwards).AskedDepartment));

        var unknown = OriginTrace.Of(petition, [petition], GridWorker.Seat, Duration.FromDays(30), unit => unit == "civil-affairs", RosterOf(Dispatcher.Seat), WorkCalendar.China.Zone);
        Assert.Equal((null, null, null, null), (unknown.ReportedIn, unknown.ReceivedIn, unknown.AskedDepartment, unknown.Holder));
        Assert.True(unknown is { IsWorkerCleared: false, IsPostVacant: true });
        Assert.False(OriginTrace.Of(petition, [earlier], GridWorker.Seat, Duration.FromDays(2), _ => true, null, WorkCalendar.China.Zone).IsWorkerCleared);
    }

    private static GridCase Handling(string id = "case-1")
    {
        var c = GridCase.Replay(Engine.Decide(null, new ReportCase("report", id, "daily", "rubbish", Cell, "grid-worker-terminal"), GridWorker, Monday).EnsureAccepted());
        c = Engine.Do(c, new MoveCase("a", "accept"), Dispatcher, Monday + Duration.FromMinutes(10));
        c = Engine.Do(c, new DispatchCase("d", Handler.Seat), Dispatcher, Monday + Duration.FromMinutes(20));
        return Engine.Do(c, new MoveCase("s", "sign-in"), Handler, Monday + Duration.FromMinutes(30));
    }

    private static GridCase Solved(string id = "case-1")
    {
        var c = Engine.Do(Handling(id), new MoveCase("f", "finish", "done"), Handler, Monday + Duration.FromHours(1));
        return Engine.Do(c, new MoveCase("p", "pass"), VillageHead, Monday + Duration.FromHours(2));
    }
}
