using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>A case must be able to end however it stands: what its marks have done, whom it has, and how long it has waited.</summary>
public class StuckCaseTests
{
    private static readonly TimeLimit Window = new(5, LimitUnit.WorkingDays);

    // GG_LIFECYCLE_RUNS=20000 for a long run.
    private static readonly int Runs = int.Parse(Environment.GetEnvironmentVariable("GG_LIFECYCLE_RUNS") ?? "400", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void WhereverACaseSticks_IsSaid_AndNowhereElse()
    {
        var (stuck, trapped, several, sound) = (0, 0, 0, 0);
        for (var seed = 0; seed < Runs; seed++)
        {
            var definition = TangledLifecycles.Create(seed);
            var naive = new NaiveClosing(definition, TangledLifecycles.Vocabulary);
            var expected = naive.Stuck();

            var report = LifecycleReport.Of(definition, TangledLifecycles.Vocabulary);

            var said = report.Findings.Where(found => found.Code is "lifecycles.trap" or "lifecycles.no-route-to-closure").ToDictionary(found => found.State!, found => found.Code == "lifecycles.trap");
            Assert.True(Text(expected) == Text(said), $"seed {seed}: sticks in {Text(expected)}; said {Text(said)}\n{Written(definition)}\n{string.Join("\n", report.Findings)}");
            Assert.Equal(
                definition.States.Where(state => !state.Code.StartsWith('g') && !naive.Reached.Contains(state.Code)).Select(state => state.Code),
                report.Findings.Where(found => found.Code == "lifecycles.unreachable").Select(found => found.State));
            Assert.All(report.Findings.Where(found => found.Code is "lifecycles.trap" or "lifecycles.no-route-to-closure"), found => Assert.Equal(found.State, found.Path.States[^1]));
            (stuck, trapped) = (stuck + expected.Count, trapped + expected.Count(pair => pair.Value));
            several += naive.InSeveralWays(expected.Keys);
            sound += expected.Count == 0 ? 1 : 0;
        }

        Assert.True(stuck > Runs / 8 && trapped > Runs / 20 && several > Runs / 20 && sound > Runs / 20, $"{stuck} states, {trapped} traps, {several} of several configurations, {sound} definitions sound");
    }

    [Fact]
    public void WhoCameWithoutALead_CannotBeFinished_WhereFinishingNeedsOne()
    {
        var found = Stuck(Definition(T("new", "dispatch", "work", effects: "mark-dispatched"), T("new", "take", "work"), T("work", "finish", "closed", guards: "has-lead")));

        Assert.Equal(("lifecycles.trap", "work", "new → take → work"), (found.Code, found.State, found.Path.ToString()));
        Assert.Equal(["has-lead"], found.Lacking);
        Assert.Equal("Open state \"work\" must be left by some transition at any time, but none that can be taken leaves it after new → take → work, where these do not hold: has-lead.", found.Finding.Message.ToString());
        Assert.Equal("未结状态“work”须随时有转换离开，但经new → take → work到达后（此时不成立：has-lead）无可行的转换离开。", found.Finding.Message.ToString(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void WhatWasReturned_CannotBeFinished_WhereThatIsForbidden()
    {
        var found = Stuck(Definition(T("new", "go", "work"), T("work", "back", "new", effects: "mark-returned"), T("work", "finish", "closed", guards: "never-returned")));

        Assert.Equal(("lifecycles.no-route-to-closure", "new", "new → go → work → back → new"), (found.Code, found.State, found.Path.ToString()));
    }

    [Fact]
    public void AWayOutThatCloses_IsNoWayOut()
    {
        var found = Stuck(Definition(T("new", "go", "work"), T("work", "finish", "closed") with { Within = Window }));

        Assert.Equal(("lifecycles.no-route-to-closure", "new"), (found.Code, found.State));
        var trap = Report(Definition(T("new", "go", "work"), T("work", "finish", "closed") with { Within = Window })).Findings.Single(finding => finding.State == "work");
        Assert.Equal("Open state \"work\" must be left by some transition at any time, but none that can be taken leaves it after new → go → work, once the windows of these have closed: finish.", trap.Finding.Message.ToString());
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("department-head")]
    [InlineData("assisting")]
    public void AWayOutForSomebodyWhoMayNotBeThere_IsNoWayOut(string party) =>
        Assert.Equal("work", Report(Definition(T("new", "go", "work"), T("work", "finish", "closed", by: party))).Findings.Single(found => found.Code == "lifecycles.trap").State);

    [Fact]
    public void AnUntrueReport_CannotBeAccepted_WhereNobodyVerifiesIt()
    {
        var accept = T("new", "accept", "closed", guards: "report-verified");

        Assert.Equal("new", Stuck(Definition(accept, T("new", "on", "work"), T("work", "back", "new"))).State);
        Assert.Empty(Report(Definition(accept, T("new", "verify", null, effects: "mark-verified"), T("new", "on", "work"), T("work", "back", "new"))).Findings);
    }

    [Fact]
    public void AClosureThatOnlyAVacantPostCanBring_IsNamedWhereItIsDue()
    {
        var definition = Definition(T("new", "go", "work"), T("work", "back", "new"), T("work", "finish", "closed", by: "judge"));

        var found = Assert.Single(LifecycleReport.Of(definition, Words(definition, vacant: ["judge"])).Findings);

        Assert.Equal(("lifecycles.closure-only-vacant", "work", FindingSeverity.Warning), (found.Code, found.State, found.Finding.Severity));
        Assert.Equal("From state \"work\" closure must be reachable without a vacant post, but only vacant posts lead there: judge; a case comes there by new → go → work.", found.Finding.Message.ToString());
    }

    [Fact]
    public void ALifecycleThatBeginsWithTheLead_BeginsWithNobody()
    {
        var definition = Definition(T("new", "go", "work"), T("work", "finish", "closed"));
        definition = definition.WithState("new", state => state with { Responsible = "lead" });

        var found = Assert.Single(Report(definition).Findings);

        Assert.Equal(("lifecycles.begins-with-nobody", "new"), (found.Code, found.State));
    }

    [Fact]
    public void ALifecycleThatBeginsClosed_OrNamesWhatCannotBeSeen_IsNamed()
    {
        var definition = Definition(T("new", "go", "work"), T("work", " ", "closed"), T("new", " ", "closed")) with { Code = "", Initial = "closed" };
        definition = definition with { Clocks = [definition.Clocks[0] with { Code = "\t" }] };

        Assert.Equal(
            ["lifecycles.code-blank /code", "lifecycles.initial-final /initial", "lifecycles.code-blank /triggers/1/code", "lifecycles.code-blank /clocks/0/code"],
            Report(definition).Findings.Select(found => $"{found.Code} {found.Finding.Place.Path}"));
        Assert.Contains("lifecycles.code-blank", Report(Definition(T("new", "go", "work"), T("work", "finish", "closed")).WithState("work", state => state with { Code = "" })).Findings.Select(found => found.Code));
    }

    [Fact]
    public void AWayToWhereNobodyWouldBeResponsible_IsNamed()
    {
        var definition = Definition(T("new", "go", "work"), T("new", "finish", "closed"), T("work", "finish", "closed"));
        definition = definition.WithState("work", state => state with { Responsible = "lead" });

        Assert.Equal(
            ["lifecycles.unreachable work", "lifecycles.nobody-there new"],
            Report(definition).Findings.Select(found => $"{found.Code} {found.State}"));
    }

    [Fact]
    public void AFinalState_MayNotInheritWhatIsNotAWindow()
    {
        var definition = Definition(T("new", "go", "work"), T("work", "finish", "closed"), T("all", "restart", "new"), T("all", "note", null), T("all", "reopen", "work") with { Within = Window });
        definition = definition with { States = [.. definition.States.Select(state => state with { Superstate = "all" }), new StateDefinition { Code = "all", Label = Sample.Text("all") }] };

        var found = Report(definition).Findings;

        Assert.Equal(["restart", "note"], found.Select(finding => (string)finding.Finding.Message.Values[2]!));
        Assert.All(found, finding => Assert.Equal(
            ("lifecycles.final-inherits", "closed", "new → go → work → finish → closed", "/states/2/superstate"),
            (finding.Code, finding.State, finding.Path.ToString(), finding.Finding.Place.Path)));
    }

    [Fact]
    public void AClockThatOnlyTheClosureStopped_AndComesBackInAStateOfAnotherClock_IsNamed()
    {
        var definition = Definition(T("new", "go", "work"), T("work", "finish", "closed"), T("closed", "review", "again") with { Within = Window }, T("again", "finish", "closed"));
        ClockDefinition Clock(string code, string starts, params string[] stops) => Sample.Definition.Clocks[0] with { Code = code, Starts = [starts], Stops = EquatableArray.From(stops) };
        definition = definition with { States = [.. definition.States, new StateDefinition { Code = "again", Label = Sample.Text("again"), Responsible = "clerk" }] };
        LifecycleFinding[] Of(params ClockDefinition[] clocks) => [.. Report(definition with { Clocks = EquatableArray.From(clocks) }).Findings];

        var found = Assert.Single(Of(Clock("first", "new", "work"), Clock("work", "work"), Clock("own", "again")));

        Assert.Equal(("lifecycles.clock-comes-back", "again", "new → go → work → finish → closed → review → again", "/clocks/1/stops"), (found.Code, found.State, found.Path.ToString(), found.Finding.Place.Path));
        Assert.Empty(Of(Clock("first", "new", "work"), Clock("work", "work", "again"), Clock("own", "again")));
        Assert.Empty(Of(Clock("first", "new", "work"), Clock("work", "work") with { Starts = ["work", "again"] }, Clock("own", "again")));
        Assert.Empty(Of(Clock("whole", "new")));
    }

    private static string Text(Dictionary<string, bool> stuck) => string.Join(", ", stuck.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}{(pair.Value ? " for good" : "")}"));

    private static string Written(LifecycleDefinition definition) => string.Join("\n", definition.States.Select(state => $"{state.Code} in {state.Superstate} by {state.Responsible}").Concat(definition.Transitions.Select(t =>
        $"{t.From} {t.Trigger} {t.To} by {string.Join(',', t.By)} if {string.Join(',', t.Guards)} so {string.Join(',', t.Effects)} within {t.Within}")));

    private static LifecycleFinding Stuck(LifecycleDefinition definition) => Report(definition).Findings.First(found => found.Code is "lifecycles.trap" or "lifecycles.no-route-to-closure");

    private static LifecycleReport Report(LifecycleDefinition definition) => LifecycleReport.Of(definition, Words(definition));

    private static LifecycleVocabulary Words(LifecycleDefinition definition, EquatableArray<string> vacant = default)
    {
        var named = LifecycleVocabulary.NamedIn(definition);
        return new LifecycleVocabulary(named.Guards, named.Parties)
        {
            Facts = EquatableArray.From(CaseGuards.All.Select(guard => guard.Fact)),
            PostsOfTheLead = ["department-head"],
            VacantPosts = vacant,
        };
    }

    private static TransitionDefinition T(string from, string trigger, string? to, string guards = "", string effects = "", string by = "clerk") => new()
    {
        From = from,
        Trigger = trigger,
        To = to,
        By = [by],
        Guards = guards.Length == 0 ? [] : [guards],
        Effects = effects.Length == 0 ? [] : [effects],
    };

    private static LifecycleDefinition Definition(params TransitionDefinition[] transitions) => new()
    {
        Code = "stuck",
        Version = 1,
        Title = Sample.Text("stuck"),
        Initial = "new",
        States = EquatableArray.From(new[] { "new", "work" }.Select(code => new StateDefinition { Code = code, Label = Sample.Text(code), Responsible = "clerk" })
            .Append(new StateDefinition { Code = "closed", Label = Sample.Text("closed"), Final = true })),
        Triggers = EquatableArray.From(transitions.Select(t => t.Trigger).Distinct().Select(trigger => new TriggerDefinition(trigger, Sample.Text(trigger)))),
        Transitions = EquatableArray.From(transitions),
        Clocks = [Sample.Definition.Clocks[0] with { Starts = ["new"] }],
        Escalation = [SoundLifecycles.Rung("boss")],
    };
}
