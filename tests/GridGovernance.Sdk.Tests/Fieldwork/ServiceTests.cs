using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class ServiceTests
{
    private static readonly ServiceItem Pension = new("pension", "Pension", "养老金", ServiceCategory.SocialInsurance, ServiceStationKind.TownshipCentre, new TimeLimit(5, LimitUnit.WorkingDays));

    private static readonly ServiceItem Allowance = Pension with { Code = "allowance", Category = ServiceCategory.SocialAssistance, Station = ServiceStationKind.CommunityStation };

    private static readonly ServiceStation Centre = new("centre", "Centre", "便民服务中心", ServiceStationKind.TownshipCentre, GridCode.Parse("1"));

    private static readonly ServiceStation Branch = Centre with { Code = "branch", Unit = GridCode.Parse("11") };

    private static readonly ServiceCatalogue Catalogue = CatalogueOf();

    private static readonly ProxyServiceEngine Engine = new(Full, Catalogue);

    [Fact]
    public void Catalogue_AFaultyOne_NamesEverything()
    {
        Assert.Null(ServiceCatalogue.Compile([Pension, Pension, Allowance], [Centre with { Code = "C", Unit = GridCode.Parse("9") }], Map, out var report));
        Assert.Equal(
            [("fieldwork.code-twice", "/items/1/code"), ("fieldwork.bad-code", "/stations/0/code"), ("fieldwork.unknown-place", "/stations/0/unit"), ("fieldwork.service-without-station", "/items/2/station")],
            report.Select(static finding => (finding.Code, finding.Place.Path!)));
        Assert.Equal(4, Enum.GetValues<ServiceCategory>().Length);
        Assert.Equal(5, Enum.GetValues<DemandCategory>().Length);
    }

    [Fact]
    public void StationFor_IsTheNarrowestThatServesThePlace()
    {
        Assert.Equal("branch", Catalogue.StationFor(Pension, Cells[0])!.Code);
        Assert.Equal("centre", Catalogue.StationFor(Pension, Cells[2])!.Code);
        Assert.Null(Catalogue.StationFor(Allowance, Cells[0]));
    }

    [Fact]
    public void AService_IsAskedForHandedInAnsweredAndDelivered()
    {
        var service = Request();
        Assert.Equal((ProxyServiceState.Requested, "daughter-1", (Instant?)null), (service.State, service.Proxy, service.DueAt));
        service = Apply(service, new HandInService(), 10);
        Assert.Equal((ProxyServiceState.HandedIn, "branch"), (service.State, service.Station));
        Assert.Equal(Instant.FromUtc(2026, 1, 12, 16, 0), service.DueAt);
        Assert.False(service.IsLate(service.DueAt!.Value));
        Assert.True(service.IsLate(service.DueAt!.Value + Duration.FromTicks(1)));
        Assert.Equal(["fieldwork.refusal-unexplained"], Codes(Engine.Decide(service, new AnswerService(false), Handler, At(20))));
        Assert.Equal(["fieldwork.own-service"], Codes(Engine.Decide(service, new AnswerService(true), Worker, At(20))));
        service = Engine.Decide(service, new AnswerService(true), Handler, At(20)).EnsureAccepted().Aggregate(service, ProxyService.Apply);
        Assert.Equal((true, At(20)), (service.IsGranted, service.AnsweredAt));
        Assert.False(service.IsLate(At(100_000)));
        service = Apply(service, new DeliverService(), 30);
        Assert.Equal((ProxyServiceState.Delivered, 4), (service.State, service.Version));
        Assert.Equal(["fieldwork.service-not-there"], Codes(Engine.Decide(service, new WithdrawService(), Worker, At(40))));
    }

    [Fact]
    public void Decide_RefusesWhatCannotBe()
    {
        Assert.Equal(["fieldwork.unknown-service"], Codes(Engine.Decide(null, new RequestService("x", "p", Cells[0]), Worker, Monday)));
        Assert.Equal(["fieldwork.not-your-grid"], Codes(Engine.Decide(null, new RequestService("pension", "p", Cells[2]), Worker, Monday)));
        Assert.Equal(["fieldwork.service-not-there"], Codes(Engine.Decide(Request(), new RequestService("pension", "p", Cells[0]), Worker, At(1))));
        Assert.Equal(["fieldwork.time-runs-backward"], Codes(Engine.Decide(Request(), new HandInService(), Worker, At(-1))));
        var allowance = ProxyService.Replay(Engine.Decide(null, new RequestService("allowance", "p", Cells[0]), Worker, Monday).EnsureAccepted());
        Assert.Equal(["fieldwork.no-station"], Codes(Engine.Decide(allowance, new HandInService(), Worker, At(1))));
        Assert.Equal(ProxyServiceState.Withdrawn, Apply(allowance, new WithdrawService(), 1).State);
        Assert.Throws<ArgumentException>(() => Engine.Decide(null, new HandInService(), Worker, Monday));
        Assert.Throws<ArgumentException>(() => Engine.Decide(null, new RequestService("pension", " ", Cells[0]), Worker, Monday));
        var unknown = new ProxyServiceEngine(Full, ServiceCatalogue.Compile([Pension with { Limit = new TimeLimit(400, LimitUnit.WorkingDays) }], [Centre], Map, out _)!);
        Assert.Equal(["fieldwork.calendar-unknown"], Codes(unknown.Decide(Request(), new HandInService(), Worker, At(1))));
    }

    // The table of what may follow what, written anew.
    [Property(MaxTest = 200)]
    public void AnyHistory_TheStateIsWhereTheTableLeads(byte[] acts)
    {
        var table = new Dictionary<(ProxyServiceState, int), ProxyServiceState>
        {
            [(ProxyServiceState.Requested, 0)] = ProxyServiceState.HandedIn, [(ProxyServiceState.HandedIn, 1)] = ProxyServiceState.Answered, [(ProxyServiceState.Answered, 2)] = ProxyServiceState.Delivered,
            [(ProxyServiceState.Requested, 3)] = ProxyServiceState.Withdrawn, [(ProxyServiceState.HandedIn, 3)] = ProxyServiceState.Withdrawn,
        };
        var (service, state, minute) = (Request(), ProxyServiceState.Requested, 0);
        foreach (var act in acts.Take(8))
        {
            ProxyServiceCommand command = (act % 4) switch { 0 => new HandInService(), 1 => new AnswerService(act % 8 > 3, "why"), 2 => new DeliverService(), _ => new WithdrawService() };
            var decision = Engine.Decide(service, command, act % 4 == 1 ? Handler : Worker, At(++minute));
            Assert.Equal(table.TryGetValue((state, act % 4), out var next), decision.IsAccepted);
            state = decision.IsAccepted ? next : state;
            service = decision.Events.Aggregate(service, ProxyService.Apply);
            Assert.Equal(state, service.State);
        }
    }

    [Fact]
    public void Apply_EventsOutOfPlace_AreCallersMistakes()
    {
        ProxyServiceEvent requested = new ServiceRequested("pension", "p", Cells[0], null) { At = Monday, By = Worker };
        ProxyServiceEvent withdrawn = new ServiceWithdrawn { At = At(-1), By = Worker };
        ProxyServiceEvent[][] faulty = [[], [withdrawn], [requested, requested], [requested, withdrawn]];

        Assert.All(faulty, static events => Assert.Throws<ArgumentException>(() => ProxyService.Replay(events)));
    }

    [Fact]
    public void Bodies_StayOutsideTheGridSystem()
    {
        var council = new OutsideBody("village-council-1", "Council", "村民议事会", OutsideBodyKind.VillageCouncil, [GridCode.Parse("11")]);
        Assert.Null(OutsideBodyRegister.Compile(
            [council with { Code = "grid-worker" }, council with { Code = "health" }, council with { Units = [GridCode.Parse("9")] }], [new Convention("nobody", Day, ["parking"])], Full.Establishment, Map, out var report));
        Assert.Equal(
            [("fieldwork.body-inside", "/bodies/0/code"), ("fieldwork.body-inside", "/bodies/1/code"), ("fieldwork.unknown-place", "/bodies/2/units/0"), ("fieldwork.unknown-body", "/conventions/0/body")],
            report.Select(static finding => (finding.Code, finding.Place.Path!)));

        var register = OutsideBodyRegister.Compile([council], [new Convention("village-council-1", Day, ["parking", "waste-sorting", "pets"])], Full.Establishment, Map, out _)!;
        var referral = new Referral { Id = "r-1", Body = "village-council-1", Direction = ReferralDirection.ToBody, Matter = "vitality", Seat = Worker, At = Monday };
        Assert.Equal([referral], register.Refer(referral).EnsureAccepted());
        Assert.True(register.Refer(referral with { Direction = ReferralDirection.ToGrid, Seat = Commander }).IsAccepted);
        Assert.True(register.Refer(referral with { Seat = Handler }).IsAccepted);
        Assert.Equal(["fieldwork.body-elsewhere"], Codes(register.Refer(referral with { Seat = OtherWorker })));
        Assert.Equal(["fieldwork.unknown-seat", "fieldwork.unknown-body", "fieldwork.referral-not-new"], Codes(register.Refer(referral with { Seat = Seat.Parse("x@1"), Body = "x", Matter = " " })));
        Assert.Equal(["fieldwork.referral-not-new"], Codes(register.Refer(referral with { State = ReferralState.Taken })));
        Assert.Equal(["fieldwork.referral-not-new"], Codes(register.Refer(referral with { AnsweredAt = Monday })));

        var taken = OutsideBodyRegister.Answer(referral, true, "unused", At(5)).EnsureAccepted()[0];
        Assert.Equal((ReferralState.Taken, At(5), null), (taken.State, taken.AnsweredAt, taken.Reason));
        Assert.Equal((ReferralState.Declined, "too busy"), (OutsideBodyRegister.Answer(referral, false, "too busy", At(5)).EnsureAccepted()[0].State, OutsideBodyRegister.Answer(referral, false, "too busy", At(5)).Events[0].Reason));
        Assert.Equal(["fieldwork.referral-answered", "fieldwork.time-runs-backward", "fieldwork.decline-unexplained"], Codes(OutsideBodyRegister.Answer(taken, false, null, At(-5))));
    }

    [Fact]
    public void Membership_OfAGrid_HasLeadersStaffAndHouseholds()
    {
        GridMember Member(string grid, string id, GridMemberRole role, int from = 0, int? to = null) => new(GridCode.Parse(grid), id, role, Day.PlusDays(from), to is { } days ? Day.PlusDays(days) : null);
        Assert.Null(GridMembership.Compile([Member("9", "l", GridMemberRole.Leader), Member("111", "h", GridMemberRole.Household, 0, -1), Member("111", "h1", GridMemberRole.Household, 0, 5), Member("112", "h1", GridMemberRole.Household, 5)], Map, out var report));
        Assert.Equal([("fieldwork.unknown-place", "/members/0/grid"), ("fieldwork.ends-before-start", "/members/1/to"), ("fieldwork.household-in-two", "/members/3/grid")], report.Select(static finding => (finding.Code, finding.Place.Path!)));

        GridMembership.Compile([Member("111", "h", GridMemberRole.Household, 0, 360), Member("112", "h", GridMemberRole.Household, 31, 35), Member("121", "h", GridMemberRole.Household, 120, 121), Member("111", " ", GridMemberRole.Staff)], Map, out report);
        Assert.Equal([("fieldwork.member-unnamed", "/members/3/member"), ("fieldwork.household-in-two", "/members/1/grid"), ("fieldwork.household-in-two", "/members/2/grid")], report.Select(static finding => (finding.Code, finding.Place.Path!)));
        var members = GridMembership.Compile(
            [Member("111", "l", GridMemberRole.Leader), Member("112", "l", GridMemberRole.Leader), Member("111", "w", GridMemberRole.Staff), Member("111", "h1", GridMemberRole.Household, 0, 4), Member("112", "h1", GridMemberRole.Household, 5)], Map, out _)!;
        Assert.Equal(["h1"], members.MembersOf(Cells[0], GridMemberRole.Household, Day.PlusDays(4)));
        Assert.Empty(members.MembersOf(Cells[0], GridMemberRole.Household, Day.PlusDays(5)));
        Assert.Equal([Cells[1], Cells[2], Cells[3]], members.Without(Cells, GridMemberRole.Staff, Day));
        Assert.Equal([Cells[2], Cells[3]], members.Without(Cells, GridMemberRole.Leader, Day));
        Assert.Equal(("hotline-12345", "hotline-96345"), (ServiceHotline.Government, ServiceHotline.Livelihood));
    }

    [Fact]
    public void AVoicedNeed_BecomesAService()
    {
        var request = new VoicedNeed(DemandCategory.ElderlyCare, "daughter-1").ToRequest("pension", "p-1", Cells[0]);
        var service = ProxyService.Replay(Engine.Decide(null, request, Worker, Monday).EnsureAccepted());

        Assert.Equal((DemandCategory.ElderlyCare, "daughter-1", "p-1"), (service.Demand, service.Proxy, service.Subject));
    }

    [Fact]
    public void Certificates_AreCountedByHolderAndDay()
    {
        Certificate[] all = [new("a", "social-worker", Day), new("a", "social-worker", Day), new("b", "social-worker", Day, Day.PlusDays(1)), new("c", "driver", Day), new("x", "social-worker", Day)];

        Assert.Equal((2, 3), Certificate.CountOn(all, ["a", "b", "c"], "social-worker", Day));
        Assert.Equal((1, 3), Certificate.CountOn(all, ["a", "b", "c"], "social-worker", Day.PlusDays(2)));
        Assert.Equal((0, 0), Certificate.CountOn(all, [], "social-worker", Day));
    }

    private static ServiceCatalogue CatalogueOf() => ServiceCatalogue.Compile([Pension, Allowance], [Centre, Branch], Map, out _)!;

    private static ProxyService Request() => ProxyService.Replay(Engine.Decide(null, new RequestService("pension", "p-1", Cells[0], "daughter-1"), Worker, Monday).EnsureAccepted());

    private static ProxyService Apply(ProxyService service, ProxyServiceCommand command, int minutes) =>
        Engine.Decide(service, command, Worker, At(minutes)).EnsureAccepted().Aggregate(service, ProxyService.Apply);
}
