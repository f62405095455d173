using System.Text;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Interchange;

public class LifecyclePresetsTests
{
    public static TheoryData<string> Codes => new(LifecyclePresets.All.Select(preset => preset.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void APreset_WithTheGuardsOfEveryHost_AnalysesClean(string code)
    {
        var preset = Of(code);
        var posts = LifecycleVocabulary.NamedIn(preset).Parties;

        var lifecycle = Lifecycle.Compile(preset, CaseGuards.Vocabulary(CaseGuards.All, posts), out var report);

        Assert.Empty(report);
        Assert.Equal(code, lifecycle!.Key.Code);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void APreset_IsWrittenBackAsItsFile(string code) =>
        Assert.Equal(Encoding.UTF8.GetString(LifecyclePresetFiles.Read(code)), Encoding.UTF8.GetString(GovernanceJson.Write(Of(code))));

    [Theory]
    [MemberData(nameof(Codes))]
    public void APreset_CitesItsSource(string code) => Assert.Matches("S[034]-[0-9]+|art [0-9]+|扶政办", Of(code).Source);

    [Fact]
    public void Petition_BearsTheLimitsOfTheRegulation()
    {
        var limits = LifecyclePresets.Petition.Clocks.ToDictionary(clock => clock.Code, clock => clock.Limit.ToString());
        Assert.Equal("15 calendar-days", limits["forwarding"]);
        Assert.Equal("15 calendar-days", limits["acceptance"]);
        Assert.Equal("60 calendar-days", limits["handling"]);
        Assert.Equal("30 calendar-days", limits["review"]);
        Assert.Equal("30 calendar-days", limits["recheck"]);
        var windows = LifecyclePresets.Petition.Transitions.Where(transition => transition.Within is not null)
            .ToDictionary(transition => transition.Trigger, transition => transition.Within.ToString());
        Assert.Equal("5 working-days", windows["object"]);
        Assert.Equal("30 calendar-days", windows["apply-review"]);
        Assert.Equal("30 calendar-days", windows["apply-recheck"]);
    }

    private static LifecycleDefinition Of(string code) => LifecyclePresets.All.Single(preset => preset.Code == code);
}
