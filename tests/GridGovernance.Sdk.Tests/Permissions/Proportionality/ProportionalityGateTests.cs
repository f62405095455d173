using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions.Proportionality;

/// <summary>X县: what was excessive does not pass.</summary>
public sealed class ProportionalityGateTests
{
    private static readonly ProportionalityDefinition Definition = ProportionalityGate.Sample with
    {
        Measures = EquatableArray.From(ProportionalityGate.Sample.Measures.Select(static kind => kind.Forbidden ? kind : kind with { Approvers = ["commander", "village-head"], Levels = ["grid"], LegalBases = ["statute"] })),
    };

    private static readonly RestrictiveMeasure Closing = new("close-community", GridCode.Parse("123"), SmallLists.Day)
    {
        To = SmallLists.Day.PlusDays(13), LegalBasis = "statute", ApprovedBy = Seat.Parse("village-head@12"), Criteria = ["exposure"],
    };

    [Fact]
    public void AMeasureWithEverything_Passes()
    {
        Assert.Empty(Gate().Refusals(Closing));
        Assert.Empty(Gate().Refusals(Closing with { ApprovedBy = Seat.Parse("commander@1"), To = SmallLists.Day }));
    }

    public static TheoryData<RestrictiveMeasure, string, RefusalKind, string?> Excesses => new()
    {
        { Closing with { Kind = "curfew" }, "permissions.measure-unknown", RefusalKind.NoSuchAction, "These actions work: checkpoint, close-community." },
        { Closing with { Kind = "cut-road" }, "permissions.measure-forbidden", RefusalKind.NoSuchAction, "These actions work: checkpoint, close-community." },
        { Closing with { Kind = "send-back" }, "permissions.measure-forbidden", RefusalKind.NoSuchAction, "These actions work: checkpoint, close-community." },
        { Closing with { LegalBasis = " " }, "permissions.measure-no-basis", RefusalKind.ConditionUnmet, null },
        { Closing with { LegalBasis = null }, "permissions.measure-no-basis", RefusalKind.ConditionUnmet, null },
        { Closing with { ApprovedBy = null }, "permissions.measure-not-approved", RefusalKind.NotYourRole, "These posts may carry it: commander, village-head." },
        { Closing with { ApprovedBy = Seat.Parse("grid-worker@123") }, "permissions.measure-not-approved", RefusalKind.NotYourRole, "These posts may carry it: commander, village-head." },
        { Closing with { ApprovedBy = Seat.Parse("village-head@13") }, "permissions.measure-not-approved", RefusalKind.NotYourRole, "These posts may carry it: commander, village-head." },
        { Closing with { To = null }, "permissions.measure-too-long", RefusalKind.OutsideListOrTime, "It may last until 2026-02-15." },
        { Closing with { To = SmallLists.Day.PlusDays(14) }, "permissions.measure-too-long", RefusalKind.OutsideListOrTime, "It may last until 2026-02-15." },
        { Closing with { To = SmallLists.Day.PlusDays(-1) }, "permissions.measure-too-long", RefusalKind.OutsideListOrTime, "It may last until 2026-02-15." },
        { Closing with { Place = GridCode.Parse("12") }, "permissions.measure-too-wide", RefusalKind.NotYourGrid, "It holds for the levels: grid." },
        { Closing with { LegalBasis = "x" }, "permissions.measure-basis-unknown", RefusalKind.ConditionUnmet, "These legal bases work: statute." },
        { Closing with { Criteria = ["household-registration"] }, "permissions.measure-discriminates", RefusalKind.ConditionUnmet, "These criteria work: exposure, place-in-danger." },
        { Closing with { Criteria = ["property-ownership", "exposure"] }, "permissions.measure-discriminates", RefusalKind.ConditionUnmet, "These criteria work: exposure, place-in-danger." },

        // Another word for it is no way round.
        { Closing with { Criteria = ["hukou"] }, "permissions.measure-criterion-unknown", RefusalKind.ConditionUnmet, "These criteria work: exposure, place-in-danger." },
        { Closing with { Criteria = ["Household-Registration"] }, "permissions.measure-criterion-unknown", RefusalKind.ConditionUnmet, "These criteria work: exposure, place-in-danger." },
        { Closing with { Criteria = ["户籍"] }, "permissions.measure-criterion-unknown", RefusalKind.ConditionUnmet, "These criteria work: exposure, place-in-danger." },
    };

    [Theory]
    [MemberData(nameof(Excesses))]
    public void AnExcess_IsRefusedWithItsReason(RestrictiveMeasure measure, string code, RefusalKind kind, string? nearest)
    {
        var refusal = Assert.Single(Gate().Refusals(measure));
        Assert.Equal((code, kind, nearest), (refusal.Code, refusal.Kind, refusal.Nearest?.ToString()));
    }

    // From 2 February a month ends on 1 March, and a year on 1 February.
    [Theory]
    [InlineData("1 months", "2026-03-01")]
    [InlineData("1 years", "2027-02-01")]
    [InlineData("14 calendar-days", "2026-02-15")]
    public void ATerm_EndsTheDayBeforeTheNextWouldBegin(string term, string last)
    {
        var kinds = Definition.Measures.Select(kind => kind.Forbidden ? kind : kind with { LongestTerm = TimeLimit.Parse(term, null) });
        var gate = ProportionalityGate.Compile(Definition with { Measures = EquatableArray.From(kinds) }, SmallCounty.Establishment, out _)!;
        var to = NodaTime.Text.LocalDatePattern.Iso.Parse(last).Value;

        Assert.Empty(gate.Refusals(Closing with { To = to }));
        Assert.Equal($"It may last until {last}.", Assert.Single(gate.Refusals(Closing with { To = to.PlusDays(1) })).Nearest?.ToString());
    }

    [Fact]
    public void EveryExcess_IsNamedAtOnce()
    {
        var worst = new RestrictiveMeasure("close-community", GridCode.Parse("1"), SmallLists.Day) { Criteria = ["property-ownership", "household-registration", "household-registration"] };
        Assert.Equal(
            ["no-basis", "not-approved", "too-long", "too-wide", "discriminates", "discriminates"],
            Gate().Refusals(worst).Select(static refusal => refusal.Code["permissions.measure-".Length..]));
    }

    [Fact]
    public void Compile_OfFaults_NamesThemAll()
    {
        var kind = Definition.Measures[0];
        var faulty = Definition with
        {
            Code = "No", Source = "",
            Measures = [kind with { Source = "", Approvers = ["king"], Levels = ["moon"] }, kind with { Approvers = [], LongestTerm = null }, kind with { Code = "x", LongestTerm = TimeLimit.Parse("3 working-days", null) }],
        };
        Assert.Null(ProportionalityGate.Compile(faulty, SmallCounty.Establishment, out var report));
        Assert.Equal(
            ["/code", "/source", "/measures/1/code", "/measures/0/source", "/measures/0/approvers/0", "/measures/0/levels/0", "/measures/1/approvers", "/measures/1/longestTerm", "/measures/2/longestTerm"],
            report.Select(static finding => finding.Place.Path));
    }

    [Fact]
    public void Compile_OfALoosePolicy_WarnsOfWhatItLeavesOpen()
    {
        var (first, second) = (Definition.Measures[0], Definition.Measures[1]);
        var loose = Definition with { Measures = [first with { Levels = [] }, second with { LegalBases = [] }], ForbiddenCriteria = ["property-ownership"] };
        var gate = ProportionalityGate.Compile(loose, SmallCounty.Establishment, out var report);

        Assert.Equal(
            ["/measures/0/levels permissions.measure-unbounded", "/measures/1/legalBases permissions.measure-any-basis", "/forbiddenCriteria permissions.measure-may-discriminate"],
            report.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
        Assert.Empty(gate!.Refusals(Closing with { Kind = second.Code, To = SmallLists.Day, LegalBasis = "x" }));
        Assert.Null(ProportionalityGate.Compile(Definition with { PermittedCriteria = ["exposure", "property-ownership"] }, SmallCounty.Establishment, out report));
        Assert.Equal("/permittedCriteria/1 permissions.measure-both-criteria", Assert.Single(report.Select(static finding => $"{finding.Place.Path} {finding.Code}")));
    }

    [Fact]
    public void APolicyThatPermitsNoCriterion_RefusesEveryOne()
    {
        var gate = ProportionalityGate.Compile(Definition with { PermittedCriteria = [] }, SmallCounty.Establishment, out _)!;
        Assert.Null(Assert.Single(gate.Refusals(Closing)).Nearest);
    }

    [Fact]
    public void ADefinition_ComesBackFromItsFile() =>
        Assert.Equal(ProportionalityGate.Sample, GovernanceJson.Read<ProportionalityDefinition>(GovernanceJson.Write(ProportionalityGate.Sample), "measures.json").Value);

    [Fact]
    public void TheSample_FitsTheQuickstartsCounty()
    {
        Assert.NotNull(ProportionalityGate.Compile(ProportionalityGate.Sample, SampleLists.Establishment, out var report));
        Assert.Empty(report);
    }

    private static ProportionalityGate Gate()
    {
        var gate = ProportionalityGate.Compile(Definition, SmallCounty.Establishment, out var report);
        Assert.Empty(report);
        return gate!;
    }
}
