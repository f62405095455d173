using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseSubjectTests
{
    private static readonly SubjectRegister<FacilityEntry> Facilities = SubjectRegister<FacilityEntry>.Create(
        CoordinateSystem.Cgcs2000,
        [new FacilityEntry("lamp-1", "0101", "urban-management", "power-company", "lighting-works", Grid: Cell, ValidTo: new LocalDate(2026, 1, 5))],
        out _)!;

    private static readonly CaseEngine Engine = Over(Facilities);

    [Theory]
    [InlineData(CaseSubjectKind.Person)]
    [InlineData(CaseSubjectKind.Dwelling)]
    [InlineData(CaseSubjectKind.Organisation)]
    public void ACase_PointsToItsSubjectById(CaseSubjectKind kind)
    {
        var forged = new CaseSubject(kind, "x-1") { Departments = new FacilityDepartments("a", "b", "c") };

        Assert.Equal(new CaseSubject(kind, "x-1"), Report(Engine, forged, Monday).Subject);
    }

    [Fact]
    public void AFacility_BringsItsThreeDepartments_AsTheRegisterHasThem()
    {
        var c = Report(Engine, new CaseSubject(CaseSubjectKind.Facility, "lamp-1") { Departments = new FacilityDepartments("a", "b", "c") }, Monday);

        Assert.Equal(new FacilityDepartments("urban-management", "power-company", "lighting-works"), c.Subject!.Departments);
    }

    [Fact]
    public void AFacility_ThatIsNotInTheRegisterOnTheDay_IsRefused_AndWithoutARegisterNothingIsAsked()
    {
        var tooLate = Decide(Engine, new CaseSubject(CaseSubjectKind.Facility, "lamp-1"), Monday + Duration.FromDays(1));

        Assert.Equal(["cases.unknown-facility"], tooLate.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["cases.unknown-facility"], Decide(Engine, new CaseSubject(CaseSubjectKind.Facility, "lamp-2"), Monday).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(new CaseSubject(CaseSubjectKind.Facility, "lamp-2"), Report(Over(null), new CaseSubject(CaseSubjectKind.Facility, "lamp-2"), Monday).Subject);
    }

    [Fact]
    public void ASubjectWithoutAnId_IsRefused_AndACaseMayHaveNone()
    {
        Assert.Equal(["cases.subject-without-id"], Decide(Engine, new CaseSubject(CaseSubjectKind.Person, " "), Monday).Refusals.Select(refusal => refusal.Code));
        Assert.Null(Report(Engine, null, Monday).Subject);
    }

    [Fact]
    public void ASubject_IsWrittenAndReadBack()
    {
        var rows = Decide(Engine, new CaseSubject(CaseSubjectKind.Facility, "lamp-1"), Monday).EnsureAccepted().Select(e => new CaseEventRow("c", e)).ToArray();

        Assert.Equal(rows, CaseEventJson.Read(CaseEventJson.Write(rows), "events.jsonl").Value);
    }

    private static CaseEngine Over(SubjectRegister<FacilityEntry>? facilities) => new(SmallCounty.Model().With(facilities: facilities));

    private static Decision<CaseEvent> Decide(CaseEngine engine, CaseSubject? subject, Instant at) =>
        engine.Decide(null, new ReportCase("report", "c", "daily", "rubbish", Cell, "video") { Subject = subject }, GridWorker, at);

    private static GridCase Report(CaseEngine engine, CaseSubject? subject, Instant at) => GridCase.Replay(Decide(engine, subject, at).EnsureAccepted());
}
