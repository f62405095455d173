using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Shapes;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Interchange;

public sealed class FieldworkEventJsonTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 1, 30);
    private static readonly LocalDate On = new(2026, 3, 2);
    private static readonly Seat By = new("grid-worker", "511921100201001");
    private static readonly GridCode Cell = GridCode.Parse("511921100201001001");

    private static readonly VisitRule Rule = new() { Category = "elderly-alone", Risks = ["high"], Every = new TimeLimit(1, LimitUnit.Months), GraceDays = 3, AllowsMore = true, Source = new("sample", "示例") };
    private static readonly ColourRule Red = new() { Code = "r", Colour = "red", Reason = new("a reason \"quoted\"", "原因"), LastsDays = 14 };
    private static readonly ColourRule Green = Red with { Code = "g", Colour = "green", LastsDays = null };

    [Fact]
    public void Visits_EveryKindOfEvent_ComesBackTheSame() => ComesBack(
        FieldworkEventJson.Visits,
        new SubjectEnrolled(new VisitSubject("s-1", "elderly-alone", Cell, On, "high"), Rule) { On = On, By = By },
        new SubjectReclassified("elderly-alone", null, Rule with { For = new TimeLimit(1, LimitUnit.Years) }) { On = On, By = By },
        new SubjectMoved(Cell) { On = On, By = By },
        new SubjectReleased("moved") { On = On, By = By },
        new VisitMade(0, true, 2) { On = On, By = By, Findings = [new FieldFinding(FindingKind.HiddenDanger, "fire-safety", "daily")], Needs = [new VoicedNeed(DemandCategory.MedicalCare, "p-2"), new VoicedNeed(DemandCategory.Schooling)] },
        new VisitMade(null, false, 0) { On = On, By = By },
        new VisitMade(VisitFile.ArrearPeriod, true, 1) { On = On, By = By, IsShared = true },
        new VisitAttempted(VisitOutcome.Absent) { On = On, By = By });

    [Fact]
    public void Duties_EveryKindOfEvent_ComesBackTheSame() => ComesBack(
        FieldworkEventJson.Duties,
        new FieldDutyDone("daily-patrol", On, By, 60),
        new FieldDutyDone("weekly-meeting", On, By) { People = 12, Findings = [new FieldFinding(FindingKind.Contradiction, "noise", "daily")] });

    [Fact]
    public void Colours_EveryKindOfEvent_ComesBackTheSame() => ComesBack(
        FieldworkEventJson.Colours,
        new ColourGiven("s-1", Red, Green, At + Duration.FromDays(14)) { At = At, By = By },
        new ColourGiven("s-1", Green, Green, null) { At = At, By = By },
        new ColourAppealed("not me") { At = At, By = By },
        new ColourAppealAnswered(false, "true") { At = At, By = By });

    [Fact]
    public void Emergencies_EveryKindOfEvent_ComesBackTheSame() => ComesBack(
        FieldworkEventJson.Emergencies,
        [.. EmergencyLadder.Presets.Select(ladder => (EmergencyEvent)new EmergencyNoticed(ladder with { Matter = "accident" }, ladder.Grades[0].Code, Cell) { At = At, By = By, SupplementUntil = At + Duration.FromDays(7) })
            .Concat(
            [
                new EmergencyReported(EmergencyTier.Site, EmergencyTier.County) { At = At, By = By },
                new EmergencyRegraded("grave") { At = At, By = By },
                new EmergencyChanged("two more") { At = At, By = By, IsLate = true },
                new EmergencyControlled { At = At, By = By },
                new EmergencyStruck { At = At, By = By },
            ])]);

    [Fact]
    public void Services_EveryKindOfEvent_ComesBackTheSame() => ComesBack(
        FieldworkEventJson.Services,
        new ServiceRequested("pension", "p-1", Cell, null) { At = At, By = By },
        new ServiceRequested("pension", "p-1", Cell, "p-2") { At = At, By = By, Demand = DemandCategory.ElderlyCare },
        new ServiceHandedIn("hall", At + Duration.FromDays(3)) { At = At, By = By },
        new ServiceAnswered(true, null) { At = At, By = By },
        new ServiceAnswered(false, "a paper is missing") { At = At, By = By },
        new ServiceDelivered { At = At, By = By },
        new ServiceWithdrawn { At = At, By = By });

    [Theory]
    [InlineData("""{"subject":"s","type":"visit-made"}""", "interchange.not-an-event-line")]
    [InlineData("""{"case":"s","type":"visit-made","event":{}}""", "interchange.not-an-event-line")]
    [InlineData("""{"subject":"s","type":"colour-given","event":{}}""", "interchange.unknown-event")]
    public void Read_ALineOfAnotherShape_IsNamedByItsLine(string line, string code)
    {
        var read = FieldworkEventJson.Visits.Read(Encoding.UTF8.GetBytes("\n" + line), "visits.jsonl");

        var finding = Assert.Single(read.Report);
        Assert.Equal((code, 2, 0), (finding.Code, finding.Place.Line, read.Value.Count));
        if (code == "interchange.not-an-event-line")
        {
            Assert.Contains("subject, type and event", finding.Message.En(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_AnEventOfAStranger_Throws()
    {
        Assert.Throws<ArgumentException>(() => FieldworkEventJson.Services.Write([new EventRow<ProxyServiceEvent>("s", new Stranger { At = At, By = By })]));
        Assert.Throws<ArgumentNullException>(() => FieldworkEventJson.Services.Write(null!));
        Assert.Throws<ArgumentNullException>(() => FieldworkEventJson.Services.Read([], null!));
    }

    private static void ComesBack<TEvent>(EventJson<TEvent> json, params TEvent[] events)
        where TEvent : class
    {
        Assert.Equal(typeof(TEvent).Assembly.GetTypes().Count(static type => !type.IsAbstract && type.IsAssignableTo(typeof(TEvent))), json.Types.Count);
        Assert.Equal(json.Types.Count, events.Select(static e => e.GetType()).Distinct().Count());

        var rows = events.Select(static (e, i) => new EventRow<TEvent>($"s-{i}\"", e)).ToList();
        var bytes = json.Write(rows);
        var read = json.Read(bytes, "events.jsonl");

        Assert.Empty(read.Report);
        Assert.Equal(rows, read.Value);
        Assert.Equal(bytes, json.Write(read.Value));
        var validator = new TinySchemaValidator(json.Schema());
        Assert.All(Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Empty(validator.Validate(JsonNode.Parse(line)!)));

        var title = (string)json.Schema()["title"]!;
        var keys = ShapesOf(json).SelectMany(static shape => shape.Members.Select(member => shape.Name + "." + member.Name).Prepend(shape.Name))
            .Concat([title, $"{title}.{json.Key}", $"{title}.type", $"{title}.event"]).ToList();
        Assert.DoesNotContain(keys, static key => FieldTexts.Find(key, CultureInfo.InvariantCulture) is null);
        Assert.DoesNotContain(keys, static key => string.Equals(FieldTexts.Find(key, Chinese), FieldTexts.Find(key, CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private static List<ObjectShape> ShapesOf<TEvent>(EventJson<TEvent> json)
        where TEvent : class
    {
        var found = new List<ObjectShape>();
        foreach (var (_, shape) in json.Shapes())
        {
            shape.CollectInto(found);
        }

        return found;
    }

    private sealed record Stranger : ProxyServiceEvent;
}
