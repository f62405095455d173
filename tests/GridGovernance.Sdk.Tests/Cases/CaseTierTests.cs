using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseTierTests
{
    private static readonly CaseEngine Engine = new(SmallCounty.Model().With(tierRules:
    [
        new TierRule("serious", new LocalizedText("The media know of it.", "媒体反映。")) { Channels = ["media"] },
        new TierRule("daily", new LocalizedText("Everything else.", "其他。")) { Matters = ["rubbish"] },
    ]));

    [Theory]
    [InlineData("media", "serious")]
    [InlineData("video", "daily")]
    public void ATierByRule_NeedsNoReason_AndKeepsNone(string channel, string tier)
    {
        var c = GridCase.Replay(Decide(channel, tier, "as it is").EnsureAccepted());

        Assert.Equal((tier, null), (c.Tier, c.TierReason));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void ATierByHand_WithoutAReason_IsRefused_AndToldWhatTheRulesGive(string? reason)
    {
        var refusal = Assert.Single(Decide("media", "daily", reason).Refusals);

        Assert.Equal((RefusalKind.ConditionUnmet, "cases.tier-needs-reason"), (refusal.Kind, refusal.Code));
        Assert.Equal("A tier by hand must have a reason: the rules give \"serious\", but \"daily\" was said without one.", refusal.Message.ToString());
        Assert.Equal("The rules give \"serious\": The media know of it.", refusal.Nearest!.ToString());
    }

    [Fact]
    public void ATierByHand_KeepsItsReason() =>
        Assert.Equal("a rumour", GridCase.Replay(Decide("media", "daily", "a rumour").EnsureAccepted()).TierReason);

    [Fact]
    public void WhereNoRuleFits_AndWhereThereAreNone_WhoeverReportsSays()
    {
        var elderly = Engine.Decide(null, new ReportCase("r", "c", "ordinary", "elderly-visit", Cell, "video"), GridWorker, Monday);
        var plain = SmallCounty.Engine().Decide(null, new ReportCase("r", "c", "ordinary", "rubbish", Cell, "media"), GridWorker, Monday);

        Assert.True(elderly.IsAccepted && plain.IsAccepted);
    }

    private static Decision<CaseEvent> Decide(string channel, string tier, string? reason) =>
        Engine.Decide(null, new ReportCase("r", "c", tier, "rubbish", Cell, channel) { TierReason = reason }, GridWorker, Monday);
}
