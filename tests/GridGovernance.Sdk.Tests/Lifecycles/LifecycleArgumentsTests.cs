using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>What is null or blank is the caller's mistake, and names the argument, at every door of the room.</summary>
public class LifecycleArgumentsTests
{
    private static readonly Lifecycle Small = Sample.Compiled;
    private static readonly LocalizedText Text = Sample.Text("x");

    public static TheoryData<string, Action> Nulls => new()
    {
        { "definition", () => Lifecycle.Compile(null!, Sample.Vocabulary, out _) },
        { "vocabulary", () => Lifecycle.Compile(Sample.Definition, null!, out _) },
        { "definition", () => LifecycleReport.Of(null!, Sample.Vocabulary) },
        { "vocabulary", () => LifecycleReport.Of(Sample.Definition, null!) },
        { "state", () => Small.Transitions(null!, "accept") },
        { "state", () => Small.Fire(null!, "accept", 0) },
        { "state", () => Small.CanFire(null!, "accept") },
        { "state", () => Small.Judge(null!, "accept", 0) },
        { "state", () => Small.PermittedSet(null!, 0) },
        { "state", () => Small.PermittedTriggers(null!) },
        { "state", () => Small.Clocks[0].RoleIn(null!) },
        { "lifecycle", () => Small.Judge(Small.Initial, "accept", 0).UnmetGuards(null!) },
        { "lifecycles", () => _ = new LifecycleCatalogue(null!) },
        { "older", () => new LifecycleCatalogue([]).Keeping(null!) },
        { "lifecycle", () => _ = new LifecycleColumn(null!, 1) },
        { "state", () => new LifecycleColumn(Small, 1).Put(0, null!) },
        { "guards", () => _ = new LifecycleVocabulary(null!, []) },
        { "posts", () => _ = new LifecycleVocabulary([], null!) },
        { "definition", () => LifecycleVocabulary.NamedIn(null!) },
        { "lifecycle", () => LongestClosure.Of(null!, WorkCalendar.China, default) },
        { "calendar", () => LongestClosure.Of(Small, null!, default) },
        { "from", () => LifecycleMigration.Create(null!, Small, [], [], out _) },
        { "to", () => LifecycleMigration.Create(Small, null!, [], [], out _) },
        { "code", () => _ = new LifecycleBuilder(null!, 1, Text, "a") },
        { "initial", () => _ = new LifecycleBuilder("a", 1, Text, null!) },
        { "title", () => _ = new LifecycleBuilder("a", 1, null!, "a") },
        { "state", () => Builder().Configure(null!, Text) },
        { "label", () => Builder().Configure("a", null!) },
        { "trigger", () => Builder().Label(null!, Text) },
        { "label", () => Builder().Label("a", null!) },
        { "clock", () => Builder().Clock(null!) },
        { "to", () => Builder().Escalate(null!, default) },
        { "transition", () => Builder().Configure("a", Text, static s => s.Add(null!)) },
    };

    public static TheoryData<string, Action> Blanks => new()
    {
        { "code", () => _ = new LifecycleBuilder(" ", 1, Text, "a") },
        { "initial", () => _ = new LifecycleBuilder("a", 1, Text, " ") },
        { "state", () => Builder().Configure(" ", Text) },
        { "trigger", () => Builder().Label(" ", Text) },
        { "to", () => Builder().Escalate(" ", default) },
        { "satisfied", () => new LifecycleColumn(Small, 2).Fire("accept", [0UL]) },
        { "satisfied", () => new LifecycleColumn(Small, 2).Fire("accept", [0], [0UL, 0UL, 0UL]) },
        { "lifecycles", () => _ = new LifecycleCatalogue([Small, Lifecycle.Compile(Sample.Definition with { Escalation = [.. Sample.Definition.Escalation, .. Sample.Definition.Escalation] }, Sample.Vocabulary, out _)!]) },
    };

    [Theory]
    [MemberData(nameof(Nulls))]
    public void Null_WhereAnArgumentIsExpected_NamesTheArgument(string name, Action call) =>
        Assert.Equal(name, Assert.Throws<ArgumentNullException>(call).ParamName);

    [Theory]
    [MemberData(nameof(Blanks))]
    public void ABlank_OrAnArgumentThatDoesNotFit_NamesTheArgument(string name, Action call) =>
        Assert.Equal(name, Assert.Throws<ArgumentException>(call).ParamName);

    [Fact]
    public void ANegativeCount_NamesTheArgument() => Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => new LifecycleColumn(Small, -1)).ParamName);

    private static LifecycleBuilder Builder() => new("a", 1, Text, "a");
}
