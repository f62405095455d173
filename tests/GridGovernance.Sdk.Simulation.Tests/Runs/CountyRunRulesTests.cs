using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Runs;

public class CountyRunRulesTests
{
    private static readonly CountyRunParameters Month = SampleCounty.FourWeeks;

    public static TheoryData<string> Paths => [.. Bad.Keys];

    private static SortedDictionary<string, CountyRunParameters> Bad => new(StringComparer.Ordinal)
    {
        ["must end on or after"] = Month with { To = Month.From.PlusDays(-1) },
        ["does not know 2027-01-01"] = Month with { From = new LocalDate(2026, 12, 1), To = new LocalDate(2027, 1, 31) },
        ["\"reportsPerMillionPeople\""] = Month with { ReportsPerMillionPeople = -5 },
        ["\"reportsPerMillionPeople\" should be 0 to 1000000"] = Month with { ReportsPerMillionPeople = 2_000_000_000 },
        ["\"restDayPermille\""] = Month with { RestDayPermille = -1 },
        ["\"monthPercents\" should hold 12"] = Month with { MonthPercents = [1, 2] },
        ["\"monthPercents/2\""] = Month with { MonthPercents = [1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
        ["\"hourWeights\" should hold 24"] = Month with { HourWeights = [1] },
        ["\"hourWeights\" should have at least one"] = Month with { HourWeights = [.. Enumerable.Repeat(0, 24)] },
        ["\"tiers\" should have at least one"] = Month with { Tiers = [] },
        ["\"tiers/daily\""] = Month with { Tiers = [Month.Tiers[0] with { Weight = -3 }, Month.Tiers[1]] },
        ["\"tiers/daily/hardPermille\""] = Month with { Tiers = [Month.Tiers[0] with { HardPermille = 1_001 }] },
        ["\"tiers/daily/hardFactor\""] = Month with { Tiers = [Month.Tiers[0] with { HardFactor = 0 }] },
        ["\"tiers/daily/lagPercent\""] = Month with { Tiers = [Month.Tiers[0] with { LagPercent = -1 }] },
        ["\"tiers\" should name a tier with a lifecycle"] = Month with { Tiers = [Month.Tiers[0] with { Tier = "weekly" }] },
        ["\"tiers\" should name \"daily\" once"] = Month with { Tiers = [Month.Tiers[0], Month.Tiers[0]] },
        ["\"matterWeights\" should name a matter"] = Month with { MatterWeights = [new("nope", 3)] },
        ["\"strayMatterPermille\""] = Month with { StrayMatterPermille = 1_001 },
        ["\"workerReportPermille\""] = Month with { WorkerReportPermille = 5_000 },
        ["\"publicChannels\""] = Month with { PublicChannels = [] },
        ["\"detection/workerMeanHours\""] = Month with { Detection = new DetectionBehaviour { WorkerMeanHours = -5 } },
        ["\"sizes\""] = Month with { Sizes = [new(CaseSize.Small, 0, 100)] },
        ["\"sizes/Small\""] = Month with { Sizes = [new(CaseSize.Small, 1, 0)] },
        ["\"steps/handling/serviceMinutes\""] = Month with { Steps = [Month.Steps[3] with { ServiceMinutes = -5 }] },
        ["\"steps/handling/lagMinutes\""] = Month with { Steps = [Month.Steps[3] with { LagMinutes = 2_000_000_000 }] },
        ["\"steps/handling/triggers/finish\""] = Month with { Steps = [Month.Steps[3] with { Triggers = [new("finish", -9)] }] },
        ["\"steps\" should name \"handling\" once"] = Month with { Steps = [Month.Steps[3], Month.Steps[3]] },
        ["\"otherwiseMinutes\""] = Month with { OtherwiseMinutes = -1 },
        ["\"travelMinutes\""] = Month with { TravelMinutes = -1 },
        ["\"desks/dispatcher\""] = Month with { Desks = [new("dispatcher", 0)] },
        ["\"desks\" should name a post"] = Month with { Desks = [new("nobody", 1)] },
        ["\"departmentDesks\" should name a department of the model ("] = Month with { DepartmentDesks = [new("nobody", 1)] },
        ["\"misdispatchPermille\""] = Month with { MisdispatchPermille = 2_000 },
        ["\"refusalRememberedDays\""] = Month with { RefusalRememberedDays = -3 },
        ["\"escalationHelpsPermille\""] = Month with { EscalationHelpsPermille = 1_001 },
        ["\"residentRatesPermille\""] = Month with { ResidentRatesPermille = -1 },
        ["\"officialRatesPermille\""] = Month with { OfficialRatesPermille = 1_001 },
        ["\"staff/turnoverPermille\""] = Month with { Staff = new StaffBehaviour { TurnoverPermille = -4 } },
        ["\"staff/vacancyDays\""] = Month with { Staff = new StaffBehaviour { VacancyDays = -4 } },
        ["\"staff/leaveDays\""] = Month with { Staff = new StaffBehaviour { LeaveDays = 400 } },
        ["\"staff/noviceSlowerPercent\""] = Month with { Staff = new StaffBehaviour { NoviceSlowerPercent = -500 } },
        ["\"staff/learningDays\""] = Month with { Staff = new StaffBehaviour { LearningDays = -1 } },
        ["\"staff/fatiguePercentPerHour\""] = Month with { Staff = new StaffBehaviour { FatiguePercentPerHour = -100 } },
        ["\"duties/dayMinutes\""] = Month with { Duties = new DutyBehaviour { DayMinutes = 0 } },
        ["\"duties/visitMinutes\""] = Month with { Duties = new DutyBehaviour { VisitMinutes = -480 } },
        ["\"duties/listedMinutes\""] = Month with { Duties = new DutyBehaviour { ListedMinutes = -1 } },
        ["\"duties/unlistedMinutes\""] = Month with { Duties = new DutyBehaviour { UnlistedMinutes = 1_441 } },
        ["\"duties/post\" should name a post"] = Month with { Duties = new DutyBehaviour { Post = "nobody" } },
        ["\"workerChannel\" should name a channel of the model (grid-worker-terminal, cell-informant,"] = Month with { WorkerChannel = "terminal" },
        ["\"publicChannels\" should name a channel of the model (grid-worker-terminal, cell-informant,"] = Month with { PublicChannels = [new("wechat", 1), new("we-chat", 1)] },
        ["\"unpatrolledReportPermille\""] = Month with { UnpatrolledReportPermille = 1_001 },
        ["\"steps\" should name a state of a lifecycle of the model (reported, accepted,"] = Month with { Steps = [Month.Steps[3] with { State = "handlin" }] },
        ["\"steps/handling/triggers\" should name a trigger of a lifecycle of the model (accept,"] = Month with { Steps = [Month.Steps[3] with { Triggers = [new("finish", 1), new("finsh", 9)] }] },
        ["\"steps/handling/triggers\" should weigh a trigger that the state permits ("] = Month with { Steps = [Month.Steps[3] with { Triggers = [new("accept", 1)] }] },
        ["\"codes/workerPost\" should name a post of the grid network (county-commander, dispatcher,"] = Month with { Codes = new ModelCodes { WorkerPost = "department-handler" } },
        ["\"codes/departmentPost\" should name a department's post of the model (department-head, department-handler), but names"] = Month with { Codes = new ModelCodes { DepartmentPost = "dispatcher" } },
        ["\"codes/closureClock\" should name a clock of a lifecycle of the model (intake,"] = Month with { Codes = new ModelCodes { ClosureClock = "never" } },
        ["\"matterWeights\" should leave the tier \"serious\" a matter"] =
            Month with { MatterWeights = [.. SampleCounty.Model.Matters.Matters.Where(static one => one.Tier == "serious").Select(static one => new WeightedCode(one.Code, 0))] },
        ["A campaign should end"] = Month with { Duties = new DutyBehaviour { Campaigns = [new(Month.To, Month.From, 10)] } },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Run_AParameterOutsideItsRange_IsNamed(string said)
    {
        var parameters = Bad[said];

        Assert.Contains(said, Assert.Throws<ArgumentException>(() => SampleCounty.Run(parameters)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ATierWithoutAMatter_IsNamed()
    {
        var model = SampleCounty.Model.ToCaseModel(SampleCounty.Map);
        var poorer = new CaseModel
        {
            Lifecycles = model.Lifecycles,
            Calendar = model.Calendar,
            Matters = MatterCatalogue.Compile(model.Matters.Matters.Where(static one => one.Tier != "serious"), model.Establishment, out _)!,
            Lists = model.Lists,
            Establishment = model.Establishment,
            Map = model.Map,
        };
        var message = Assert.Throws<ArgumentException>(() => CountyRun.Execute(poorer, SampleCounty.Model.AuthorityList, static _ => 93, Month, 1)).Message;

        Assert.Contains("\"tiers/serious\" should weigh 0, since no matter of the catalogue is of that tier, but weighs 40.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DefaultsOfStatesThatTheModelHasNot_ArePassedOver()
    {
        var steps = Month.Steps.Select(static step => step.State == "suspended" ? step with { State = "shelved" } : step);

        Assert.Contains("names \"shelved\"", Assert.Throws<ArgumentException>(() => SampleCounty.Run(Month with { Steps = [.. steps] })).Message, StringComparison.Ordinal);
        Assert.NotEmpty(SampleCounty.Run(Month with { Steps = [.. Month.Steps.Where(static step => step.State != "suspended")] }).Cases);
    }

    [Fact]
    public void Run_SeveralFaults_AreAllNamed()
    {
        var message = Assert.Throws<ArgumentException>(() => SampleCounty.Run(Month with { TravelMinutes = -1, MisdispatchPermille = -1 })).Message;

        Assert.Contains("travelMinutes", message, StringComparison.Ordinal);
        Assert.Contains("misdispatchPermille", message, StringComparison.Ordinal);
    }
}
