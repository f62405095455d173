using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Lifecycles;

public class LifecycleTests
{
    private static Lifecycle Small => Sample.Compiled;

    [Theory]
    [InlineData("reported", "accept", "waiting")]
    [InlineData("waiting", "start", "working")]
    [InlineData("waiting", "abandon", "closed")] // the superstate's transition
    [InlineData("working", "finish", "checking")]
    [InlineData("checking", "fail", "working")]
    public void Fire_AllGuardsHold_ReachesTheTarget(string from, string trigger, string to) =>
        Assert.Equal(to, Small.Fire(State(from), trigger, ulong.MaxValue)?.Target.Code);

    [Fact]
    public void Fire_SubstateAndSuperstateShareATrigger_TheSubstateWins() =>
        Assert.Equal("checking", Small.Fire(State("working"), "abandon", ulong.MaxValue)?.Target.Code);

    [Theory]
    [InlineData("closed", "abandon")]
    [InlineData("reported", "finish")]
    [InlineData("reported", "unheard-of")]
    public void Fire_NotPermitted_ReturnsNull(string from, string trigger)
    {
        Assert.Null(Small.Fire(State(from), trigger, ulong.MaxValue));
        Assert.False(Small.CanFire(State(from), trigger));
    }

    [Fact]
    public void Fire_AGuardDoesNotHold_ReturnsNull()
    {
        var noted = 1UL << Small.Guards.ToList().IndexOf("noted");

        Assert.NotNull(Small.Fire(State("working"), "finish", noted));
        Assert.Null(Small.Fire(State("working"), "finish", ~noted));
    }

    [Fact]
    public void Fire_LeavesASuperstate_EffectsRunFromInnerExitToOuterEntry() =>
        Assert.Equal(["left-working", "left-in-hand"], Small.Fire(State("working"), "finish", ulong.MaxValue)!.Effects);

    [Fact]
    public void Fire_WithinASuperstate_DoesNotLeaveIt() =>
        Assert.Equal([], Small.Fire(State("waiting"), "start", ulong.MaxValue)!.Effects);

    [Fact]
    public void Fire_EntersASuperstate_EffectsRunFromOuterEntryToInner() =>
        Assert.Equal(["left-reported", "entered-in-hand", "entered-waiting"], Small.Fire(State("reported"), "accept", ulong.MaxValue)!.Effects);

    [Fact]
    public void Fire_ToTheSameState_LeavesAndEntersItButNotItsSuperstate()
    {
        var definition = Sample.Definition.WithState("waiting", state => state with { OnExit = ["left-waiting"] }) with
        {
            Transitions = EquatableArray.From(Sample.Definition.Transitions.Select(transition => transition.Trigger == "start" ? transition with { To = "waiting", Effects = ["own"] } : transition)),
        };
        var lifecycle = LifecycleCompiler.Compile(definition);

        Assert.Equal(["left-waiting", "own", "entered-waiting"], lifecycle.Fire(lifecycle.FindState("waiting")!, "start", 0)!.Effects);
    }

    [Fact]
    public void Fire_BetweenSuperstatesOfDifferentDepth_LeavesAndEntersUpToWhatTheyShare()
    {
        StateDefinition Of(string code, string? within) => new() { Code = code, Label = Sample.Text(code), Superstate = within, Responsible = "lead", OnEntry = ["+" + code], OnExit = ["-" + code] };
        var definition = Sample.Definition with
        {
            Initial = "deep",
            States = [Of("all", null), Of("one", "all"), Of("inner", "one"), Of("deep", "inner"), Of("two", "all"), Of("flat", "two"), Of("beside", "one"), Of("out", null)],
            Transitions = EquatableArray.From(new[] { ("deep", "flat"), ("flat", "deep"), ("deep", "beside"), ("beside", "deep"), ("deep", "out"), ("out", "deep") }
                .Select(pair => new TransitionDefinition { From = pair.Item1, Trigger = "to-" + pair.Item2, To = pair.Item2, By = ["lead"] })),
            Triggers = EquatableArray.From(new[] { "flat", "deep", "beside", "out" }.Select(code => new TriggerDefinition("to-" + code, Sample.Text(code)))),
            Clocks = [],
        };
        var lifecycle = LifecycleCompiler.Compile(definition);
        string Effects(string from, string to) => string.Join(' ', lifecycle.Fire(lifecycle.FindState(from)!, "to-" + to, 0)!.Effects);

        Assert.Equal("-deep -inner -one +two +flat", Effects("deep", "flat"));
        Assert.Equal("-flat -two +one +inner +deep", Effects("flat", "deep"));
        Assert.Equal("-deep -inner +beside", Effects("deep", "beside"));
        Assert.Equal("-beside +inner +deep", Effects("beside", "deep"));
        Assert.Equal("-deep -inner -one -all +out", Effects("deep", "out"));
        Assert.Equal("-out +all +one +inner +deep", Effects("out", "deep"));
    }

    [Fact]
    public void Fire_InternalTransition_NeitherLeavesNorEnters()
    {
        var transition = Small.Fire(State("working"), "remark", 0)!;

        Assert.True(transition.IsInternal);
        Assert.Equal("working", transition.Target.Code);
        Assert.Equal(["remarked"], transition.Effects);
    }

    [Fact]
    public void PermittedTriggers_Substate_HoldsTheSuperstatesToo() =>
        Assert.Equal(["abandon", "start"], Small.PermittedTriggers(State("waiting")).Select(trigger => trigger.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Responsible_Substate_IsInherited() => Assert.Equal("lead", State("working").Responsible);

    [Fact]
    public void Key_TextsChange_StaysTheSame()
    {
        var renamed = Sample.Definition.WithState("reported", state => state with { Label = new LocalizedText("Other", "其他") }) with { Source = "elsewhere" };

        Assert.Equal(Small.Key, Compile(renamed).Key);
    }

    [Fact]
    public void Key_AGuardIsDropped_Changes()
    {
        var definition = Sample.Definition with
        {
            Transitions = EquatableArray.From(Sample.Definition.Transitions.Select(transition => transition with { Guards = [] })),
        };

        Assert.NotEqual(Small.Key.Hash, Compile(definition).Key.Hash);
    }

    [Fact]
    public void Catalogue_TwoVersions_NewCasesTakeTheNewestAndOldKeysAreKept()
    {
        var second = Compile(Sample.Definition with { Version = 2 });
        var catalogue = new LifecycleCatalogue([second]).Keeping(new LifecycleCatalogue([Small]));

        Assert.Same(second, catalogue.Newest("small"));
        Assert.Same(Small, catalogue.Find(Small.Key));
    }

    [Fact]
    public void Catalogue_OneVersionWithTwoMeanings_Throws()
    {
        var changed = Compile(Sample.Definition.WithState("closed", state => state with { OnEntry = ["tell"] }));

        Assert.Throws<ArgumentException>(() => new LifecycleCatalogue([Small, changed]));
    }

    private static LifecycleState State(string code) => Small.FindState(code)!;

    private static Lifecycle Compile(LifecycleDefinition definition)
    {
        var lifecycle = Lifecycle.Compile(definition, Sample.Vocabulary, out var report);
        report.EnsureNoErrors();
        return lifecycle!;
    }
}
