using System.Globalization;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Statistics;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

/// <summary>The numbers that the articles print, out of scripted histories.</summary>
public sealed class FieldworkHistoriesTests
{
    private const int CellsOfTongjiang = 7709;

    // S4-7: every household of the county within one hour, handed on by the posts of four tiers.
    [Fact]
    public void Tongjiang_ReachesEveryHouseholdWithinTheHour()
    {
        var routes = Enumerable.Range(0, CellsOfTongjiang).Select(static cell => new BroadcastRoute
        {
            Cell = Cell(cell),
            Households = EquatableArray.From(Enumerable.Range(0, 31).Select(household => string.Create(CultureInfo.InvariantCulture, $"h{cell}-{household}"))),
            Chain = [Commander, new Seat("township-head", $"t{cell % 33}"), new Seat("village-head", $"v{cell % 324}"), new Seat("informant", $"c{cell}")],
        });
        var plan = BroadcastPlan.Create("flood", BroadcastPresets.Tongjiang, Commander, EquatableArray.From(routes), out var report)!;
        Assert.Empty(report);
        // Each is told by the seat above it in its chain, and the last of the chain reaches the households.
        var above = plan.Routes.SelectMany(static route => Enumerable.Range(1, route.Chain.Count - 1).Select(i => (route.Chain[i], route.Chain[i - 1]))).DistinctBy(static one => one.Item1).ToDictionary(static one => one.Item1, static one => one.Item2);
        BroadcastEvent Relayed(Seat to, int minute) => new NoticeRelayed(to) { At = At(minute), By = above[to] };
        BroadcastEvent[] events =
        [
            new BroadcastIssued(At(60)) { At = Monday, By = Commander },
            .. plan.Routes.Select(static route => route.Chain[1]).Distinct().Select(seat => Relayed(seat, 5)),
            .. plan.Routes.Select(static route => route.Chain[2]).Distinct().Select(seat => Relayed(seat, 12)),
            .. plan.Routes.Select(static route => route.Chain[3]).Select(seat => Relayed(seat, 20)),
            .. Enumerable.Range(0, CellsOfTongjiang).OrderBy(static cell => cell % 38).Select(cell => new HouseholdsReached(EquatableArray.From(Enumerable.Range(plan.FirstOf(cell), 31)), 0) { At = At(21 + (cell % 38)), By = plan.Routes[cell].Last!.Value }),
        ];
        var broadcast = Broadcast.Replay(plan, events);
        var status = broadcast.StatusAt(At(60));

        Assert.Equal((238_979, 0, 0, Duration.FromMinutes(58)), (status.Reached, status.Missed, status.Late, status.Elapsed));
        Assert.Equal(1m, FieldworkRates.ReachedInTime(status).Round(4));
        Assert.True(broadcast.StatusAt(At(40)).Missed > 0);
        Assert.All(events.Skip(1), e => Assert.True(broadcast.HasNotice(e.By, e.At)));
        Assert.Empty(broadcast.NextAt(At(60)));
        Assert.Equal(93.4m, new Rate(720_000, plan.Routes.Count).Round(1));
    }

    // S4-13: 8,400 dealings with matters, 1.09 a cell.
    [Fact]
    public void TheBigSurvey_Deals8400Times_109APerCell()
    {
        var campaign = CampaignOf("minsheng", CellsOfTongjiang, static cell => cell < 691 ? 2 : 1, static cell => cell % 600);
        var status = campaign.StatusAt(At(600));

        Assert.Equal((8400L, CellsOfTongjiang), (status.People, status.Done));
        Assert.Equal(1.09m, new Tally(status.People, TallyUnit.CaseTimes).Per(new Tally(status.Cells, TallyUnit.Times)).Round(2));
    }

    // S4-14: 21 cells of 王坪村; the second in less than ten minutes, the other twenty within half an hour.
    [Fact]
    public void Wangping_TheSecondCellInTenMinutes_TheOthersInThirty()
    {
        var campaign = CampaignOf("wangping", 21, static _ => 90, static cell => cell == 1 ? 9 : 12 + (cell % 18));
        var status = campaign.StatusAt(At(60));

        Assert.Equal((21, 21, Cell(1), Duration.FromMinutes(9)), (status.Cells, status.Done, status.FirstCell, status.FirstAfter));
        Assert.True(status.FirstAfter < Duration.FromMinutes(10) && status.AllAfter <= Duration.FromMinutes(30));
        Assert.Empty(status.LateCells);
        Assert.Equal(1m, FieldworkRates.CellsInTime(status).Round(4));
        Assert.Equal(1, campaign.StatusAt(At(10)).Done);
    }

    // S4-16: 130,000 people sampled in seven hours.
    [Fact]
    public void Sampling_130000PeopleInSevenHours_Is18571AnHour()
    {
        var status = CampaignOf("sampling", 130, static _ => 1000, static cell => cell == 129 ? 420 : cell * 3).StatusAt(At(500));

        Assert.Equal((130_000L, Duration.FromHours(7)), (status.People, status.Elapsed));
        Assert.Equal(18_571m, FieldworkRates.PerHour(status.People, status.Elapsed).Round(0));
        Assert.False(FieldworkRates.PerHour(1, Duration.Zero).IsDefined);
    }

    // S4-17: nearly 30,000 visits to four categories and rental housing; 800,000 person-times of publicity.
    [Fact]
    public void SpecialGroups_AreVisited30000Times_InFiveCategories()
    {
        var policy = VisitPolicy.Compile(VisitPresets.KeyMonthly, out _)!;
        string[] categories = ["rehabilitation", "mental-illness", "released", "correction", "rental"];
        var subjects = Enumerable.Range(0, 2500).Select(i => new VisitSubject($"s{i}", categories[i % 5], Cells[i % 4], new LocalDate(2025, 1, 1)));
        var visits = Enumerable.Range(0, 2500).SelectMany(static i => Enumerable.Range(0, 12).Select(month =>
            new VisitRecord($"s{i}", Instant.FromUtc(2025, month + 1, 10, 2, 0), Worker, VisitOutcome.Done, i % 5 == 4 ? 3 : 1)));
        var book = VisitBook.Compile(EquatableArray.From(subjects), EquatableArray.From(visits), policy, Full.Calendar.Zone, Monday, out var report)!;
        Assert.Empty(report);
        var tallies = VisitTally.Of(book.Files);
        var coverage = VisitCoverage.Of(book.Files, new LocalDate(2025, 1, 1), new LocalDate(2025, 12, 31), new LocalDate(2026, 1, 5));

        Assert.Equal(5, tallies.Count);
        Assert.Equal((30_000L, 42_000L), (tallies.Sum(static one => one.HouseholdTimes), tallies.Sum(static one => one.PersonTimes)));
        Assert.Equal((30_000L, 0L, 0), (coverage.InTime, coverage.Missed, coverage.Unvisited.Count));
        Assert.Equal(1m, FieldworkRates.VisitsMade(coverage).Round(4));

        var publicity = CampaignOf("publicity", 800, static _ => 1000, static cell => cell % 100).StatusAt(At(600));
        Assert.Equal("800000 PersonTimes", new Tally(publicity.People, TallyUnit.PersonTimes).ToString());
    }

    // S3-26: 40,000 people and 16,000 vehicles are 2.5 a vehicle.
    [Fact]
    public void Checkpoints_Count25PeopleAVehicle()
    {
        var tally = CheckpointTally.Of(Enumerable.Range(0, 100).Select(static day => new CheckpointEntry("east", Day.PlusDays(day), 160, 400)));

        Assert.Equal(2.5m, new Tally(tally.People, TallyUnit.PersonTimes).Per(new Tally(tally.Vehicles, TallyUnit.Times)).Round(1));
    }

    // S1-5: 106 million household-times, 292 million person-times, 61,000 grids, 73,600 pieces of information a day.
    [Fact]
    public void Zhejiang_VisitsAndReports_HaveTheRatesOfTheArticle()
    {
        // A thousandth of it: 61 grids, where 2,000 households are visited each week of a year and a bit, by two or three at home.
        var policy = VisitPolicy.Compile(VisitPresets.ElderlyAloneSample, out _)!;
        var from = new LocalDate(2025, 1, 1);
        VisitRecord Visit(int household, int week) => new($"h{household}", from.PlusDays(7 * week).AtMidnight().PlusHours(10).InZoneLeniently(Full.Calendar.Zone).ToInstant(), Worker, VisitOutcome.Done, ((household * 53) + week) < 80_000 ? 3 : 2);
        var subjects = Enumerable.Range(0, 2000).Select(i => new VisitSubject($"h{i}", "elderly-alone", Cells[i % 4], from));
        var records = Enumerable.Range(0, 2000).SelectMany(household => Enumerable.Range(0, 53).Select(week => Visit(household, week)));
        var book = VisitBook.Compile(EquatableArray.From(subjects), EquatableArray.From(records), policy, Full.Calendar.Zone, Instant.FromUtc(2026, 12, 31, 0, 0), out var report)!;
        Assert.Empty(report);
        var tally = Assert.Single(VisitTally.Of(book.Files));
        var households = new Tally(tally.HouseholdTimes * 1000, TallyUnit.HouseholdTimes);
        var people = new Tally(tally.PersonTimes * 1000, TallyUnit.PersonTimes);
        Assert.Equal(106_000, tally.HouseholdTimes);
        Assert.Equal(1737.7m, households.Per(new Tally(61_000, TallyUnit.Times)).Round(1));
        Assert.Equal(2.75m, people.Per(households).Round(2));

        // 61 grids patrol every day, and in five days 368 things are found: 73.6 a day.
        var duties = Enumerable.Range(0, 61).Select(grid => FieldDutyPresets.DailyPatrol(Cells[0], Day) with { Code = $"patrol-{grid}" });
        var plan = FieldDutyPlan.Compile(new FieldDutyPlanDefinition { Code = "plan", Duties = EquatableArray.From(duties) }, Map, out _)!;
        var patrols = Enumerable.Range(0, 61 * 5).Select(i => new FieldDutyDone($"patrol-{i % 61}", Day.PlusDays(i / 61), Worker, 60)
        {
            Findings = EquatableArray.From(Enumerable.Repeat(new FieldFinding(FindingKind.Risk, "fire", "daily"), i < 63 ? 2 : 1)),
        }).ToArray();
        var kept = FieldDutyLedger.Replay(plan, patrols).ComplianceOf(Day, Day.PlusDays(4));
        Assert.Equal((61 * 5, 0), (kept.Sum(static one => one.Kept), kept.Sum(static one => one.Broken)));
        Assert.Equal(1.2066m, FieldworkRates.PerGridDay(patrols.Sum(static e => (long)e.Findings.Count), 61, 5).Round(4));
    }

    private static GridCode Cell(int cell) => GridCode.Parse(string.Create(CultureInfo.InvariantCulture, $"c{cell:00000}"));

    private static Campaign CampaignOf(string id, int cells, Func<int, int> people, Func<int, int> minute)
    {
        var definition = new CampaignDefinition { Code = id, Limit = new TimeLimit(10, LimitUnit.UrgentHours) };
        var plan = CampaignPlan.Create(id, definition, EquatableArray.From(Enumerable.Range(0, cells).Select(Cell)), null, out var report)!;
        report.EnsureNoErrors();
        return Campaign.Replay(
            plan,
            [
                new CampaignOpened(At(600)) { At = Monday, By = Commander },
                .. Enumerable.Range(0, cells).OrderBy(minute).Select(cell => new CellCollected(cell, [], people(cell)) { At = At(minute(cell)), By = Commander }),
            ]);
    }
}
