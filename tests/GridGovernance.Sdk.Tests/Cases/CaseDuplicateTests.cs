using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseDuplicateTests
{
    private static readonly CaseEngine Engine = PresetCounty.Engine(listed: true);
    private static readonly CaseActor Worker = new(PresetCounty.SeatsOf("grid-worker")[0]);
    private static readonly CaseActor Dispatcher = new(PresetCounty.SeatsOf("dispatcher")[0]);

    [Fact]
    public void AMergedCase_IsClosedWithAPointer_AndIsNotSolved()
    {
        var first = Report("a", PresetCounty.Begin);
        var second = Report("b", PresetCounty.Begin + Duration.FromHours(1));

        var decision = Engine.Decide(second, new MergeCase("m", first), Dispatcher, second.ChangedAt);
        var merged = decision.EnsureAccepted().Aggregate(second, GridCase.Apply);

        Assert.Equal(("merged", "a", false), (merged.State, merged.MergedInto, merged.IsOpen));
        Assert.Equal((null, null), (merged.Responsible, merged.NextDeadline));
        Assert.Equal(new CaseResolution(true, false, null), CaseResolution.Of(merged));
        Assert.Equal("a", Assert.Single(decision.Events.OfType<CaseMerged>()).Into);
        Assert.Null(second.MergedInto);
    }

    [Fact]
    public void ACaseOfAnotherTier_IsMergedWithAReasonAlone()
    {
        var ordinary = Report("a", PresetCounty.Begin);
        var serious = GridCase.Replay(Engine.Decide(null, new ReportCase("r", "b", "serious", "rubbish", GridCode.Parse(PresetCounty.Cell), "video"), Worker, PresetCounty.Begin + Duration.FromHours(1)).EnsureAccepted());

        var refusal = Assert.Single(Engine.Decide(serious, new MergeCase("m", ordinary), Dispatcher, serious.ChangedAt).Refusals);

        Assert.Equal(("cases.merge-other-tier", "Case \"b\" is of tier \"serious\" and case \"a\" of tier \"ordinary\": merging them needs a reason."), (refusal.Code, refusal.Message.ToString()));
        Assert.True(Engine.Decide(serious, new MergeCase("m", ordinary, Note: "reported twice, not serious"), Dispatcher, serious.ChangedAt).IsAccepted);
    }

    [Fact]
    public void AHandledCase_ThatIsMergedAfterAll_DoesNotCountAsSolved()
    {
        var first = Report("a", PresetCounty.Begin);
        var c = Report("b", PresetCounty.Begin + Duration.FromHours(1));
        var handler = new CaseActor(PresetCounty.Leads[0]);
        var other = new CaseActor(PresetCounty.SeatsOf("verifier")[0]);
        c = Do(c, new MoveCase("1", "accept"), Dispatcher);
        c = Do(c, new DispatchCase("2", handler.Seat), Dispatcher);
        c = Do(c, new MoveCase("3", "sign-in"), handler);
        c = Do(c, new MoveCase("4", "finish", "done"), handler);
        c = Do(c, new MoveCase("5", "fail", "not done"), other);

        c = Do(c, new MergeCase("6", first), Dispatcher);

        Assert.Null(c.Handler);
        Assert.False(CaseResolution.Of(c).IsSolved);
    }

    [Fact]
    public void AnEarlierCase_IsNotMergedIntoALaterOne_SoThatNoClockStartsAnew()
    {
        var first = Report("a", PresetCounty.Begin);
        var second = Report("b", PresetCounty.Begin + Duration.FromHours(1));

        var refusal = Assert.Single(Engine.Decide(first, new MergeCase("m", second), Dispatcher, second.ChangedAt).Refusals);

        Assert.Equal((RefusalKind.ConditionUnmet, "cases.merge-into-later"), (refusal.Kind, refusal.Code));
        Assert.Equal("Merge case \"b\" into case \"a\".", refusal.Nearest!.ToString());
    }

    [Fact]
    public void OfTwoReportsAtOneInstant_OneOrderAloneIsAccepted_AndNoneIntoItself()
    {
        var (a, b) = (Report("a", PresetCounty.Begin), Report("b", PresetCounty.Begin));

        Assert.True(Engine.Decide(b, new MergeCase("m", a), Dispatcher, PresetCounty.Begin).IsAccepted);
        Assert.Equal("cases.merge-into-later", Assert.Single(Engine.Decide(a, new MergeCase("m", b), Dispatcher, PresetCounty.Begin).Refusals).Code);
        Assert.Equal("cases.merge-into-later", Assert.Single(Engine.Decide(a, new MergeCase("m", a), Dispatcher, PresetCounty.Begin).Refusals).Code);
    }

    [Fact]
    public void WhatIsClosed_ADuplicateItself_OrOfAnotherMatter_TakesNoneIn()
    {
        var first = Report("a", PresetCounty.Begin);
        var second = Report("b", PresetCounty.Begin + Duration.FromHours(1));
        var third = Report("c", PresetCounty.Begin + Duration.FromHours(2), "litter");
        var rejected = Do(first, new MoveCase("r", "reject", "no"), Dispatcher);
        var merged = Do(second, new MergeCase("m", first), Dispatcher);

        Assert.Equal(["cases.merge-into-closed", "cases.merge-other-matter"], Codes(third, rejected));
        Assert.Equal(["cases.merge-into-merged", "cases.merge-other-matter"], Codes(third, merged));
        Assert.Equal("Merge it into case \"a\".", Engine.Decide(third, new MergeCase("m", merged), Dispatcher, third.ChangedAt).Refusals[0].Nearest!.ToString());
        Assert.Equal(["cases.merge-other-matter"], Codes(third, second));
    }

    [Fact]
    public void AMerging_WithoutTheOtherCase_AndAnotherTriggerWithIt_AreRefused()
    {
        var first = Report("a", PresetCounty.Begin);
        var second = Report("b", PresetCounty.Begin + Duration.FromHours(1));

        Assert.Equal("cases.needs-merge", Assert.Single(Engine.Decide(second, new MoveCase("m", "merge"), Dispatcher, second.ChangedAt).Refusals).Code);
        Assert.Equal("cases.not-a-merge", Assert.Single(Engine.Decide(second, new MergeCase("m", first, "accept"), Dispatcher, second.ChangedAt).Refusals).Code);
    }

    private static string[] Codes(GridCase c, GridCase into) => [.. Engine.Decide(c, new MergeCase("m", into), Dispatcher, c.ChangedAt).Refusals.Select(refusal => refusal.Code)];

    private static GridCase Do(GridCase c, CaseCommand command, CaseActor actor) => Engine.Do(c, command, actor, c.ChangedAt + Duration.FromMinutes(10));

    private static GridCase Report(string id, Instant at, string matter = "rubbish") => GridCase.Replay(Engine.Decide(
        null, new ReportCase("report", id, "ordinary", matter, GridCode.Parse(PresetCounty.Cell), "grid-worker-terminal"), Worker, at).EnsureAccepted());
}
