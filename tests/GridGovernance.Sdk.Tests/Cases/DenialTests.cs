using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>The five kinds of denial, alone and in pairs, each with the nearest thing that works.</summary>
public class DenialTests
{
    private const string Ghost = "ghost@511921100";
    private static readonly CaseEngine Listed = PresetCounty.Engine(listed: true);
    private static readonly CaseEngine Unlisted = PresetCounty.Engine(listed: false);

    // A dispatch of an accepted case can be wrong in every way: the lead's post, the actor's role, the actor's grid, a lead named twice, the list.
    public static TheoryData<RefusalKind, RefusalKind> Pairs
    {
        get
        {
            var pairs = new TheoryData<RefusalKind, RefusalKind>();
            foreach (var one in Enum.GetValues<RefusalKind>())
            {
                foreach (var other in Enum.GetValues<RefusalKind>().Where(other => other >= one))
                {
                    pairs.Add(one, other);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void ADispatch_WrongInOneWayOrTwo_IsDeniedForExactlyThose_AndToldWhatWorks(RefusalKind one, RefusalKind other)
    {
        RefusalKind[] wrong = [.. new[] { one, other }.Distinct()];
        var seats = PresetCounty.SeatsOf(wrong.Contains(RefusalKind.NotYourRole) ? "collector" : "dispatcher");
        var actor = new CaseActor(seats[wrong.Contains(RefusalKind.NotYourGrid) ? 1 : 0]);
        var lead = PresetCounty.Leads[0];
        var assisting = new List<Seat>();
        if (wrong.Contains(RefusalKind.ConditionUnmet))
        {
            assisting.Add(lead);
        }

        if (wrong.Contains(RefusalKind.NoSuchAction))
        {
            assisting.Add(new Seat("ghost", "511921100"));
        }

        var c = Accepted();
        var decision = (wrong.Contains(RefusalKind.OutsideListOrTime) ? Unlisted : Listed)
            .Decide(c, new DispatchCase("d", lead) { Assisting = EquatableArray.From(assisting) }, actor, c.ChangedAt);

        Assert.Equal(wrong, decision.Refusals.Select(refusal => refusal.Kind).Distinct().Order());
        foreach (var refusal in decision.Refusals)
        {
            Assert.Equal(Expected(refusal.Kind), (refusal.Code, refusal.Message.ToString(), refusal.Nearest?.ToString()));
        }

        (string, string, string?) Expected(RefusalKind kind) => kind switch
        {
            RefusalKind.NoSuchAction => ("cases.unknown-seat", $"Seat \"{Ghost}\" must be of a known post, but the establishment has none.",
                $"The establishment has the posts {string.Join(", ", Listed.Model.Establishment.Posts.Select(post => post.Code))}."),
            RefusalKind.NotYourRole => ("cases.not-your-role", $"Seat \"{actor.Seat}\" must be one that may fire \"dispatch\" in state \"accepted\", but is not.", "These may: dispatcher."),
            RefusalKind.NotYourGrid => ("cases.not-your-grid", $"Seat \"{actor.Seat}\" must cover place \"{PresetCounty.Cell}\", but does not.", $"Seat \"{seats[0]}\" may."),
            RefusalKind.ConditionUnmet => ("cases.seat-named-twice", $"Seat \"{lead}\" may lead or assist once, but is named twice.", $"Name seat \"{lead}\" once."),
            _ => ("test.not-listed", "Not listed.", "Permitted here: refer, merge."),
        };
    }

    [Theory]
    [InlineData("accepted", "pass", "cases.no-such-trigger", "Permitted here: dispatch, refer, merge.")]
    [InlineData("accepted", "refer", "cases.note-missing", "Say in the note of \"refer\" what was done or on what ground.")]
    public void ATrigger_ThatIsDenied_NamesTheNearestThingThatWorks(string state, string trigger, string code, string nearest)
    {
        var c = Accepted();
        Assert.Equal(state, c.State);

        var refusal = Assert.Single(Listed.Decide(c, new MoveCase("x", trigger), new CaseActor(PresetCounty.SeatsOf("dispatcher")[0]), c.ChangedAt).Refusals);

        Assert.Equal((code, nearest), (refusal.Code, refusal.Nearest!.ToString()));
    }

    [Fact]
    public void WhoHandled_IsToldThatAnotherMayVerify()
    {
        var worker = new CaseActor(PresetCounty.SeatsOf("village-head")[0]);
        var c = Report("hazard-alert");
        c = Listed.Do(c, new MoveCase("1", "confirm"), worker, c.ChangedAt);
        c = Listed.Do(c, new MoveCase("2", "control", "closed the road"), worker, c.ChangedAt);
        var verifier = new CaseActor(PresetCounty.SeatsOf("verifier")[0]);
        c = Listed.Do(c, new DispatchCase("3", verifier.Seat), new CaseActor(PresetCounty.SeatsOf("township-commander")[0]), c.ChangedAt);
        c = Listed.Do(c, new MoveCase("4", "finish", "done"), verifier, c.ChangedAt);

        var refusal = Assert.Single(Listed.Decide(c, new MoveCase("5", "pass"), verifier, c.ChangedAt).Refusals);

        Assert.Equal(("cases.verifier-is-handler", $"Another seat than \"{verifier.Seat}\" may."), (refusal.Code, refusal.Nearest!.ToString()));
    }

    [Fact]
    public void APublicReport_IsFiledOnlyAfterItWasVerified()
    {
        var (acceptor, collector, dispatcher) = (Actor("acceptor"), Actor("collector"), Actor("dispatcher"));
        var c = Report("digital-city", "public-snapshot");

        var refusal = Assert.Single(Listed.Decide(c, new MoveCase("1", "file"), acceptor, c.ChangedAt).Refusals);
        Assert.Equal((RefusalKind.ConditionUnmet, "cases.not-verified"), (refusal.Kind, refusal.Code));
        Assert.Equal("Permitted here: ask-verification, reject, merge.", refusal.Nearest!.ToString());

        c = Listed.Do(c, new MoveCase("2", "ask-verification"), acceptor, c.ChangedAt);
        c = Listed.Do(c, new MoveCase("3", "exists"), collector, c.ChangedAt);
        c = Listed.Do(c, new MoveCase("4", "send-back", "photo"), dispatcher, c.ChangedAt);

        Assert.True(Listed.Decide(c, new MoveCase("5", "file"), acceptor, c.ChangedAt).IsAccepted);
        var official = Report("digital-city", "grid-worker-terminal");
        Assert.True(Listed.Decide(official, new MoveCase("1", "file"), acceptor, official.ChangedAt).IsAccepted);
    }

    [Fact]
    public void AnObjection_HasADeadlineAndAReviewer_AndWhatWasDecidedOnceMayNotBeReturnedAgain()
    {
        var (dispatcher, reviewer, lead) = (Actor("dispatcher"), Actor("hotline-reviewer"), new CaseActor(PresetCounty.Leads[0]));
        var c = Report("hotline-12345");
        c = Listed.Do(c, new MoveCase("1", "accept"), Actor("hotline-operator"), c.ChangedAt);
        c = Listed.Do(c, new DispatchCase("2", lead.Seat), dispatcher, c.ChangedAt);
        var last = WorkCalendar.China.Due(c.EnteredAt, new TimeLimit(1, LimitUnit.WorkingDays), CountingPolicy.CivilCode).At;
        Assert.True(Listed.Decide(c, new MoveCase("o", "object", "not ours"), lead, last).IsAccepted);
        var late = Assert.Single(Listed.Decide(c, new MoveCase("o", "object", "not ours"), lead, last + Duration.FromNanoseconds(1)).Refusals);
        Assert.Equal((RefusalKind.OutsideListOrTime, "cases.window-passed", "Permitted here: sign-in."), (late.Kind, late.Code, late.Nearest!.ToString()));

        c = Listed.Do(c, new MoveCase("3", "object", "not ours"), lead, c.ChangedAt);
        Assert.Equal((reviewer.Seat, c.Clock("objection")!.DueAt), (c.Responsible!.Value, c.NextDeadline!.Value));
        Assert.Equal("cases.not-your-role", Listed.Decide(c, new MoveCase("4", "uphold"), lead, c.ChangedAt).Refusals[0].Code);

        var overruled = Listed.Do(c, new MoveCase("4", "overrule", "theirs"), reviewer, c.ChangedAt);
        Assert.DoesNotContain("object", Listed.Model.Lifecycles.Find(overruled.Lifecycle)!.PermittedTriggers(Listed.Model.Lifecycles.Find(overruled.Lifecycle)!.FindState(overruled.State)!).Select(trigger => trigger.Code));

        var upheld = Listed.Do(c, new MoveCase("4", "uphold"), reviewer, c.ChangedAt);
        upheld = Listed.Do(upheld, new DispatchCase("5", PresetCounty.Leads[1]), dispatcher, upheld.ChangedAt);
        var again = Assert.Single(Listed.Decide(upheld, new MoveCase("6", "object", "nor ours"), new CaseActor(PresetCounty.Leads[1]), upheld.ChangedAt).Refusals);
        Assert.Equal((RefusalKind.ConditionUnmet, "cases.returned-before"), (again.Kind, again.Code));
    }

    private static CaseActor Actor(string post) => new(PresetCounty.SeatsOf(post)[0]);

    private static GridCase Accepted()
    {
        var c = Report("ordinary");
        return Listed.Do(c, new MoveCase("a", "accept"), Actor("dispatcher"), c.ChangedAt);
    }

    private static GridCase Report(string code, string channel = "video") => GridCase.Replay(Listed.Decide(
        null, new ReportCase("report", "c", code, "rubbish", GridCode.Parse(PresetCounty.Cell), channel), Actor("grid-worker"), PresetCounty.Begin).EnsureAccepted());
}
