using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>What is null or blank is the caller's mistake, and names the argument, at every door of the room.</summary>
public class CaseArgumentsTests
{
    private static readonly CaseEngine Engine = SmallCounty.Engine();
    private static readonly GridCase Reported = Engine.Report();
    private static readonly LifecycleMigration Plan = LifecycleMigration.Create(Catalogue.Newest("daily")!, Catalogue.Newest("daily")!, [], [], out _)!;
    private static readonly CaseMigration Migration = new(Plan, WorkCalendar.China);
    private static readonly Matter Rubbish = new("rubbish", "city", "Rubbish", "垃圾", MatterPurpose.Order, Origin.Sample, "sample");
    private static readonly MoveCase Accept = new("a", "accept");

    public static TheoryData<string, Action> Nulls => new()
    {
        { "model", () => _ = new CaseEngine(null!) },
        { "command", () => Engine.Decide(null, null!, GridWorker, Monday) },
        { "actor", () => Engine.Decide(Reported, Accept, null!, Monday) },
        { "c", () => Model().PlaceOf(null!, Monday) },
        { "e", () => GridCase.Apply(null, null!) },
        { "events", () => GridCase.Replay(null!) },
        { "lifecycles", () => _ = new CaseReplay(null!, WorkCalendar.China) },
        { "calendar", () => _ = new CaseReplay(Catalogue, null!) },
        { "events", () => new CaseReplay(Catalogue, WorkCalendar.China).Run(null!) },
        { "events", () => new ClockGameAudit().Look(null!) },
        { "cases", () => new ClockGameAudit().LookForSplitting(null!) },
        { "c", () => OriginTrace.Of(null!, [], GridWorker.Seat, Duration.Zero, _ => true, null, DateTimeZone.Utc) },
        { "others", () => OriginTrace.Of(Reported, null!, GridWorker.Seat, Duration.Zero, _ => true, null, DateTimeZone.Utc) },
        { "isDepartment", () => OriginTrace.Of(Reported, [], GridWorker.Seat, Duration.Zero, null!, null, DateTimeZone.Utc) },
        { "zone", () => OriginTrace.Of(Reported, [], GridWorker.Seat, Duration.Zero, _ => true, null, null!) },
        { "c", () => CaseResolution.Of(null!) },
        { "policy", () => _ = new EvaluationTable(EvaluationTable.Sample.Rules, EvaluationTable.Sample.Window, null!) },
        { "c", () => EvaluationTable.Sample.ConsequenceOf(null!, WorkCalendar.China, Monday) },
        { "calendar", () => EvaluationTable.Sample.ConsequenceOf(Reported, null!, Monday) },
        { "cases", () => DepartmentRating.Sum(null!, _ => true) },
        { "isDepartment", () => DepartmentRating.Sum([], null!) },
        { "caseIds", () => VerificationSample.Draw(null!, 1, 1) },
        { "name", () => _ = new CaseGuard(null!, _ => []) },
        { "unmet", () => _ = new CaseGuard("x", null!) },
        { "plan", () => _ = new CaseMigration(null!, WorkCalendar.China) },
        { "calendar", () => _ = new CaseMigration(Plan, null!) },
        { "c", () => Migration.Plan(null!, "m", Dispatcher, Monday) },
        { "commandId", () => Migration.Plan(Reported, null!, Dispatcher, Monday) },
        { "by", () => Migration.Plan(Reported, "m", null!, Monday) },
        { "model", () => CaseParticipants.WhoMayTry(null!, Reported, "accept", Monday) },
        { "c", () => CaseParticipants.WhoMayTry(Model(), null!, "accept", Monday) },
        { "trigger", () => CaseParticipants.WhoMayTry(Model(), Reported, null!, Monday) },
        { "county", () => CommandTeam.XCounty(null!) },
        { "matter", () => _ = new TierRule("daily", new LocalizedText("r", "由")).Fits(null!, "video") },
        { "matter", () => TierRule.Choose([], null!, "video") },
        { "categories", () => CaseCategories.Compile(null!, out _) },
        { "known", () => _ = new SimilarCases(null!) },
        { "sighting", () => new SimilarCases([]).Find(null!) },
        { "solved", () => CeilingGoal.XCounty[0].Measure(null!, Scheme) },
        { "scheme", () => CeilingGoal.XCounty[0].Measure([], null!) },
        { "entryList", () => _ = new CountyLists(null!, CountyListsTests.Powers, Model().Establishment) },
        { "authorityList", () => _ = new CountyLists(CountyListsTests.Entries, null!, Model().Establishment) },
        { "establishment", () => _ = new CountyLists(CountyListsTests.Entries, CountyListsTests.Powers, null!) },
        { "command", () => Engine.Decide(Reported, new MoveCase(null!, "accept"), Dispatcher, Monday) },
        { "command", () => Engine.Decide(Reported, new MoveCase("x", null!), Dispatcher, Monday) },
        { "command", () => Engine.Decide(Reported, new AssignSubtask("x", null!, GridWorker.Seat, new TimeLimit(1, LimitUnit.WorkingDays)), Dispatcher, Monday) },
    };

    public static TheoryData<string, Action> Blanks => new()
    {
        { "name", () => _ = new CaseGuard(" ", _ => []) },
        { "county", () => CommandTeam.XCounty(" ") },
        { "commandId", () => Migration.Plan(Reported, " ", Dispatcher, Monday) },
        { "command", () => Engine.Decide(Reported, new MoveCase(" ", "accept"), Dispatcher, Monday) },
        { "command", () => Engine.Decide(Reported, new MoveCase("x", " "), Dispatcher, Monday) },
        { "command", () => Engine.Decide(Reported, new AssignSubtask("x", " ", GridWorker.Seat, new TimeLimit(1, LimitUnit.WorkingDays)), Dispatcher, Monday) },
        { "command", () => Engine.Decide(null, new ReportCase("r", " ", "daily", "rubbish", Cell, "video"), GridWorker, Monday) },
        { "command", () => Engine.Decide(null, new ReportCase("r", "c", " ", "rubbish", Cell, "video"), GridWorker, Monday) },
        { "command", () => Engine.Decide(null, new ReportCase("r", "c", "daily", " ", Cell, "video"), GridWorker, Monday) },
        { "command", () => Engine.Decide(null, new ReportCase("r", "c", "daily", "rubbish", Cell, " "), GridWorker, Monday) },
        { "current", () => Engine.Decide(null, Accept, GridWorker, Monday) },
    };

    [Theory]
    [MemberData(nameof(Nulls))]
    public void Null_WhereAnArgumentIsExpected_NamesTheArgument(string name, Action call) =>
        Assert.Equal(name, Assert.Throws<ArgumentNullException>(call).ParamName);

    [Theory]
    [MemberData(nameof(Blanks))]
    public void ABlank_OrACommandThatNeedsACase_NamesTheArgument(string name, Action call) =>
        Assert.Equal(name, Assert.Throws<ArgumentException>(call).ParamName);

    [Fact]
    public void WhatLiesOutsideItsRange_NamesTheArgument()
    {
        void Outside(string name, Action call) => Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(call).ParamName);

        Outside("at", () => Migration.Plan(Reported, "m", Dispatcher, Reported.ChangedAt - Duration.Epsilon));
        Outside("distanceMetres", () => _ = new SimilarCases([], distanceMetres: -0.1));
        Outside("within", () => _ = new SimilarCases([], CoordinateSystem.Metric, 1, -Duration.Epsilon));
        Outside("share", () => VerificationSample.Draw([], -0.1m, 1));
        Outside("share", () => VerificationSample.Draw([], 1.1m, 1));
        Outside("leastGroup", () => DepartmentRating.Sum([], _ => true, 0));
        Outside("goodFrom", () => CaseResolution.Of(Reported, 0));
        Outside("goodFrom", () => CaseResolution.Of(Reported, 6));
        Assert.Equal("cases.migration-other-lifecycle", Assert.Single(Migration.Plan(Reported, "m", Dispatcher, Reported.ChangedAt).Reasons).Code);
    }
}
