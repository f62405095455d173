using System.Globalization;
using System.Text;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>Everything that is said of faulty and of odd definitions, in full, beside the texts in <c>Findings</c>: each finding with its place, its state and the way there.</summary>
public class LifecycleFindingTests
{
    private static readonly LifecycleDefinition Sound = Sample.Definition;
    private static readonly TimeLimit Day = new(1, LimitUnit.WorkingDays);

    public static TheoryData<string> Groups => ["names", "loop", "choices", "limits-and-ladders"];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Findings_AreTheseAndNoOthers(string group)
    {
        var text = new StringBuilder();
        foreach (var (name, definition, vocabulary) in Scenarios(group))
        {
            var report = LifecycleReport.Of(definition, vocabulary);
            text.Append("# ").AppendLine(name);
            foreach (var found in report.Findings)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{found.Finding.Severity} {found.Code} {found.Finding.Place.Path} {found.Finding.Place.Subject}: {found.Finding.Message}");
                text.AppendLine(CultureInfo.InvariantCulture, $"  {found.State ?? "no state"}: {found.Path}");
            }

            Assert.Equal(report.Findings.All(found => found.Finding.Severity != FindingSeverity.Error), report.Lifecycle is not null);
            Assert.Equal(report.Findings.Count == 0, report.IsClean);
            Assert.Equal(report.Findings.Select(found => found.Finding), report.ToFindings());
        }

        ApprovedText.Check(Path.Combine("Lifecycles", "Findings", group + ".txt"), text.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("daily")]
    [InlineData("petition")]
    [InlineData("whistle")]
    public void CoveringPaths_OfAPreset_AreThese(string code)
    {
        var preset = LifecyclePresets.All.Single(known => known.Code == code);
        var paths = LifecycleReport.Of(preset, LifecycleVocabulary.NamedIn(preset)).CoveringPaths;

        ApprovedText.Check(Path.Combine("Lifecycles", "Findings", $"covering-{code}.txt"), string.Concat(paths.Select(path => path + "\n")));
    }

    [Fact]
    public void ContentHashes_OfThePresets_AreThese() => ApprovedText.Check(
        Path.Combine("Lifecycles", "Findings", "hashes.txt"),
        string.Concat(LifecyclePresets.All.Select(preset =>
        {
            var key = Lifecycle.Compile(preset, LifecycleVocabulary.NamedIn(preset), out _)!.Key;
            return $"{key} {key.Hash}\n";
        })));

    private static IEnumerable<(string Name, LifecycleDefinition Definition, LifecycleVocabulary Vocabulary)> Scenarios(string group) => group switch
    {
        "names" => Names().Select(pair => (pair.Name, pair.Definition, Sample.Vocabulary)),
        "loop" => Loops(),
        "choices" => Choices(),
        _ => LimitsAndLadders(),
    };

    private static IEnumerable<(string Name, LifecycleDefinition Definition)> Names()
    {
        yield return ("sound", Sound);
        yield return ("an unknown superstate, and a cycle of three", Sound
            .WithState("waiting", s => s with { Superstate = "nowhere" }).WithState("reported", s => s with { Superstate = "checking" })
            .WithState("checking", s => s with { Superstate = "closed" }).WithState("closed", s => s with { Superstate = "reported" }));
        yield return ("nobody is responsible", Sound.WithState("reported", s => s with { Responsible = null }).WithState("in-hand", s => s with { Responsible = null }));
        yield return ("unknown parties everywhere", Sound.WithState("in-hand", s => s with { Responsible = "ghost" }) with
        {
            OnDuty = ["dispatcher", "ghost"],
            Escalation = [Sound.Escalation[0], new EscalationRung { To = "ghost", Within = default, Policy = CountingPolicy.CivilCode }],
            Clocks = [Clock("whole", "reported") with { Extensions = [new ClockExtension { By = "verifier" }, new ClockExtension { By = "ghost", Most = default(TimeLimit) }] }],
        });
        yield return ("everything of a transition is wrong", With(Sound, "accept", t => t with { From = "nowhere", Trigger = "wish", To = "elsewhere", By = ["ghost", "lead"], Guards = ["noted", "full-moon"], Within = default(TimeLimit) }));
        yield return ("a trigger is unknown after the way to a superstate", With(Sound, "abandon", t => t with { Trigger = "wish", By = [] }));
        yield return ("an unknown state is left and entered", With(With(Sound, "accept", t => t with { To = "elsewhere" }), "start", t => t with { From = "elsewhere" }));
        yield return ("a final state is left", Sound with
        {
            Transitions =
            [
                .. Sound.Transitions,
                new TransitionDefinition { From = "closed", Trigger = "fail", To = "working", By = ["verifier"] },
                new TransitionDefinition { From = "closed", Trigger = "accept", By = ["verifier"], Within = Day },
                new TransitionDefinition { From = "closed", Trigger = "pass", To = "checking", By = ["verifier"], Within = Day },
            ],
        });
        yield return ("everything of clocks is wrong", Sound with
        {
            Clocks =
            [
                Clock("whole", "reported") with { Limit = default, Pauses = ["reported", "nowhere", "waiting"], Stops = ["waiting", "checking", "checking"] },
                Clock("whole"),
            ],
        });
        yield return ("codes stand twice", Sound with { Version = -1, Initial = "in-hand", States = [.. Sound.States, Sound.States[0], Sound.States[0]], Triggers = [.. Sound.Triggers, Sound.Triggers[1]], Escalation = [] });
        yield return ("a superstate is final and rested in", With(Sound.WithState("in-hand", s => s with { Final = true }), "accept", t => t with { To = "in-hand" }));
    }

    private static IEnumerable<(string Name, LifecycleDefinition Definition, LifecycleVocabulary Vocabulary)> Loops()
    {
        LifecycleGuard Known(string name, bool initially, string? by = null, string? undone = null) => new(name) { Initially = initially, EstablishedBy = by is null ? [] : [by], UndoneBy = undone is null ? [] : [undone] };
        yield return ("unreachable", Without(Without(Sound, "finish"), "abandon"), Sample.Vocabulary);
        yield return ("guards, one too many", WithGuards(65), LifecycleVocabulary.NamedIn(WithGuards(65)));
        yield return ("guards, as many as may be", WithGuards(64), LifecycleVocabulary.NamedIn(WithGuards(64)));
        yield return ("a trap", Without(Without(Sound, "pass"), "fail"), Sample.Vocabulary);
        yield return ("a circle that never closes", With(Without(Sound, "abandon"), "pass", t => t with { To = "working" }), Sample.Vocabulary);
        yield return ("a state that only leads to itself", With(Without(Sound, "fail"), "pass", t => t with { To = "checking" }), Sample.Vocabulary);
        yield return ("no clock after a stop", Sound with { Clocks = [Clock("whole", "reported") with { Stops = ["checking"] }] }, Sample.Vocabulary);
        yield return ("no clock while it is paused", Sound with { Clocks = [Clock("whole", "reported") with { Pauses = ["waiting"] }] }, Sample.Vocabulary);
        yield return ("a guard that never holds", Sound, Words([Known("noted", false)]));
        yield return ("a guard that holds after an internal step", Sound, Words([Known("noted", false, "remarked")]));
        yield return ("a guard that an effect undoes on the way", Sound, Words([Known("noted", true, undone: "entered-waiting")]));
        yield return ("a guard that holds until it is undone later", Sound, Words([Known("noted", true, undone: "left-in-hand")]));
        yield return ("a guard that an effect of the initial state establishes", Sound.WithState("reported", s => s with { OnEntry = ["begun"] }), Words([Known("noted", false, "begun")]));
        yield return ("guards that exclude each other", With(Sound, "pass", t => t with { Guards = ["noted", "other-person"] }), Words([new LifecycleGuard("other-person") { Excludes = ["unheard-of", "noted"] }]));
        yield return ("guards that exclude each other, said by the other", With(Sound, "pass", t => t with { Guards = ["noted", "other-person"] }), Words([new LifecycleGuard("noted") { Excludes = ["other-person"] }]));
        yield return ("only vacant posts", Sound, Words([], ["verifier"]));
        yield return ("vacant posts among others", Sound, Words([], ["dispatcher", "grid-worker"]));
        yield return ("a reopened case has its clocks back", Sound with
        {
            Triggers = Sound.Triggers.Add(new TriggerDefinition("reopen", Sample.Text("reopen"))),
            Transitions = Sound.Transitions.Add(new TransitionDefinition { From = "closed", Trigger = "reopen", To = "waiting", By = ["dispatcher"], Within = Day }),
        }, Sample.Vocabulary);

        LifecycleVocabulary Words(EquatableArray<LifecycleGuard> facts, EquatableArray<string> vacant = default) => new(Sample.Vocabulary.Guards, Sample.Vocabulary.Parties) { Facts = facts, VacantPosts = vacant };
    }

    private static IEnumerable<(string Name, LifecycleDefinition Definition, LifecycleVocabulary Vocabulary)> Choices()
    {
        // A second way for the verifier beside "pass", which asks for "other-person".
        LifecycleDefinition Beside(Func<TransitionDefinition, TransitionDefinition> change, bool first = false)
        {
            var other = change(new TransitionDefinition { From = "checking", Trigger = "pass", To = "working", By = ["verifier"] });
            return Sound with { Transitions = first ? [other, .. Sound.Transitions] : [.. Sound.Transitions, other] };
        }

        LifecycleVocabulary Words(params LifecycleGuard[] facts) => new(Sample.Vocabulary.Guards, Sample.Vocabulary.Parties) { Facts = EquatableArray.From(facts) };
        yield return ("otherwise", Beside(t => t), Sample.Vocabulary);
        yield return ("otherwise comes first", Beside(t => t, first: true), Sample.Vocabulary);
        yield return ("two guards that may hold together", Beside(t => t with { Guards = ["noted"] }), Sample.Vocabulary);
        yield return ("two guards that exclude each other", Beside(t => t with { Guards = ["noted"] }), Words(new LifecycleGuard("noted") { Excludes = ["other-person"] }));
        yield return ("two guards of which one never holds", Beside(t => t with { Guards = ["noted"] }), Words(new LifecycleGuard("noted") { Initially = false, EstablishedBy = ["remarked"], UndoneBy = ["left-working"] }));
        yield return ("two guards beside a third that excludes them", Beside(t => t with { Guards = ["noted"] }) is var d ? d with
        {
            Transitions = d.Transitions.Add(new TransitionDefinition { From = "checking", Trigger = "pass", To = "reported", By = ["dispatcher"], Guards = ["third"] }),
        } : null!, new LifecycleVocabulary(["noted", "other-person", "third"], Sample.Vocabulary.Parties) { Facts = [new LifecycleGuard("third") { Excludes = ["noted", "other-person"] }] });
        yield return ("the same guards", Beside(t => t with { Guards = ["other-person"] }), Sample.Vocabulary);
        yield return ("the same guards and a window", Beside(t => t with { Guards = ["other-person"], Within = Day }), Sample.Vocabulary);
        yield return ("the same guards and a window first", Beside(t => t with { Guards = ["other-person"], Within = Day }, first: true), Sample.Vocabulary);
        yield return ("the same guards and windows", Beside(t => t with { Guards = ["noted"], Within = Day }) is var w ? With(w, "pass", t => t with { Guards = ["noted"], Within = Day }) : null!, Sample.Vocabulary);
        yield return ("more guards second", Beside(t => t with { Guards = ["other-person", "noted"] }), Sample.Vocabulary);
        yield return ("another party", Beside(t => t with { By = ["dispatcher"] }), Sample.Vocabulary);
        yield return ("another and the same party", Beside(t => t with { By = ["dispatcher", "verifier"], Guards = ["noted"] }), Sample.Vocabulary);
        yield return ("more guards second for another and the same party", Beside(t => t with { By = ["dispatcher", "verifier"], Guards = ["other-person", "noted"] }), Sample.Vocabulary);
        yield return ("the same place with the same effects", Beside(t => t with { To = "closed", Guards = ["noted"] }), Sample.Vocabulary);
        yield return ("the same place with other effects", Beside(t => t with { To = "closed", Guards = ["noted"], Effects = ["rejoice"] }), Sample.Vocabulary);
        yield return ("two internal ones", Sound with { Transitions = Sound.Transitions.Add(new TransitionDefinition { From = "working", Trigger = "remark", By = ["lead"], Effects = ["again"] }) }, Sample.Vocabulary);
        yield return ("a substate and its superstate", Sound with { Transitions = Sound.Transitions.Add(new TransitionDefinition { From = "waiting", Trigger = "abandon", To = "reported", By = ["dispatcher"] }) }, Sample.Vocabulary);
    }

    private static IEnumerable<(string Name, LifecycleDefinition Definition, LifecycleVocabulary Vocabulary)> LimitsAndLadders()
    {
        EscalationRung Rung(string to, string within = "1 working-days") => new() { To = to, Within = TimeLimit.Parse(within, CultureInfo.InvariantCulture), Policy = CountingPolicy.CivilCode };
        LifecycleDefinition Climbing(params string[] parties) => Sound with { Escalation = EquatableArray.From(parties.Select(party => Rung(party))) };
        LifecycleVocabulary Posts(EquatableArray<string> vacant = default, EquatableArray<string> ofTheLead = default) => new(Sample.Vocabulary.Guards, Sample.Vocabulary.Parties)
        {
            VacantPosts = vacant,
            PostsOfTheLead = ofTheLead,
            Supervisors = new Dictionary<string, string>(StringComparer.Ordinal) { ["grid-worker"] = "verifier", ["verifier"] = "dispatcher" },
        };
        yield return ("a ladder that climbs", Climbing("grid-worker", "verifier", "dispatcher"), Posts());
        yield return ("a ladder of a party without a post and one with", Climbing("supervisor", "reporter"), Posts());
        yield return ("a ladder that descends", Climbing("verifier", "grid-worker", "dispatcher"), Posts());
        yield return ("a ladder that descends two steps", Climbing("dispatcher", "grid-worker"), Posts());
        yield return ("a ladder that comes back", Climbing("grid-worker", "verifier", "grid-worker"), Posts());
        yield return ("a ladder of the lead and whoever assists", Climbing("lead", "assisting", "dispatcher"), Posts());
        yield return ("a ladder of the lead's department", Climbing("verifier"), Posts(ofTheLead: ["verifier"]));
        yield return ("a vacant rung that is skipped upward", Climbing("grid-worker", "dispatcher"), Posts(vacant: ["grid-worker", "verifier"]));
        yield return ("a vacant rung and nobody above", Climbing("grid-worker"), Posts(vacant: ["grid-worker", "verifier", "dispatcher"]));
        yield return ("supervisors in a circle", Climbing("grid-worker", "verifier"), new LifecycleVocabulary(Sample.Vocabulary.Guards, Sample.Vocabulary.Parties)
        {
            VacantPosts = ["grid-worker", "verifier"],
            Supervisors = new Dictionary<string, string>(StringComparer.Ordinal) { ["grid-worker"] = "verifier", ["verifier"] = "grid-worker" },
        });
        var dated = new LifecycleVocabulary(Sample.Vocabulary.Guards, Sample.Vocabulary.Parties) { Calendar = WorkCalendar.China };
        LifecycleDefinition Limited(string limit, string start = "reported") => Sound with { Clocks = [.. Sound.Clocks, Clock("short", start) with { Limit = TimeLimit.Parse(limit, CultureInfo.InvariantCulture) }] };
        yield return ("an hour that ends before anybody works", Limited("1 urgent-hours"), dated);
        yield return ("an hour of somebody on duty", Limited("1 urgent-hours") with { OnDuty = ["grid-worker"] }, dated);
        yield return ("an hour without a calendar", Limited("1 urgent-hours"), Sample.Vocabulary);
        yield return ("an hour in a state of a superstate", Limited("1 urgent-hours", "in-hand"), dated);
        yield return ("a day of work", Limited("1 working-days"), dated);
        yield return ("an hour of work", Limited("1 working-hours"), dated);
        yield return ("nine days", Limited("9 calendar-days"), dated);
        yield return ("one day", Limited("1 calendar-days"), dated);
        yield return ("a rung of two hours", Sound with { Escalation = [Rung("verifier"), Rung("dispatcher", "2 urgent-hours")] }, dated);
        yield return ("a rung of somebody on duty", Sound with { Escalation = [Rung("dispatcher", "2 urgent-hours")], OnDuty = ["dispatcher"] }, dated);
    }

    private static ClockDefinition Clock(string code, params string[] starts) => new() { Code = code, Label = Sample.Text(code), Limit = Day, Policy = CountingPolicy.CivilCode, Starts = EquatableArray.From(starts) };

    private static LifecycleDefinition With(LifecycleDefinition definition, string trigger, Func<TransitionDefinition, TransitionDefinition> change) =>
        definition with { Transitions = EquatableArray.From(definition.Transitions.Select(transition => transition.Trigger == trigger ? change(transition) : transition)) };

    private static LifecycleDefinition Without(LifecycleDefinition definition, string trigger) =>
        definition with { Transitions = EquatableArray.From(definition.Transitions.Where(transition => transition.Trigger != trigger)) };

    private static LifecycleDefinition WithGuards(int count) =>
        With(Sound, "start", t => t with { Guards = EquatableArray.From(Enumerable.Range(2, count - 2).Select(i => $"g{i}")) });
}
