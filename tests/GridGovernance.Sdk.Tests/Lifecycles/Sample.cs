using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>A small sound lifecycle that the tests bend.</summary>
internal static class Sample
{
    internal static LifecycleVocabulary Vocabulary { get; } = new(["noted", "other-person"], ["grid-worker", "dispatcher", "verifier"]);

    internal static LifecycleDefinition Definition { get; } = new LifecycleBuilder("small", 1, Text("Small"), "reported")
        .Configure("reported", Text("Reported"), s => s.ResponsibleIs("grid-worker").Permit("accept", "waiting", "dispatcher").OnExit("left-reported"))
        .Configure("in-hand", Text("In hand"), s => s.ResponsibleIs("lead").Permit("abandon", "closed", "dispatcher").OnEntry("entered-in-hand").OnExit("left-in-hand"))
        .Configure("waiting", Text("Waiting"), s => s.SubstateOf("in-hand").Permit("start", "working", "lead").OnEntry("entered-waiting"))
        .Configure("working", Text("Working"), s => s.SubstateOf("in-hand").PermitIf("finish", "checking", ["noted"], "lead").OnExit("left-working")
            .InternalTransition("remark", ["remarked"], "lead").Permit("abandon", "checking", "lead"))
        .Configure("checking", Text("Checking"), s => s.ResponsibleIs("verifier").PermitIf("pass", "closed", ["other-person"], "verifier").Permit("fail", "working", "verifier"))
        .Configure("closed", Text("Closed"), s => s.Final())
        .Clock(new ClockDefinition
        {
            Code = "whole",
            Label = Text("Whole"),
            Limit = new TimeLimit(5, LimitUnit.WorkingDays),
            Policy = CountingPolicy.CivilCode,
            Starts = ["reported"],
        })
        .Escalate("supervisor", new TimeLimit(1, LimitUnit.WorkingDays))
        .Build();

    internal static Lifecycle Compiled { get; } = Lifecycle.Compile(Definition, Vocabulary, out _)!;

    internal static LocalizedText Text(string text) => new(text, text);

    internal static LifecycleDefinition WithState(this LifecycleDefinition definition, string code, Func<StateDefinition, StateDefinition> change) =>
        definition with
        {
            States = EquatableArray.From(definition.States.Select(state => state.Code == code ? change(state) : state)),
        };
}
