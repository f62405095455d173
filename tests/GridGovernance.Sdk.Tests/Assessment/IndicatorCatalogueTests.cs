using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class IndicatorCatalogueTests
{
    [Fact]
    public void Standard_TianmenDecember2016_GivesThePrintedRates()
    {
        var facts = Enumerable.Range(0, 972).Select(static i => new CaseFact
        {
            CaseId = $"{i}",
            Marks = CaseMarks.ClosureDue | (i < 911 ? CaseMarks.Closed : CaseMarks.None) | (i < 737 ? CaseMarks.ClosedOnTime : CaseMarks.None) | (i >= 950 ? CaseMarks.Deferred : CaseMarks.None),
        }).ToArray();

        Assert.Equal(93.72m, RateOf("closure-rate", facts).RoundPercent(2));
        Assert.Equal(75.82m, RateOf("on-time-closure-rate", facts).RoundPercent(2));
        Assert.Equal(new Rate(911, 950), RateOf("closure-rate-less-deferred", facts));
        Assert.Equal(new Rate(0, 972), RateOf("escalation-rate", facts));
        Assert.Equal(new Rate(0, 0), RateOf("satisfaction-rate", facts));
        Assert.Equal(new Rate(61, 972), new Rate(972 - RateOf("closure-rate", facts).Numerator, 972));
    }

    [Fact]
    public void Standard_EveryRate_CountsByItsOwnMarks()
    {
        (string Code, CaseMarks Below, CaseMarks Above, CaseMarks Spoils)[] rates =
        [
            ("disposal-rate", CaseMarks.DisposalDue, CaseMarks.Disposed, CaseMarks.None),
            ("on-time-disposal-rate", CaseMarks.DisposalDue, CaseMarks.DisposedOnTime, CaseMarks.None),
            ("closure-rate", CaseMarks.ClosureDue, CaseMarks.Closed, CaseMarks.None),
            ("on-time-closure-rate", CaseMarks.ClosureDue, CaseMarks.ClosedOnTime, CaseMarks.None),
            ("late-closure-rate", CaseMarks.ClosureDue, CaseMarks.ClosedLate, CaseMarks.None),
            ("open-rate", CaseMarks.Reported, CaseMarks.None, CaseMarks.Closed),
            ("on-time-filing-rate", CaseMarks.Filed, CaseMarks.FiledOnTime, CaseMarks.None),
            ("accurate-filing-rate", CaseMarks.Filed, CaseMarks.Filed, CaseMarks.Voided),
            ("on-time-dispatch-rate", CaseMarks.DispatchDue, CaseMarks.DispatchedOnTime, CaseMarks.None),
            ("accurate-dispatch-rate", CaseMarks.DispatchDue, CaseMarks.Dispatched, CaseMarks.DispatchReturned),
            ("valid-report-rate", CaseMarks.Reported, CaseMarks.ValidReport, CaseMarks.None),
            ("on-time-verification-rate", CaseMarks.VerificationDue, CaseMarks.VerifiedOnTime, CaseMarks.None),
            ("on-time-check-rate", CaseMarks.CheckDue, CaseMarks.CheckedOnTime, CaseMarks.None),
            ("missed-report-rate", CaseMarks.Filed, CaseMarks.Missed, CaseMarks.None),
            ("supervision-report-rate", CaseMarks.Filed, CaseMarks.BySupervision, CaseMarks.None),
            ("rework-rate", CaseMarks.ClosureDue, CaseMarks.Reworked, CaseMarks.None),
            ("extension-rate", CaseMarks.DisposalDue, CaseMarks.Extended, CaseMarks.None),
            ("overdue-rate", CaseMarks.DisposalDue, CaseMarks.DisposalOverdue, CaseMarks.None),
            ("escalation-rate", CaseMarks.ClosureDue, CaseMarks.Escalated, CaseMarks.None),
            ("response-rate", CaseMarks.ResponseDue, CaseMarks.Responded, CaseMarks.None),
            ("resolution-rate", CaseMarks.Surveyed, CaseMarks.Resolved, CaseMarks.None),
            ("satisfaction-rate", CaseMarks.Surveyed, CaseMarks.Satisfied, CaseMarks.None),
            ("cooperation-rate", CaseMarks.WhistleReceived, CaseMarks.WhistleAnswered, CaseMarks.None),
        ];
        foreach (var (code, below, above, spoils) in rates)
        {
            Assert.Equal(new Rate(1, 1), RateOf(code, Fact(below | above)));
            Assert.Equal(above == CaseMarks.None || above == below ? new Rate(1, 1) : new Rate(0, 1), RateOf(code, Fact(below)));
            Assert.Equal(new Rate(0, 0), RateOf(code, Fact(above & ~below)));
            Assert.Equal(spoils == CaseMarks.None ? new Rate(1, 1) : new Rate(0, 1), RateOf(code, Fact(below | above | spoils)));
        }
    }

    [Fact]
    public void Standard_Ratings_ArePointsOfTheBest()
    {
        CaseFact[] facts = [Fact(CaseMarks.None) with { WorkerRating = 5 }, Fact(CaseMarks.None) with { WorkerRating = 2 }, Fact(CaseMarks.None) with { DepartmentRating = 1 }];

        Assert.Equal(new Rate(7, 10), RateOf("worker-rating", facts));
        Assert.Equal(new Rate(1, 5), RateOf("department-rating", facts));
    }

    [Fact]
    public void With_AHostsOwn_IsFoundAndReplacesItsCode()
    {
        var own = Indicator.OfFunction("certificates", new LocalizedText("Certificates", "社工证持证率"), IndicatorDirection.Up, static (unit, facts) => IndicatorValue.Of(unit.Length + facts.Count));
        var catalogue = IndicatorCatalogue.Standard.With(own, Indicator.Declared("closure-rate"));
        var scheme = AssessmentScheme.Compile(
            Schemes.Of(Schemes.Leaf("certificates", 1) with { Normalise = new() { Kind = "fraction-of-maximum", Maximum = 10 } }), catalogue, out var report)!;

        Assert.Empty(report);
        Assert.Equal(IndicatorCatalogue.Standard.Indicators.Count + 1, catalogue.Indicators.Count);
        Assert.False(catalogue.Find("closure-rate")!.IsComputed);
        var table = IndicatorTable.FromCases(["abc"], [Fact(CaseMarks.None) with { Unit = "abc" }], static fact => fact.Unit, [own, catalogue.Find("closure-rate")!]);
        Assert.Equal(40m, scheme.Score(table)[0].Score);
        Assert.Equal(["x"], scheme.Score(table)[0].Contributions.Single().Trace().Counted);
        Assert.Equal(IndicatorValue.Missing, table.Find("closure-rate")!.Values[0]);
        Assert.Throws<InvalidOperationException>(() => Indicator.Declared("x").Evaluate("u", []));
    }

    [Fact]
    public void Compile_UnknownSelectors_AreAllReported()
    {
        var definition = new IndicatorDefinition { Code = "x", Title = new LocalizedText("x", "x"), Direction = IndicatorDirection.Up, Numerator = "closed", Denominator = "nothing" };
        var catalogue = IndicatorCatalogue.Compile([definition, definition with { Numerator = "?" }, definition with { Code = "" }], CaseSelector.Standard, out var report);

        Assert.Null(catalogue);
        Assert.Equal(
            ["/0/denominator assessment.unknown-selector", "/1/code assessment.duplicate-code", "/1/numerator assessment.unknown-selector", "/1/denominator assessment.unknown-selector", "/2/code assessment.code-missing", "/2/denominator assessment.unknown-selector"],
            report.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
    }

    [Fact]
    public void Create_ACodeTwice_Throws()
    {
        Assert.Throws<ArgumentException>(() => IndicatorCatalogue.Declare(["a", "a"]));
        Assert.Throws<ArgumentException>(() => IndicatorTable.Create(["u", "u"], []));
        Assert.Throws<ArgumentException>(() => IndicatorTable.Create(["u"], [new IndicatorColumn("a", [])]));
        Assert.Throws<ArgumentException>(() => IndicatorTable.Create([], []).WithColumn(new IndicatorColumn("a", [])).WithColumn(new IndicatorColumn("a", [])));
    }

    private static CaseFact Fact(CaseMarks marks) => new() { CaseId = "x", Marks = marks };

    private static Rate RateOf(string code, params CaseFact[] facts) => IndicatorCatalogue.Standard.Find(code)!.Evaluate("u", facts).Rate!.Value;

    [Fact]
    public void Compile_GoodDefinitions_CountByTheLastSelectorOfACode()
    {
        var title = new LocalizedText("x", "x");
        CaseSelector[] selectors = [new("one", title, static _ => 0), new("one", title, static _ => 1), new("two", title, static _ => 2)];
        var catalogue = IndicatorCatalogue.Compile([new() { Code = "x", Title = title, Direction = IndicatorDirection.Down, Numerator = "one", Denominator = "two" }], EquatableArray.Create<CaseSelector>(selectors), out var report)!;

        Assert.Empty(report);
        Assert.Equal((IndicatorDirection.Down, title), (catalogue.Find("x")!.Direction, catalogue.Find("x")!.Title));
        Assert.Equal(new Rate(2, 4), catalogue.Find("x")!.Evaluate("u", [Fact(CaseMarks.None), Fact(CaseMarks.None)]).Rate);
        Assert.Null(catalogue.Find("y"));
    }

    [Theory]
    [InlineData("?", null, "/children/0/code")]
    [InlineData("x", "?", "/children/0/indicator")]
    public void AnUnknownIndicator_IsReportedWhereItIsNamed(string code, string? indicator, string place)
    {
        var finding = Assert.Single(Schemes.Faults(Schemes.Of(Schemes.Leaf(code, 1, null) with { Indicator = indicator })));

        Assert.Equal(("assessment.unknown-indicator", place), (finding.Code, finding.Place.Path));
        Assert.Equal([code, "?"], finding.Message.Values);
    }

    [Fact]
    public void Declared_HasTheTitleAndTheDirectionItIsGiven()
    {
        var (plain, named) = (Indicator.Declared("a"), Indicator.Declared("a", new("own", "自己"), IndicatorDirection.Down));

        Assert.Equal((new("a", "a"), null), (plain.Title, plain.Direction));
        Assert.Equal((new("own", "自己"), IndicatorDirection.Down), (named.Title, named.Direction));
    }
}
