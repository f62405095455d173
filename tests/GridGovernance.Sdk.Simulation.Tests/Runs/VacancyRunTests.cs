using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Runs;

/// <summary>An empty chair reports nothing, does nothing and rates nobody.</summary>
public class VacancyRunTests
{
    private static readonly CountyRunParameters Month = SampleCounty.FourWeeks;

    private static readonly Roster Third = Fill(300).Roster;

    private static readonly CountyRunResult Full = Run(0);

    private static readonly CountyRunResult Vacant = Run(300);

    [Fact]
    public void AVacantSeat_ActsNowhere()
    {
        var acts = Vacant.Cases.SelectMany(static one => one.Events).ToArray();
        var actors = acts.Select(static e => e.By).Where(static seat => seat != CaseActor.Clock.Seat).Distinct().ToArray();

        Assert.True(actors.Length > 20);
        Assert.Empty(Third.Vacancies(actors, Month.From));
    }

    [Fact]
    public void AVacantSeat_ReportsNothing_AndResidentsReportAPart()
    {
        var (lost, fewer) = (Vacant.Unreported.Count, Full.Cases.Count - Vacant.Cases.Count);

        Assert.Equal(lost, fewer);
        Assert.Empty(Full.Unreported);

        // Some three of ten matters lie in grids whose seat is vacant; of 93 of a hundred of them, residents report half.
        Assert.InRange(lost / (double)Full.Cases.Count, 0.08, 0.22);
        Assert.InRange(WorkerShare(Vacant), WorkerShare(Full) - 0.35, WorkerShare(Full) - 0.08);
        Assert.Equal(Full.Cases.Count, Run(300, Month with { UnpatrolledReportPermille = 1_000 }).Cases.Count);
    }

    [Fact]
    public void VacantSeats_SendNothingAwayThatBelongsHere()
    {
        Assert.InRange(Share(Vacant, "referred"), 0, Share(Full, "referred") + 0.01);
        Assert.True(Late(Vacant) >= Late(Full), $"{Late(Vacant)} against {Late(Full)}");
    }

    [Fact]
    public void ACaseWhoseLeadAndAllAboveAreMissing_WaitsForSomebody()
    {
        // Nobody but the dispatcher, the grid workers and the commander of the county is there.
        var all = Fill(0).Roster.Appointments;
        var roster = Roster.Create(all.Where(static one => one.Seat.Post is "county-commander" or "dispatcher" or "grid-worker"), SampleCounty.Model.Establishment, out _)!;
        var run = Run(roster, null, Month);

        var away = run.Cases.Where(static one => one.Case.State == "referred").Select(static one => one.Case.Id).Except(Full.Cases.Where(static one => one.Case.State == "referred").Select(static one => one.Case.Id)).ToArray();
        Assert.Equal("", string.Join(" | ", run.Refused.Where(act => away.Contains(act.CaseId)).Select(static act => $"{act.CaseId} {act.Matter} {act.Seat.Post} {string.Join("+", act.Refusals.Select(static one => one.Code))}")));
        Assert.True(run.Cases.Count(static one => one.Case.State == "accepted") > 3 * Full.Cases.Count(static one => one.Case.State == "accepted"));
    }

    [Fact]
    public void Staff_WhoIsAway_ReportsNothing()
    {
        var run = SampleCounty.Run(Month with { Staff = new StaffBehaviour { LeaveDays = 120 } });

        // A third of the time away: half of what was to be reported then is not.
        Assert.InRange(run.Unreported.Count / (double)(run.Cases.Count + run.Unreported.Count), 0.08, 0.22);
    }

    [Fact]
    public void Fill_SharedSeats_MissPeopleAndAreVacantWhereAllAre()
    {
        var (roster, people) = Fill(300, static seat => seat.Post == "department-handler" ? 8 : seat.Post == "cell-informant" ? 2 : 1);
        var departments = people.Where(static one => one.Key.Post == "department-handler").Select(static one => one.Value).ToArray();
        var informants = people.Where(static one => one.Key.Post == "cell-informant").ToArray();

        Assert.InRange(departments.Average(), 4.6, 6.6);
        Assert.InRange(informants.Count(static one => one.Value == 0) / (double)informants.Length, 0.05, 0.14);
        Assert.All(people, one => Assert.Equal(one.Value == 0, roster.HolderOf(one.Key, Month.From) is null));
    }

    [Fact]
    public void Create_ForARun_IsVacantWhereAllWhoShareTheSeatAreMissing()
    {
        var (shared, people) = Fill(300);

        Assert.Equal(shared.Appointments, SyntheticRoster.Create(SampleCounty.Model.Establishment, SampleCounty.Map, Month with { From = new LocalDate(2025, 1, 1) }, 300, 3).Appointments);
        Assert.DoesNotContain(people, static one => one.Key.Post == "department-handler" && one.Value == 0);
        Assert.Contains(people, static one => one.Key.Post == "grid-worker" && one.Value == 0);
    }

    [Fact]
    public void Serve_ASeatThatMissesPeople_HasFewerDesks()
    {
        var seat = new Seat("dispatcher", "511921");
        var monday = Instant.FromUtc(2026, 2, 2, 2, 0);
        Instant? Third(IReadOnlyDictionary<Seat, int>? people) => new DeskPlay(seat, Month, people).Ends([.. Enumerable.Repeat(new DeskAsk(monday, 10), 3)])[2];

        Assert.Equal(monday + Duration.FromMinutes(10), Third(null));
        Assert.Equal(monday + Duration.FromMinutes(20), Third(new Dictionary<Seat, int> { [seat] = 2 }));
        Assert.Equal(monday + Duration.FromMinutes(30), Third(new Dictionary<Seat, int> { [seat] = 0 }));
    }

    private static (Roster Roster, Dictionary<Seat, int> People) Fill(int permille, Func<Seat, int>? peopleOf = null) =>
        SyntheticRoster.Fill(SampleCounty.Model.Establishment, SampleCounty.Map, new LocalDate(2025, 1, 1), permille, 3, peopleOf ?? Month.PeopleOf);

    private static CountyRunResult Run(int permille, CountyRunParameters? parameters = null)
    {
        var (roster, people) = Fill(permille);
        return Run(roster, people, parameters ?? Month);
    }

    private static CountyRunResult Run(Roster roster, IReadOnlyDictionary<Seat, int>? people, CountyRunParameters parameters) => CountyRun.Execute(
        SampleCounty.Model.ToCaseModel(SampleCounty.Map, roster), SampleCounty.Model.AuthorityList, static _ => 93, parameters, new RandomStreams(1), null, people, null, default);

    private static double Share(CountyRunResult run, string state) => run.Cases.Count(one => one.Case.State == state) / (double)run.Cases.Count;

    private static double Late(CountyRunResult run) => run.Cases.Count(static one => one.Case.Escalations > 0) / (double)run.Cases.Count;

    private static double WorkerShare(CountyRunResult run) => run.Cases.Count(static one => one.Case.Channel == Month.WorkerChannel) / (double)run.Cases.Count;
}
