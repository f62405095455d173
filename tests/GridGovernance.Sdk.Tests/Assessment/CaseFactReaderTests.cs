using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Tests.Cases;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class CaseFactReaderTests
{
    private const CaseMarks OfReport = CaseMarks.Reported | CaseMarks.ValidReport;
    private const CaseMarks OfDispatch = OfReport | CaseMarks.Filed | CaseMarks.FiledOnTime | CaseMarks.DispatchDue | CaseMarks.Dispatched | CaseMarks.DispatchedOnTime;
    private const CaseMarks OfDisposal = OfDispatch | CaseMarks.DisposalDue | CaseMarks.Disposed | CaseMarks.DisposedOnTime;
    private const CaseMarks OfClosure = OfDisposal | CaseMarks.CheckDue | CaseMarks.CheckedOnTime | CaseMarks.ClosureDue | CaseMarks.Closed | CaseMarks.ClosedOnTime;

    private static readonly CaseEngine Engine = SmallCounty.Engine();
    private static readonly CaseFactReader Reader = CaseFactReader.Compile(CaseFactRules.Standard, Model(), out _)!;
    private static readonly Duration Year = Duration.FromDays(365);

    [Fact]
    public void Read_StepByStep_SaysWhatHasBecomeOfTheCase()
    {
        var c = Engine.Report();
        Assert.Equal(OfReport, Reader.Read(c, Monday).Marks);

        c = Engine.InHandling();
        Assert.Equal(OfDispatch, Reader.Read(c, c.ChangedAt).Marks);
        var due = c.Clock("handling")!.DueAt;
        Assert.Equal(OfDispatch, Reader.Read(c, due - Duration.Epsilon).Marks);
        Assert.Equal(OfDispatch | CaseMarks.DisposalDue, Reader.Read(c, due).Marks);
        Assert.Equal(OfDispatch | CaseMarks.DisposalDue | CaseMarks.DisposalOverdue, Reader.Read(c, due + Duration.Epsilon).Marks);
        Assert.Equal(OfDispatch | CaseMarks.DisposalDue | CaseMarks.DisposalOverdue | CaseMarks.ClosureDue, Reader.Read(c, due + Year).Marks);

        c = Engine.Do(c, new MoveCase("finish", "finish", "done"), Handler, Monday + Duration.FromHours(2));
        Assert.Equal(OfDisposal, Reader.Read(c, c.ChangedAt).Marks);
        c = Engine.Do(c, new MoveCase("pass", "pass", "seen"), Verifier, Monday + Duration.FromHours(3));
        Assert.Equal(OfClosure, Reader.Read(c, c.ChangedAt + Year).Marks);

        c = Engine.Do(c, new EvaluateCase("rate", EvaluationParty.Resident, 4), Dispatcher, Monday + Duration.FromHours(4));
        Assert.Equal(OfClosure | CaseMarks.Surveyed | CaseMarks.Satisfied, Reader.Read(c, c.ChangedAt).Marks);
        var strict = CaseFactReader.Compile(CaseFactRules.Standard with { GoodFrom = 5 }, Model(), out _)!;
        Assert.Equal(OfClosure | CaseMarks.Surveyed, strict.Read(c, c.ChangedAt).Marks);
    }

    [Fact]
    public void Read_ACase_SaysWhomItCountsFor()
    {
        var c = Engine.InHandling();
        var fact = Reader.Read(c, c.ChangedAt);

        Assert.Equal(("case-1", Cell.ToString(), "511921100201001", "civil-affairs"), (fact.CaseId, fact.Unit, fact.Worker, fact.Department));
        Assert.Equal(("grid-worker-terminal", "ordinary", null, "order", new LocalDate(2026, 1, 5)), (fact.Channel, fact.Tier, fact.Size, fact.Category, fact.ReportedOn));
        Assert.Null(CaseFactReader.Compile(CaseFactRules.Standard with { GridLevel = null }, Model(), out _)!.Read(c, c.ChangedAt).Worker);
        Assert.Null(Reader.Read(Engine.Report(), Monday).Department);
    }

    // A lead that sends the case back has not disposed of it, and a report that was refused was never filed.
    [Fact]
    public void Read_AStepThatEndedOtherwise_IsNotDone()
    {
        var sent = Engine.Do(
            Engine.Do(Engine.Report(), new MoveCase("accept", "accept"), Dispatcher, Monday + Duration.FromMinutes(10)), new DispatchCase("dispatch", Handler.Seat), Dispatcher, Monday + Duration.FromMinutes(20));
        var back = Engine.Do(sent, new MoveCase("back", "return", "not ours"), Handler, Monday + Duration.FromHours(1));
        var refused = Engine.Do(Engine.Report(), new MoveCase("reject", "reject", "nothing there"), Dispatcher, Monday + Duration.FromMinutes(5));

        Assert.Equal(OfReport | CaseMarks.Filed | CaseMarks.FiledOnTime | CaseMarks.Dispatched | CaseMarks.DispatchReturned, Reader.Read(back, back.ChangedAt).Marks);
        Assert.Equal(CaseMarks.Reported | CaseMarks.ClosureDue | CaseMarks.Closed | CaseMarks.ClosedOnTime, Reader.Read(refused, refused.ChangedAt).Marks);
    }

    [Fact]
    public void Read_AMatterKnownFromOutside_WasMissedUnlessTheWorkerIsClearedOrThePostVacant()
    {
        var c = Engine.Report();
        var origin = new OriginTrace { CaseId = "case-1" };

        Assert.Equal(OfReport | CaseMarks.BySupervision | CaseMarks.Missed, Reader.Read(c, Monday, origin).Marks);
        Assert.Equal(OfReport | CaseMarks.BySupervision, Reader.Read(c, Monday, origin with { ReportedIn = "case-0" }).Marks);
        Assert.Equal(OfReport | CaseMarks.BySupervision, Reader.Read(c, Monday, origin with { IsPostVacant = true }).Marks);
        Assert.Throws<ArgumentException>(() => Reader.Read(c, Monday, origin with { CaseId = "case-2" }));
    }

    [Property(MaxTest = 300)]
    public void Read_AnyHistoryUpToAnyInstant_IsWhatItsEventsSay(int seed, byte tier, byte cut, ushort hours)
    {
        var events = CaseHistories.Draw(Engine, new[] { "daily", "ordinary", "serious" }[tier % 3], seed, 14);
        var asOf = events[cut % events.Count].At + Duration.FromHours(hours % 400);
        var then = events.TakeWhile(e => e.At <= asOf).ToList();

        var fact = Reader.Read(events, asOf)!;

        Assert.Equal(NaiveMarks.Of(then, asOf), fact.Marks);
        Assert.Equal(fact, Reader.Read(GridCase.Replay(then), asOf));
        Assert.Null(Reader.Read(events, events[0].At - Duration.Epsilon));
    }

    // The log is all that a host must keep: written, read and folded again it gives the same scores to the last digit, whatever the order of its cases.
    [Property(MaxTest = 40)]
    public void Score_ComputedAnewFromTheStoredEvents_IsTheSame(int seed)
    {
        var histories = Enumerable.Range(0, 12).Select(i => CaseHistories.Draw(Engine, new[] { "daily", "ordinary", "serious" }[i % 3], unchecked(seed + i), 14, $"c{i}")).ToList();
        var asOf = histories.Max(static events => events[^1].At) + Duration.FromDays(3);
        var stored = CaseEventJson.Write(histories.SelectMany(static (events, i) => events.Select(e => new CaseEventRow($"c{i}", e))));

        var again = CaseEventJson.Read(stored, "events.jsonl").Value.GroupBy(static row => row.CaseId).Select(static rows => rows.Select(static row => row.Event).ToList()).Reverse();

        Assert.Equal(Scores(histories, asOf), Scores(again, asOf));
    }

    [Fact]
    public void Compile_RulesThatDoNotFit_AreNamed()
    {
        Assert.Null(CaseFactReader.Compile(
            CaseFactRules.Standard with { Steps = [new CaseStepRule("closure", CaseStepEnd.Closed)], GoodFrom = 6, GridLevel = "street" }, Model(), out var report));
        Assert.Equal(
            ["assessment.step-empty", "assessment.good-from-range", "assessment.fact-level-unknown"], report.Where(static finding => finding.Severity == FindingSeverity.Error).Select(static finding => finding.Code));

        Assert.NotNull(CaseFactReader.Compile(new CaseFactRules(), Model(), out report));
        Assert.Equal(["daily", "ordinary", "serious"], report.Select(static finding => finding.Place.Subject));
        Assert.All(report, static finding => Assert.Equal(("assessment.closure-unmeasured", FindingSeverity.Warning), (finding.Code, finding.Severity)));

        CaseFactReader.Compile(CaseFactRules.Standard, Model(), out report);
        Assert.Empty(report);
    }

    [Fact]
    public void Read_BeforeTheLastEvent_Throws()
    {
        var c = Engine.Report();

        Assert.Throws<ArgumentOutOfRangeException>(() => Reader.Read(c, Monday - Duration.Epsilon));
        Assert.Throws<ArgumentNullException>(() => Reader.Read((GridCase)null!, Monday));
        Assert.Throws<ArgumentNullException>(() => Reader.Read((IEnumerable<CaseEvent>)null!, Monday));
        Assert.Throws<ArgumentNullException>(() => CaseFactReader.Compile(null!, Model(), out _));
        Assert.Throws<ArgumentNullException>(() => CaseFactReader.Compile(CaseFactRules.Standard, null!, out _));
    }

    private static string Scores(IEnumerable<List<CaseEvent>> histories, Instant asOf)
    {
        var facts = histories.Select(events => Reader.Read(events, asOf)!).ToList();
        string[] codes = ["on-time-closure-rate", "closure-rate", "rework-rate"];
        var table = IndicatorTable.FromCases(["ordinary", "daily", "serious"], facts, static fact => fact.Tier, codes.Select(static code => IndicatorCatalogue.Standard.Find(code)!));
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf(codes[0], 0.5m), Schemes.Leaf(codes[1], 0.3m), Schemes.Leaf(codes[2], 0.2m, IndicatorDirection.Down)), out _)!;
        return string.Join(';', scheme.Score(table).Select(static card => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{card.Unit}={card.Score}")));
    }

    [Fact]
    public void Read_RatingsOfBothSides_AreToldApart()
    {
        var c = Engine.InHandling();
        c = Engine.Do(c, new MoveCase("finish", "finish", "done"), Handler, Monday + Duration.FromHours(2));
        c = Engine.Do(c, new MoveCase("pass", "pass", "seen"), Verifier, Monday + Duration.FromHours(3));
        Assert.Equal((null, null), (Reader.Read(c, c.ChangedAt).WorkerRating, Reader.Read(c, c.ChangedAt).DepartmentRating));

        c = Engine.Do(c, new EvaluateCase("1", EvaluationParty.GridWorker, 2), GridWorker, c.ChangedAt);
        c = Engine.Do(c, new EvaluateCase("2", EvaluationParty.Department, 5), Handler, c.ChangedAt);
        var fact = Reader.Read(c, c.ChangedAt);

        Assert.Equal((2, 5), (fact.WorkerRating, fact.DepartmentRating));
        Assert.False(fact.Marks.HasFlag(CaseMarks.Surveyed));
    }

    [Fact]
    public void Compile_AStep_NeedsAClockAKnownEndAndOneMark()
    {
        var step = new CaseStepRule("intake", CaseStepEnd.Passed);
        CaseStepRule[] good = [step with { Due = CaseMarks.Filed }, step with { Done = CaseMarks.Filed }, step with { OnTime = CaseMarks.Filed }, step with { Late = CaseMarks.Filed }, step with { Overdue = CaseMarks.Filed }];
        CaseStepRule[] bad = [step, good[0] with { Clock = " " }, good[0] with { Clock = null! }, good[0] with { End = (CaseStepEnd)4 }];

        Assert.All(good, static one => Assert.Empty(Errors(new() { Steps = [one] })));
        Assert.All(bad, static one => Assert.Equal([("assessment.step-empty", one.Clock ?? "")], Errors(new() { Steps = [one] })));
        Assert.Empty(Errors(new() { GoodFrom = 1 }).Concat(Errors(new() { GoodFrom = 5 })));
        Assert.Equal([("assessment.good-from-range", null), ("assessment.good-from-range", null)], Errors(new() { GoodFrom = 0 }).Concat(Errors(new() { GoodFrom = 6 })));

        static IEnumerable<(string Code, string? Subject)> Errors(CaseFactRules rules)
        {
            var reader = CaseFactReader.Compile(rules, Model(), out var report);
            Assert.Equal(report.HasErrors, reader is null);
            return report.Where(static finding => finding.Severity == FindingSeverity.Error).Select(static finding => (finding.Code, finding.Place.Subject));
        }
    }

    [Theory]
    [InlineData("closure", CaseStepEnd.Closed, "", "")]
    [InlineData("closure", CaseStepEnd.Closed, "daily serious", "ordinary")]
    [InlineData("closure", CaseStepEnd.Stopped, "", "daily ordinary serious")]
    [InlineData("elsewhere", CaseStepEnd.Closed, "", "daily ordinary serious")]
    public void Compile_ALifecycleWhoseClosureNoStepMeasures_IsWarnedOf(string clock, CaseStepEnd end, string about, string unmeasured)
    {
        var step = new CaseStepRule(clock, end) { Lifecycles = EquatableArray.From(about.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Due = CaseMarks.ClosureDue };
        CaseFactReader.Compile(new CaseFactRules { Steps = [step] }, Model(), out var report);

        Assert.Equal(unmeasured, string.Join(' ', report.Select(static finding => finding.Place.Subject)));
    }

    [Fact]
    public void Read_OneClockOfSeveralExtended_IsExtended()
    {
        var c = Engine.InHandling();
        c = Engine.Do(c, new ExtendDeadline("extend", "handling", TimeLimit.Parse("1 working-days", null), "rain"), Head, c.ChangedAt);

        Assert.True(c.Clocks.Count > 1);
        Assert.Equal(OfDispatch | CaseMarks.Extended, Reader.Read(c, c.ChangedAt).Marks);
    }

    // Whoever looked on must have seen something: of a report that was refused nothing was missed.
    [Fact]
    public void Read_AnInvalidReport_WasMissedByNobody()
    {
        var refused = Engine.Do(Engine.Report(), new MoveCase("reject", "reject", "nothing there"), Dispatcher, Monday + Duration.FromMinutes(5));

        Assert.Equal(Reader.Read(refused, refused.ChangedAt).Marks, Reader.Read(refused, refused.ChangedAt, new OriginTrace { CaseId = "case-1" }).Marks);
        Assert.Equal("origin", Assert.Throws<ArgumentException>(() => Reader.Read(refused, refused.ChangedAt, new OriginTrace { CaseId = "case-2" })).ParamName);
    }

    [Fact]
    public void Steps_AreAboutTheLifecyclesTheyName()
    {
        var step = new CaseStepRule("x", CaseStepEnd.Passed);

        Assert.Equal([true, true, false], [step.IsAbout("a"), (step with { Lifecycles = ["b", "a"] }).IsAbout("a"), (step with { Lifecycles = ["b"] }).IsAbout("a")]);
        Assert.Equal("lifecycle", Assert.Throws<ArgumentNullException>(() => step.IsAbout(null!)).ParamName);
    }

    [Fact]
    public void Has_OfMarks_AsksForAllOfThem()
    {
        var fact = new CaseFact { CaseId = "1", Marks = CaseMarks.Reported | CaseMarks.Closed };

        Assert.Equal([true, true, false, true], [fact.Has(CaseMarks.Closed), fact.Has(CaseMarks.Reported | CaseMarks.Closed), fact.Has(CaseMarks.Closed | CaseMarks.Filed), fact.Has(CaseMarks.None)]);
    }

    [Fact]
    public void Read_WhatIsDoneAfterItsTime_IsDoneLate()
    {
        var c = Engine.InHandling();
        c = Engine.Do(c, new MoveCase("finish", "finish", "done"), Handler, c.Clock("handling")!.DueAt + Duration.Epsilon);
        Assert.Equal(OfDispatch | CaseMarks.DisposalDue | CaseMarks.Disposed, Reader.Read(c, c.ChangedAt).Marks & ~(CaseMarks.ClosureDue | CaseMarks.CheckDue));

        c = Engine.Do(c, new MoveCase("pass", "pass", "seen"), Verifier, c.Clock("closure")!.DueAt + Duration.FromDays(1));
        Assert.Equal(CaseMarks.ClosureDue | CaseMarks.Closed | CaseMarks.ClosedLate, Reader.Read(c, c.ChangedAt).Marks & (CaseMarks.ClosureDue | CaseMarks.Closed | CaseMarks.ClosedLate | CaseMarks.ClosedOnTime));
    }
}
