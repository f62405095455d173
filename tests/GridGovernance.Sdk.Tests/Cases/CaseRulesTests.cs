using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Channels, tier rules and the table of evaluation as data: everything that is wrong with them is named with its place.</summary>
public class CaseRulesTests
{
    private static readonly HashSet<string> Tiers = ["daily", "serious"];

    private static readonly CaseRulesDefinition Sound = new()
    {
        Code = "county",
        Source = "sample",
        Channels = [CaseChannel.Presets[0], CaseChannel.Presets[3]],
        TierRules =
        [
            new("serious", new LocalizedText("From the public.", "群众反映。")) { Matters = ["order"], Channels = ["wechat"] },
            new("daily", new LocalizedText("Everything else.", "其他。")) { Matters = ["rubbish"] },
        ],
        Evaluation = new EvaluationDefinition { Window = new TimeLimit(3, LimitUnit.WorkingDays), Rules = EvaluationTable.Sample.Rules },
    };

    private static readonly MatterCatalogue Matters = Model().Matters;

    [Fact]
    public void SoundRules_AreAsTheyWereSaid_AndWhatIsNotSaidIsTheDefault()
    {
        var rules = CaseRules.Compile(Sound, Matters, Tiers, out var report)!;

        Assert.Empty(report);
        Assert.Equal((Sound.Channels, Sound.TierRules), (rules.Channels, rules.TierRules));
        Assert.Equal((Sound.Evaluation!.Window, CountingPolicy.CivilCode, 4, Sound.Evaluation.Rules), (rules.Evaluation!.Window, rules.Evaluation.Policy, rules.Evaluation.GoodFrom, rules.Evaluation.Rules));
        var said = CaseRules.Compile(Sound with { Evaluation = Sound.Evaluation with { Policy = CountingPolicy.Petition, GoodFrom = 5 } }, Matters, Tiers, out _)!.Evaluation!;
        Assert.Equal((CountingPolicy.Petition, 5), (said.Policy, said.GoodFrom));

        var plain = CaseRules.Compile(new CaseRulesDefinition { Code = "c", Source = "s" }, Matters, Tiers, out report)!;
        Assert.Empty(report);
        foreach (var rule in new[] { plain, CaseRules.Default })
        {
            Assert.Equal(CaseChannel.Presets, rule.Channels);
            Assert.Empty(rule.TierRules);
            Assert.Null(rule.Evaluation);
        }
    }

    [Fact]
    public void AFaultyDefinition_HasEveryFaultNamed_WithItsPlace()
    {
        var sample = EvaluationTable.Sample.Rules;
        var faulty = Sound with
        {
            Channels = [.. Sound.Channels, Sound.Channels[1]],
            TierRules = [Sound.TierRules[0], new("grave", new LocalizedText("r", "由")) { Matters = ["rubbish", "nothing"], Channels = ["wechat", "pigeon"] }],
            Evaluation = new EvaluationDefinition { Window = default, GoodFrom = 6, Rules = [.. sample.Skip(2), sample[2]] },
        };

        Assert.Null(CaseRules.Compile(faulty, Matters, Tiers, out var report));

        Assert.Equal(
            [
                "/channels/2/code Channel \"wechat\" must be defined once, but is defined twice.",
                "/tierRules/1/tier Tier \"grave\" must have a lifecycle, but none has this code.",
                "/tierRules/1/matters/1 \"nothing\" must be a matter or a class of matters, but is neither.",
                "/tierRules/1/channels/1 Channel \"pigeon\" of a tier rule must be defined, but only grid-worker-terminal, wechat, wechat are.",
                "/evaluation/window The window of evaluation must be 1 or more of its unit, but is \"0 urgent-hours\".",
                "/evaluation/goodFrom The least good rating must be from 1 to 5, but is 6.",
                "/evaluation/rules/25 The table of evaluation must say once what the voices of resident \"Silent\", department \"Silent\" and grid worker \"Bad\" lead to, but says it twice.",
                "/evaluation/rules The table of evaluation must say what the voices of resident \"Silent\", department \"Silent\" and grid worker \"Silent\" lead to, but does not.",
                "/evaluation/rules The table of evaluation must say what the voices of resident \"Silent\", department \"Silent\" and grid worker \"Good\" lead to, but does not.",
            ],
            report.Select(finding => $"{finding.Place.Path} {finding.Message}"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void TheLeastGoodRating_IsFromOneToFive(int goodFrom, bool sound) =>
        Assert.Equal(sound, CaseRules.Compile(Sound with { Evaluation = Sound.Evaluation! with { GoodFrom = goodFrom } }, Matters, Tiers, out _) is not null);

    [Fact]
    public void TiersThatNobodySays_AreNotAskedFor_AndPresetChannelsMayBeNamed()
    {
        var rules = Sound with { Channels = [], TierRules = [new("grave", new LocalizedText("r", "由")) { Channels = ["media"] }] };

        Assert.NotNull(CaseRules.Compile(rules, Matters, null, out _));
        Assert.Equal("definition", Assert.Throws<ArgumentNullException>(() => CaseRules.Compile(null!, Matters, null, out _)).ParamName);
        Assert.Equal("matters", Assert.Throws<ArgumentNullException>(() => CaseRules.Compile(rules, null!, null, out _)).ParamName);
    }

    [Fact]
    public void Rules_AreWrittenAndReadBackEqual() =>
        Assert.Equal(Sound, GovernanceJson.Read<CaseRulesDefinition>(GovernanceJson.Write(Sound), "case-rules.json").Value);
}
