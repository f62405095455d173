using System.Text;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Changes;
using GridGovernance.Sdk.Simulation.Replay;
using GridGovernance.Sdk.Simulation.Tests.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Replay;

public class LogReplayTests
{
    // The closure clock of "daily" is 3 working days: opened on Monday 5 January 2026, due at the end of Thursday.
    private const string Header = "id,category,unit,openedAt,closedAt\n";
    private const string OnTime = "a,daily,u1,2026-01-05T09:00,2026-01-08T23:59\n";
    private const string Late = "b,daily,u1,2026-01-05T09:00,2026-01-09T00:01\n";
    private const string Open = "c,daily,u2,2026-01-05T09:00,\n";

    [Fact]
    public void Run_NothingChanged_CountsWhatWasLate()
    {
        var result = Replay(OnTime + Late + Open);

        Assert.Equal(new ReplayCount(3, 2, 2, 0), result.Before);
        Assert.Equal(result.Before, result.After);
        Assert.Equal(["u1", "u2"], result.ByUnit.Select(static row => row.Code));
        Assert.Equal(new ReplayCount(2, 2, 1, 0), result.ByUnit[0].Before);
    }

    [Theory]
    [InlineData("lifecycles/daily/clocks/closure/limit=2 working-days", 3)]
    [InlineData("lifecycles/daily/clocks/closure/limit=4 working-days", 1)]
    [InlineData("calendar/workingWeekdays/+=saturday", 2)] // the three days are weekdays anyway
    [InlineData("""calendar/layers=[{"code":"flood","kind":"county","days":[{"from":"2026-01-07","to":"2026-01-08","effect":"closed"}]}]""", 1)]
    public void Run_AChangedRule_CountsAnew(string change, int overdue)
    {
        var result = Replay(OnTime + Late + Open, change);

        Assert.Equal(2, result.Before.Overdue);
        Assert.Equal(overdue, result.After.Overdue);
    }

    [Fact]
    public void Run_AMatterInAnotherTier_TakesThatTiersLimit()
    {
        var result = Replay("a,fire-safety,u1,2026-01-05T09:00,2026-01-08T12:00\n", "matters/fire-safety/tier=ordinary", "lifecycles/ordinary/clocks/closure/limit=1 calendar-days");

        Assert.Equal((0, 1), (result.Before.Overdue, result.After.Overdue));
    }

    [Fact]
    public void Run_TierRulesOfTheModel_DecideTheDeadline()
    {
        // Of a serious matter 96 hours, of a daily one three working days: opened on Thursday, closed eight days later within the Spring Festival.
        const string Festival = "a,fire-safety,u1,2026-02-12T09:00,2026-02-20T09:00\n";
        var ruled = WithRules([new("serious", new("Fire kills.", "火灾致命。")) { Matters = ["fire-safety"] }]);

        Assert.Equal(0, Replay(Festival).Before.Overdue);
        Assert.Equal(1, Replay(ruled, Festival).Before.Overdue);
        Assert.Equal((1, 0), (Replay(ruled, Festival, "case-rules/tierRules/0/tier=daily").Before.Overdue, Replay(ruled, Festival, "case-rules/tierRules/0/tier=daily").After.Overdue));
        Assert.Equal(0, Replay(ruled, "a,daily,u1,2026-02-12T09:00,2026-02-20T09:00\n").Before.Overdue);
    }

    [Fact]
    public void Run_ATierThatHangsOnTheChannel_IsUnknownWhereItDecides()
    {
        var ruled = WithRules([new("serious", new("The public waits.", "群众在等。")) { Channels = ["hotline-12345"], Matters = ["fire-safety"] }]);

        var result = Replay(ruled, "a,fire-safety,u1,2026-02-12T09:00,2026-02-20T09:00\nb,fire-safety,u1,2026-02-02T09:00,2026-02-02T10:00\nc,fire-safety,u1,2026-01-05T09:00,2026-01-19T10:00\n");

        Assert.Equal(new ReplayCount(3, 3, 1, 1), result.Before);
        Assert.Equal("replay.tier-by-channel", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void Run_AsOfAnEarlierInstant_WhatWasClosedLaterIsOpenAndWhatWasOpenedLaterIsNotThere()
    {
        var cases = Read(OnTime + Late + Open + "d,daily,u1,2026-01-12T09:00,2026-01-13T09:00\n").Cases;

        ReplayResult At(int day, int hour) => LogReplay.Run(cases, SampleCounty.Model, [], out _, Instant.FromUtc(2026, 1, day, hour, 0))!;

        Assert.Equal((new ReplayCount(3, 0, 0, 0), 1), (At(6, 0).Before, At(6, 0).Later));
        Assert.Equal(new ReplayCount(3, 1, 0, 0), At(8, 15).Before with { Closed = 1 });
        Assert.Equal((new ReplayCount(3, 2, 2, 0), 1), (At(9, 0).Before, At(9, 0).Later));
        Assert.Equal(0, At(31, 0).Later);
    }

    [Theory]
    [InlineData("lifecycles/daily/clocks/handling/limit=1 urgent-hours")]
    [InlineData("visit-policy/rules/released/every=21 calendar-days")]
    [InlineData("lifecycles/daily/clocks/closure/limit=3 working-days")]
    public void Run_AChangeThatDecidesNothingHere_SaysSo(string change)
    {
        var result = Replay(OnTime, change, "lifecycles/daily/clocks/closure/limit=2 working-days");

        var finding = Assert.Single(result.Findings);
        Assert.Equal("replay.idle-change", finding.Code);
        Assert.Contains(change, finding.Message.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, result.After.Overdue);
    }

    [Fact]
    public void Run_ChangedRouting_MovesCasesFromUnitToUnit()
    {
        var result = Replay(OnTime + Late + Open, "routing/u2=u1");

        Assert.Equal((1, 2), (result.ByUnit[0].Before.Overdue, result.ByUnit[0].After.Overdue));
        Assert.Equal((1, 0), (result.ByUnit[1].Before.Cases, result.ByUnit[1].After.Cases));
    }

    [Fact]
    public void Run_ACategoryThatNobodyKnows_HasNoDeadlineAndSaysSo()
    {
        var result = Replay("a,parades,u1,2026-01-05T09:00,2026-01-08T12:00\n");

        Assert.Equal(new ReplayCount(1, 1, 0, 1), result.Before);
        Assert.Equal("replay.unknown-category", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void Run_BeyondTheKnownCalendar_IsUnknownNotLate()
    {
        var result = Replay("a,daily,u1,2027-03-01T09:00,2027-03-30T09:00\n");

        Assert.Equal(new ReplayCount(1, 1, 0, 1), result.Before);
        Assert.Equal("replay.unknown-day", Assert.Single(result.Findings).Code);
    }

    [Theory]
    [InlineData("weather/limit=1", "changes.unknown-root")]
    [InlineData("lifecycles/weekly/version=2", "changes.unknown-code")]
    [InlineData("lifecycles/daily", "changes.no-member")]
    [InlineData("lifecycles/daily/clocks/tea/limit=1 months", "changes.leads-nowhere")]
    public void Run_AChangeThatLeadsNowhere_IsAFinding(string change, string code)
    {
        Assert.Null(LogReplay.Run([], SampleCounty.Model, [change.Contains('=', StringComparison.Ordinal) ? RuleChange.Parse(change, null) : new RuleChange(change, "x")], out var report));
        Assert.Equal(code, Assert.Single(report).Code);
    }

    [Theory]
    [InlineData("routing/a/b=u9")]
    [InlineData("routing=u9")]
    [InlineData("routing/u2=")]
    public void Run_ARouteOfTheWrongForm_IsAFinding(string change)
    {
        Assert.Null(LogReplay.Run([], SampleCounty.Model, [RuleChange.Parse(change, null)], out var report));
        Assert.Equal("replay.bad-route", Assert.Single(report).Code);
    }

    [Fact]
    public void Run_ARouteThatNoCaseTakes_IsAFinding()
    {
        var result = Replay(OnTime + Late + Open, "routing/u3=u1", "routing/daily=u1");

        var finding = Assert.Single(result.Findings);
        Assert.Equal("replay.unused-route", finding.Code);
        Assert.Contains("\"u3\"", finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AValueOfTheWrongForm_IsAFinding()
    {
        Assert.Null(LogReplay.Run([], SampleCounty.Model, [RuleChange.Parse("lifecycles/daily/clocks/closure/limit=soon", null)], out var report));
        Assert.True(report.HasErrors);
    }

    [Theory]
    [InlineData("2026-01-05T09:00:00+08:00")]
    [InlineData("2026-01-05T01:00:00Z")]
    [InlineData("2026-01-05 09:00")]
    [InlineData("2026-01-05 09:00:00.000")]
    [InlineData("2026/1/5 9:00")]
    [InlineData("2026/01/05 09:00:00")]
    public void Read_ATimeAsSystemsExportIt_IsTheSameInstant(string text) =>
        Assert.Equal(Instant.FromUtc(2026, 1, 5, 1, 0), Assert.Single(Read($"a,daily,u1,{text},\n").Cases).OpenedAt);

    [Theory]
    [InlineData("5/1/2026 9:00")]
    [InlineData("2026/1/5")]
    [InlineData("2026/13/5 9:00")]
    [InlineData("2026/1/5 25:00")]
    [InlineData("9000/1/5 9:00")]
    [InlineData("2026/1/5 9:00 AM")]
    [InlineData("46027.375")]
    public void Read_ATimeThatMayMeanTwoThingsOrNone_IsAFinding(string text) =>
        Assert.Equal("replay.bad-time", Assert.Single(Read($"a,daily,u1,{text},\n").Findings).Code);

    [Fact]
    public void Read_BadRows_AreFindingsWithLineAndColumnAndTheOthersStay()
    {
        var log = Read("a,daily,u1,2026-01-05T09:00,2026-01-08\nb,,u1,2026-01-05T09:00,\n" + Open + "c,daily,u1,2026-01-05T09:00,\nd,daily,u1,2026-01-05T09:00,2026-01-04T09:00\n");

        Assert.Equal(5, log.Rows);
        Assert.Equal("c", Assert.Single(log.Cases).Id);
        Assert.Equal(
            [("replay.bad-time", 2, "closedAt"), ("replay.empty", 3, "category"), ("replay.repeated-id", 5, "id"), ("replay.closed-before-opened", 6, "closedAt")],
            log.Findings.Select(static finding => (finding.Code, finding.Place.Line!.Value, finding.Place.Path!)));
    }

    [Fact]
    public void Read_ARowThatMendsAnother_IsTheCase()
    {
        var log = Read("a,daily,u1,2026-02-30T09:00,\na,daily,u1,2026-02-28T09:00,2026-03-20T09:00\na,daily,u2,2026-02-28T09:00,\n");

        Assert.Equal("u1", Assert.Single(log.Cases).Unit);
        Assert.Equal([("replay.bad-time", 2), ("replay.repeated-id", 4)], log.Findings.Select(static finding => (finding.Code, finding.Place.Line!.Value)));
        Assert.Contains("row 3", log.Findings[^1].Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AMissingColumn_IsNoLog()
    {
        Assert.Null(CaseLog.Read("id,unit,openedAt,closedAt\n"u8, "log.csv", out var report));
        Assert.Contains("category", Assert.Single(report).Message.ToString(), StringComparison.Ordinal);
    }

    private static CaseLog Read(string rows) => CaseLog.Read(Encoding.UTF8.GetBytes(Header + rows), "log.csv", out _)!;

    private static GovernanceModel WithRules(EquatableArray<TierRule> rules)
    {
        var model = GovernanceModel.Compile(SampleCounty.Model.Definitions with { CaseRules = new CaseRulesDefinition { Code = "rules", Source = "test", TierRules = rules } }, out var report);
        report.EnsureNoErrors();
        return model!;
    }

    private static ReplayResult Replay(string rows, params string[] changes) => Replay(SampleCounty.Model, rows, changes);

    private static ReplayResult Replay(GovernanceModel model, string rows, params string[] changes)
    {
        var result = LogReplay.Run(
            Read(rows).Cases, model, [.. changes.Select(static change => RuleChange.Parse(change, null))], out var report, Instant.FromUtc(2027, 6, 1, 0, 0));
        report.EnsureNoErrors();
        return result!;
    }
}
