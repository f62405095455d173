using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>What a plan says of every state and clock, in full.</summary>
public class LifecycleMigrationTests
{
    private static readonly Lifecycle Old = Sample.Compiled;

    [Fact]
    public void APlanToTheSame_KeepsEveryState_AndEveryClock()
    {
        var plan = Plan(Sample.Definition with { Version = 2 });

        Assert.Same(Old, plan.From);
        Assert.Equal(2, plan.To.Key.Version);
        Assert.Equal(["reported", "waiting", "working", "checking", "closed"], plan.Steps.Select(step => step.State));
        Assert.All(plan.Steps, step => Assert.Equal((MigrationOutcome.Kept, step.State, $"State \"{step.State}\" is in both versions."), (step.Outcome, step.Target, step.Reason.ToString())));
        Assert.All(plan.Steps, step => Assert.Equal(step, plan.StepOf(step.State)));
        Assert.Null(plan.StepOf("in-hand"));
        Assert.Equal(("whole", null), (plan.ClockAfter("whole"), plan.ClockAfter("part")));
    }

    [Fact]
    public void AStateThatIsGone_CouldGoWhereverTheSamePartyIsResponsible_ElseToAnyOpenState()
    {
        Assert.Equal(
            (MigrationOutcome.NeedsDecision, null, "State \"working\" is not in the new version, and no rule says where it goes; it could go to waiting, doing."),
            Told(Plan(Renamed("working", "doing")), "working"));
        Assert.Equal(
            (MigrationOutcome.NeedsDecision, null, "State \"checking\" is not in the new version, and no rule says where it goes; it could go to reported, waiting, working, other."),
            Told(Plan(Renamed("checking", "other").WithState("other", state => state with { Responsible = "dispatcher" })), "checking"));
        Assert.Equal(
            (MigrationOutcome.NeedsDecision, null, "State \"closed\" is not in the new version, and no rule says where it goes; it could go to done."),
            Told(Plan(Renamed("closed", "done")), "closed"));
        Assert.Equal(["done"], Plan(Renamed("closed", "done")).StepOf("closed")!.Candidates);
    }

    [Fact]
    public void ARule_MapsAState_ButNeitherClosesNorReopensACase()
    {
        Assert.Equal((MigrationOutcome.Mapped, "doing", "State \"working\" goes on as \"doing\" by rule."), Told(Plan(Renamed("working", "doing"), new MigrationRule("working", "doing")), "working"));
        Assert.Equal((MigrationOutcome.Mapped, "waiting", "State \"working\" goes on as \"waiting\" by rule."), Told(Plan(Sample.Definition, new MigrationRule("working", "waiting")), "working"));
        Assert.Equal((MigrationOutcome.Impossible, null, "State \"working\" is open, but \"closed\" is final: a migration must not close a case."), Told(Plan(Sample.Definition, new MigrationRule("working", "closed")), "working"));
        Assert.Equal((MigrationOutcome.Impossible, null, "State \"closed\" is final, but \"working\" is open: a migration must not reopen a case."), Told(Plan(Sample.Definition, new MigrationRule("closed", "working")), "closed"));
        Assert.Equal(
            (MigrationOutcome.NeedsDecision, null, "State \"reported\" holds other states in the new version, and no rule says in which a case rests; it could be waiting, working."),
            Told(Plan(Sample.Definition, new MigrationRule("reported", "in-hand")), "reported"));
    }

    [Fact]
    public void AClock_GoesOnUnderItsNewCode_OrNotAtAll()
    {
        var young = Sample.Definition with { Version = 2, Clocks = [Sample.Definition.Clocks[0] with { Code = "all" }] };

        Assert.Null(Plan(young).ClockAfter("whole"));
        var plan = LifecycleMigration.Create(Old, Compile(young), [], [new MigrationRule("whole", "all")], out var report)!;
        Assert.Equal("all", plan.ClockAfter("whole"));
        Assert.Empty(report);
    }

    [Fact]
    public void WhatAPlanMayDoButNobodyShouldMeetUnawares_IsAWarning()
    {
        ClockDefinition Clock(string code) => Sample.Definition.Clocks[0] with { Code = code };
        string[] Of(LifecycleDefinition young, EquatableArray<MigrationRule> clocks = default)
        {
            Assert.NotNull(LifecycleMigration.Create(Compile(Sample.Definition with { Clocks = [Clock("whole"), Clock("part")] }), Compile(young), [], clocks, out var report));
            Assert.All(report, finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
            return [.. report.Select(finding => $"{finding.Place.Path} {finding.Message}")];
        }

        Assert.Equal(
            ["/clocks Clock \"part\" should go on in the new version, but it has no such clock and no rule names another: in every open case it stops."],
            Of(Sample.Definition with { Version = 2 }));
        Assert.Empty(Of(Sample.Definition with { Version = 2, Clocks = [Clock("whole"), Clock("other")] }, [new("part", "other")]));
        Assert.Equal(
            ["/version The new version should have another number, but both are \"small/1\" and differ in content."],
            Of(Sample.Definition with { Clocks = [Clock("whole"), Clock("part"), Clock("other")] }));
        Assert.Empty(Of(Sample.Definition with { Clocks = [Clock("whole"), Clock("part")] }));
        Assert.Equal(
            ["/code A migration should lead from one version of a lifecycle to another, but leads from \"small/1\" to \"large/2\": what the code stands for, such as the tier, changes for every case."],
            Of(Sample.Definition with { Code = "large", Version = 2, Clocks = [Clock("whole"), Clock("part")] }));
    }

    [Theory]
    [InlineData("whole=part", "/clocks/0/to Clocks \"part\" and \"whole\" must go on under codes of their own, but both would go on as \"part\".")]
    [InlineData("part=whole", "/clocks/0/to Clocks \"whole\" and \"part\" must go on under codes of their own, but both would go on as \"whole\".")]
    [InlineData("part=all whole=all", "/clocks/1/to Clocks \"part\" and \"whole\" must go on under codes of their own, but both would go on as \"all\".")]
    [InlineData("part=whole whole=part", "")]
    [InlineData("part=all whole=part", "")]
    [InlineData("part=all", "")]
    [InlineData("whole=whole", "")]
    public void TwoClocks_NeverGoOnAsOne(string rules, string finding)
    {
        ClockDefinition Clock(string code) => Sample.Definition.Clocks[0] with { Code = code };
        var old = Compile(Sample.Definition with { Clocks = [Clock("whole"), Clock("part"), Clock("gone")] });
        var young = Compile(Sample.Definition with { Clocks = [Clock("whole"), Clock("part"), Clock("all")] });

        var plan = LifecycleMigration.Create(old, young, [], EquatableArray.From(rules.Split(' ').Select(rule => rule.Split('=')).Select(rule => new MigrationRule(rule[0], rule[1]))), out var report);

        Assert.Equal(finding, string.Join("; ", report.Where(found => found.Severity == FindingSeverity.Error).Select(found => $"{found.Place.Path} {found.Message}")));
        Assert.Equal(finding.Length == 0, plan is not null);
        if (plan is not null)
        {
            var after = old.Clocks.Select(clock => plan.ClockAfter(clock.Code)).OfType<string>().ToArray();
            Assert.Equal(after.Distinct(), after);
        }
    }

    [Fact]
    public void ARuleThatNamesWhatIsNotThere_OrOneThingTwice_IsNamedWithItsPlace()
    {
        Assert.Null(LifecycleMigration.Create(
            Old, Old, [new("working", "gone"), new("gone", "working"), new("working", "waiting")], [new("whole", "gone"), new("gone", "whole"), new("whole", "whole")], out var report));

        Assert.Equal(
            [
                "/states/0/to \"gone\" must be the code of a state, but no state has it.",
                "/states/1/from \"gone\" must be the code of a state, but no state has it.",
                "/states/2/from \"working\" must have one rule, but has two.",
                "/clocks/0/to \"gone\" must be the code of a clock, but no clock has it.",
                "/clocks/1/from \"gone\" must be the code of a clock, but no clock has it.",
                "/clocks/2/from \"whole\" must have one rule, but has two.",
            ],
            report.Select(finding => $"{finding.Place.Path} {finding.Message}"));
    }

    private static (MigrationOutcome Outcome, string? Target, string Reason) Told(LifecycleMigration plan, string state) => plan.StepOf(state)! is var step ? (step.Outcome, step.Target, step.Reason.ToString()) : default;

    private static LifecycleMigration Plan(LifecycleDefinition young, params MigrationRule[] states)
    {
        var plan = LifecycleMigration.Create(Old, Compile(young), EquatableArray.From(states), [], out var report);
        report.EnsureNoErrors();
        return plan!;
    }

    private static Lifecycle Compile(LifecycleDefinition definition) => Lifecycle.Compile(definition, Sample.Vocabulary, out _)!;

    private static LifecycleDefinition Renamed(string from, string to) => Sample.Definition with
    {
        States = EquatableArray.From(Sample.Definition.States.Select(state => state.Code == from ? state with { Code = to } : state)),
        Transitions = EquatableArray.From(Sample.Definition.Transitions.Select(t => t with { From = t.From == from ? to : t.From, To = t.To == from ? to : t.To })),
    };
}
