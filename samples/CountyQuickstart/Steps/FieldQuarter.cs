using GridGovernance.Sdk;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace CountyQuickstart.Steps;

/// <summary>The fieldwork of the quarter: visits to special groups, one collection campaign, one emergency broadcast, and one worker's day. What happens is synthetic; who does it, by when and what it amounts to is the library's.</summary>
internal sealed class FieldQuarter
{
    private const int HouseholdsPerSubject = 100;
    private const int GraceDays = 7;
    private const string VisitingPost = "grid-worker";

    private static readonly LocalDate CampaignDay = new(2026, 3, 10);
    private static readonly LocalDate BroadcastDay = new(2026, 3, 20);
    private static readonly LocalTime Morning = new(8, 0);

    internal required VisitCoverage Visits { get; init; }

    internal required EquatableArray<VisitTally> Tallies { get; init; }

    internal required int Subjects { get; init; }

    internal required GridCode CampaignVillage { get; init; }

    internal required CampaignStatus Campaign { get; init; }

    internal required BroadcastStatus Broadcast { get; init; }

    /// <summary>Gets how many cells the notice came to through somebody else than their own informant, because that seat was vacant.</summary>
    internal required int Bridged { get; init; }

    /// <summary>Gets how many households nobody in the chain could reach.</summary>
    internal required int Unreachable { get; init; }

    internal required DayPlan Day { get; init; }

    internal static FieldQuarter Run(GovernanceModel model, GridMap map, Roster roster, HouseholdRegister households, LocalDate from, LocalDate to, long seed)
    {
        var fieldwork = new FieldworkModel { Map = map, Calendar = model.Calendar, Establishment = model.Establishment, Roster = roster };
        var streams = new RandomStreams(seed);
        var policy = model.VisitPolicy ?? VisitPolicy.Compile(VisitPresets.KeyMonthly with { Post = VisitingPost }, out _)!;
        var assigner = new VisitAssigner(fieldwork, policy.Definition.Post);
        var book = Visit(fieldwork, policy, assigner, households, from, to, streams.Stream("fieldwork/visits"));
        var village = map.UnitsAt("cell").Select(cell => map.AncestorAt(cell.Code, "village")!.Code).CountBy(static code => code)
            .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).First().Key;
        var (status, bridged, unreachable) = Broadcasting(fieldwork, households, streams.Stream("fieldwork/broadcast"));
        return new FieldQuarter
        {
            Visits = VisitCoverage.Of(book.Files, from, to, to.PlusDays(GraceDays + 1)),
            Tallies = VisitTally.Of(book.Files),
            Subjects = book.Files.Count,
            CampaignVillage = village,
            Campaign = Collect(fieldwork, village, households, streams.Stream("fieldwork/campaign")),
            Broadcast = status,
            Bridged = bridged,
            Unreachable = unreachable,
            Day = DayOf(assigner, book, households, to),
        };
    }

    private static VisitBook Visit(FieldworkModel model, VisitPolicy policy, VisitAssigner assigner, HouseholdRegister households, LocalDate from, LocalDate to, RandomStream random)
    {
        var categories = policy.Definition.Categories;
        var (subjects, visits) = (new List<VisitSubject>(), new List<VisitRecord>());
        for (var household = 0; household < households.HouseholdCount; household += HouseholdsPerSubject)
        {
            if (households.AssignedCell(household) is not { } cell)
            {
                continue;
            }

            var category = categories[subjects.Count % categories.Count];
            var risk = policy.RuleFor(category.Code, null) is null ? category.Risks[0] : null;
            var subject = new VisitSubject(SubjectOf(households, household), category.Code, cell, from, risk);
            subjects.Add(subject);
            for (var month = from; month <= to; month = month.PlusMonths(1))
            {
                var (day, luck) = (random.NextInt32(28), random.NextInt32(100));
                var by = assigner.AssignmentOf(cell, month).Seat ?? new Seat(VisitingPost, cell.ToString());
                if (luck < 95)
                {
                    var late = luck < 4 ? month.PlusMonths(1).PlusDays(random.NextInt32(GraceDays)) : month.PlusDays(day);
                    visits.Add(new VisitRecord(subject.Id, Local(model, late, new LocalTime(10, 0)), by, VisitOutcome.Done, 1 + random.NextInt32(3)));
                }
                else if (luck < 97)
                {
                    visits.Add(new VisitRecord(subject.Id, Local(model, month.PlusDays(day), new LocalTime(10, 0)), by, VisitOutcome.Refused, 0));
                }
            }
        }

        var book = VisitBook.Compile(EquatableArray.From(subjects), EquatableArray.From(visits), policy, model.Calendar.Zone, Local(model, to.PlusDays(GraceDays + 1), LocalTime.Midnight), out var faults);
        return book ?? throw new GovernanceException(faults);
    }

    private static CampaignStatus Collect(FieldworkModel model, GridCode village, HouseholdRegister households, RandomStream random)
    {
        var cells = model.Map.UnitsAt("cell").Where(cell => model.Map.IsWithin(cell.Code, village)).Select(static cell => cell.Code).ToArray();
        var people = new Dictionary<GridCode, int>();
        for (var household = 0; household < households.HouseholdCount; household++)
        {
            if (households.AssignedCell(household) is { } cell)
            {
                people[cell] = people.GetValueOrDefault(cell) + households.PeopleIn(household);
            }
        }

        var definition = new CampaignDefinition { Code = "household-survey", Limit = new TimeLimit(1, LimitUnit.UrgentHours) };
        var plan = CampaignPlan.Create("household-survey-2026", definition, EquatableArray.Create<GridCode>(cells), null, out var faults) ?? throw new GovernanceException(faults);
        var engine = new CampaignEngine(model);
        var head = new Seat("village-head", village.ToString());
        var start = Local(model, CampaignDay, Morning);
        var opened = new CampaignOpened(start + Duration.FromHours(1)) { At = start, By = head };
        var campaign = GridGovernance.Sdk.Fieldwork.Campaign.Replay(plan, [opened]);
        var order = cells.Select(cell => (Cell: cell, Minute: 6 + random.NextInt32(50))).OrderBy(static one => one.Minute).ThenBy(static one => one.Cell).ToArray();
        foreach (var (cell, minute) in order)
        {
            // Whoever acts for the cell hands it in; where nobody does, it stays open and is named.
            var at = start + Duration.FromMinutes(minute);
            var by = new[] { new Seat("cell-informant", cell.ToString()), new Seat(VisitingPost, model.Map.AncestorAt(cell, "grid")!.Code.ToString()), head };
            var decision = by.Select(seat => engine.Decide(plan, campaign, new CollectCell(cell, [], people.GetValueOrDefault(cell)), seat, at)).FirstOrDefault(static one => one.IsAccepted);
            campaign = campaign.With(decision.Events);
        }

        return campaign.StatusAt(start + Duration.FromHours(2));
    }

    private static (BroadcastStatus Status, int Bridged, int Unreachable) Broadcasting(FieldworkModel model, HouseholdRegister households, RandomStream random)
    {
        var everybody = new List<BroadcastHousehold>(households.HouseholdCount);
        for (var household = 0; household < households.HouseholdCount; household++)
        {
            everybody.Add(new BroadcastHousehold(households.HouseholdId(household), households.AssignedCell(household) ?? GridCode.None));
        }

        var county = model.Map.Units[0].Code.ToString();
        var origin = model.Establishment.Posts.Where(post => string.Equals(post.Level, model.Map.Scheme.Levels[0].Code, StringComparison.Ordinal))
            .Select(post => new Seat(post.Code, county)).OrderBy(seat => model.Roster!.ActingFor(seat, BroadcastDay) is null).First();
        var routes = new BroadcastPlanner(model).Routes(origin, everybody, BroadcastDay);
        var plan = BroadcastPlan.Create("emergency-2026-03-20", BroadcastPresets.Tongjiang, origin, routes, out var faults) ?? throw new GovernanceException(faults);
        var start = Local(model, BroadcastDay, Morning);
        var minutes = new Dictionary<Seat, int> { [origin] = 0 };
        var events = new List<BroadcastEvent>();
        for (var route = 0; route < routes.Count; route++)
        {
            var chain = routes[route].Chain;
            for (var i = 1; i < chain.Count; i++)
            {
                if (!minutes.ContainsKey(chain[i]))
                {
                    minutes[chain[i]] = minutes[chain[i - 1]] + 2 + random.NextInt32(7);
                    events.Add(new NoticeRelayed(chain[i]) { At = start + Duration.FromMinutes(minutes[chain[i]]), By = chain[i - 1] });
                }
            }

            if (chain.Count > 0)
            {
                var first = plan.FirstOf(route);
                var all = Enumerable.Range(first, routes[route].Households.Count);
                var told = minutes[chain[^1]];
                events.Add(new HouseholdsReached(EquatableArray.From(all.Where(static household => household % 5 != 0)), 0) { At = start + Duration.FromMinutes(told + 1 + random.NextInt32(9)), By = chain[^1] });
                events.Add(new HouseholdsReached(EquatableArray.From(all.Where(static household => household % 5 == 0)), 3) { At = start + Duration.FromMinutes(told + 10 + random.NextInt32(20)), By = chain[^1] });
            }
        }

        BroadcastEvent issued = new BroadcastIssued(start + Duration.FromHours(1)) { At = start, By = origin };
        var broadcast = GridGovernance.Sdk.Fieldwork.Broadcast.Replay(plan, events.OrderBy(static e => e.At).Prepend(issued));
        return (
            broadcast.StatusAt(start + Duration.FromHours(2)),
            routes.Count(static route => route.Chain.Count > 0 && route.Gaps.Any(gap => Seat.TryParse(gap.Subject, out var seat) && seat.Unit == route.Cell.ToString())),
            routes.Where(static route => route.Chain.Count == 0).Sum(static route => route.Households.Count));
    }

    // The worker with most to do on the last day of the quarter, from the first door on the way.
    private static DayPlan DayOf(VisitAssigner assigner, VisitBook book, HouseholdRegister households, LocalDate on)
    {
        var byWorker = book.Files.Where(file => file.StateOn(on) is VisitState.Due or VisitState.Refused or VisitState.Grace or VisitState.Overdue)
            .GroupBy(file => assigner.AssignmentOf(file.Subject.Cell, on).Seat ?? default)
            .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key.ToString(), StringComparer.Ordinal).FirstOrDefault();
        var worker = byWorker?.Key ?? default;
        var places = Enumerable.Range(0, households.HouseholdCount).Where(static household => household % HouseholdsPerSubject == 0)
            .ToDictionary(household => SubjectOf(households, household), households.Location, StringComparer.Ordinal);
        var files = (byWorker ?? Enumerable.Empty<VisitFile>()).ToArray();
        var start = files.Length == 0 ? default : places[files.Select(static file => file.Subject.Id).Order(StringComparer.Ordinal).First()];
        return new DayPlan
        {
            Worker = worker,
            On = on,
            Visits = DayPlanVisit.OnTheWay(files, on, subject => places[subject.Id], start, households.System),
            IsOnTheWay = true,
            Duties = GridCode.TryParse(worker.Unit, out var grid)
                ? EquatableArray.From(new[] { FieldDutyPresets.DailyPatrol(grid, on), FieldDutyPresets.WeeklyMeeting(grid, on) }
                    .Select(static duty => new DayPlanDuty(duty, new FieldDutyCycleState(duty.From, new DutyCycle(duty.From, duty.Every).LastDay(0), 1, 0, duty.Minutes, 0))))
                : [],
        };
    }

    private static string SubjectOf(HouseholdRegister households, int household) => "s-" + households.HouseholdId(household);

    private static Instant Local(FieldworkModel model, LocalDate on, LocalTime time) => on.At(time).InZoneLeniently(model.Calendar.Zone).ToInstant();
}
