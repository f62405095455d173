using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Lifecycles;

public class LifecycleCheckTests
{
    private static readonly LifecycleDefinition Sound = Sample.Definition;

    public static TheoryData<string, string, Func<LifecycleDefinition, LifecycleDefinition>> Faults => new()
    {
        { "lifecycles.version-not-positive", "/version", d => d with { Version = 0 } },
        { "lifecycles.duplicate-state", "/states/6/code", d => d with { States = d.States.Add(d.States[0]) } },
        { "lifecycles.unknown-state", "/initial", d => d with { Initial = "nowhere" } },
        { "lifecycles.rests-in-superstate", "/initial", d => d with { Initial = "in-hand" } },
        { "lifecycles.unknown-state", "/states/2/superstate", d => d.WithState("waiting", s => s with { Superstate = "nowhere", Responsible = "lead" }) },
        { "lifecycles.superstate-cycle", "/states/2/superstate", d => d.WithState("waiting", s => s with { Superstate = "waiting" }) },
        { "lifecycles.no-responsible", "/states/0", d => d.WithState("reported", s => s with { Responsible = null }) },
        { "lifecycles.unknown-party", "/states/0/responsible", d => d.WithState("reported", s => s with { Responsible = "nobody" }) },
        { "lifecycles.final-superstate", "/states/1/final", d => d.WithState("in-hand", s => s with { Final = true }) },
        { "lifecycles.unknown-state", "/transitions/0/to", d => Transition(d, t => t with { To = "nowhere" }) },
        { "lifecycles.unknown-trigger", "/transitions/0/trigger", d => Transition(d, t => t with { Trigger = "wish" }) },
        { "lifecycles.leaves-final", "/transitions/0/from", d => Transition(d, t => t with { From = "closed" }) },
        { "lifecycles.rests-in-superstate", "/transitions/0/to", d => Transition(d, t => t with { To = "in-hand" }) },
        { "lifecycles.by-nobody", "/transitions/0/by", d => Transition(d, t => t with { By = [] }) },
        { "lifecycles.unknown-party", "/transitions/0/by/0", d => Transition(d, t => t with { By = ["passer-by"] }) },
        { "lifecycles.unknown-guard", "/transitions/0/guards/0", d => Transition(d, t => t with { Guards = ["full-moon"] }) },
        { "lifecycles.duplicate-trigger", "/triggers/7/code", d => d with { Triggers = d.Triggers.Add(d.Triggers[0]) } },
        { "lifecycles.limit-not-positive", "/clocks/0/limit", d => Clock(d, c => c with { Limit = default }) },
        { "lifecycles.duplicate-clock", "/clocks/1/code", d => d with { Clocks = d.Clocks.Add(d.Clocks[0]) } },
        { "lifecycles.clock-never-starts", "/clocks/0/starts", d => Clock(d, c => c with { Starts = [] }) },
        { "lifecycles.unknown-state", "/clocks/0/pauses/0", d => Clock(d, c => c with { Pauses = ["nowhere"] }) },
        { "lifecycles.clock-two-roles", "/clocks/0/stops/0", d => Clock(d, c => c with { Stops = ["reported"] }) },
        { "lifecycles.no-escalation", "/escalation", d => d with { Escalation = [] } },
        { "lifecycles.unknown-party", "/escalation/0/to", d => d with { Escalation = [d.Escalation[0] with { To = "heaven" }] } },
        { "lifecycles.trap", "/states/4", d => Without(d, "checking") },
        { "lifecycles.unreachable", "/states/4", d => Without(d, "working") },
        { "lifecycles.no-deadline", "/states/0", d => d with { Clocks = [] } },
        { "lifecycles.no-deadline", "/states/4", d => Clock(d, c => c with { Stops = ["checking"] }) },
    };

    [Fact]
    public void Compile_SoundDefinition_ReportsNothing()
    {
        Assert.NotNull(Lifecycle.Compile(Sound, Sample.Vocabulary, out var report));
        Assert.Empty(report);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Compile_AFault_NamesItAndItsPlace(string code, string path, Func<LifecycleDefinition, LifecycleDefinition> plant)
    {
        Assert.Null(Lifecycle.Compile(plant(Sound), Sample.Vocabulary, out var report));
        Assert.Contains(report, finding => finding.Code == code && finding.Place.Path == path);
    }

    [Fact]
    public void Compile_SeveralFaults_ReportsAll()
    {
        var faulty = Clock(Transition(Sound with { Version = 0 }, t => t with { Guards = ["full-moon"] }), c => c with { Starts = [] });

        Lifecycle.Compile(faulty, Sample.Vocabulary, out var report);

        Assert.Equal(3, report.Count);
    }

    [Fact]
    public void Compile_AClockStoppedOnOnlyOneOfTwoPaths_IsStillFound()
    {
        // The second clock covers "checking", but only when the case came by "abandon".
        var definition = Clock(Sound, c => c with { Stops = ["checking"] }) is var d
            ? d with
            {
                Clocks = d.Clocks.Add(d.Clocks[0] with { Code = "other", Starts = ["waiting"], Stops = ["working"], Reentry = ClockReentry.Restart }),
            }
            : null!;

        Lifecycle.Compile(definition, Sample.Vocabulary, out var report);

        Assert.Contains(report, finding => finding.Code == "lifecycles.no-deadline" && finding.Place.Subject == "checking");
    }

    private static LifecycleDefinition Transition(LifecycleDefinition definition, Func<TransitionDefinition, TransitionDefinition> change) =>
        definition with { Transitions = [change(definition.Transitions[0]), .. definition.Transitions.Skip(1)] };

    private static LifecycleDefinition Clock(LifecycleDefinition definition, Func<ClockDefinition, ClockDefinition> change) =>
        definition with { Clocks = [change(definition.Clocks[0])] };

    private static LifecycleDefinition Without(LifecycleDefinition definition, string from) =>
        definition with { Transitions = EquatableArray.From(definition.Transitions.Where(transition => transition.From != from || transition.To is null)) };
}
