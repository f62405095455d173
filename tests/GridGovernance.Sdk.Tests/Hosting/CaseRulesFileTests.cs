using System.Text;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tests.Hosting;

/// <summary>The file of a model that says how cases come in, which tier they get and what their evaluation leads to.</summary>
public sealed class CaseRulesFileTests
{
    private static readonly string Text = Encoding.UTF8.GetString(GovernanceJson.Write(new CaseRulesDefinition
    {
        Code = "county",
        Source = "sample",
        Channels = [.. CaseChannel.Presets, new("drone", new LocalizedText("Drone", "无人机"), "sample") { NeedsVerification = true }],
        TierRules = [new("serious", new LocalizedText("A drone saw it.", "无人机发现。")) { Matters = ["fire-safety"], Channels = ["drone"] }],
        Evaluation = new EvaluationDefinition { Window = EvaluationTable.Sample.Window, Rules = EvaluationTable.Sample.Rules, GoodFrom = 3 },
    }));

    public static TheoryData<string, string, string> Faults => new()
    {
        { "\"serious\"", "\"seriuos\"", "cases.unknown-tier" },
        { "\"fire-safety\"", "\"fire-safty\"", "cases.rule-unknown-matter" },
        { "\"media\"", "\"video\"", "cases.channel-twice" },
        { "\"goodFrom\": 3", "\"goodFrom\": 0", "cases.good-from-out-of-range" },
        { "\"10 working-days\"", "\"0 working-days\"", "cases.window-not-positive" },
        { "\"goodFrom\": 3", "\"goodFrm\": 3", "interchange.unknown-member" },
    };

    [Fact]
    public void Load_AModelWithTheFile_GivesItsRulesToCases()
    {
        using var sample = new SampleModel();
        var without = GovernanceModel.LoadOrThrow(sample.Path);
        File.WriteAllText(sample["case-rules.json"], Text);

        var model = GovernanceModel.Load(sample.Path, out var report)!;

        Assert.Empty(report);
        var cases = model.ToCaseModel(GridMap.Create(model.Scheme, [], out _)!);
        Assert.Contains(cases.Channels, static channel => channel is { Code: "drone", NeedsVerification: true, IsTraced: false });
        Assert.Equal("A drone saw it.", Assert.Single(cases.TierRules).Reason.En);
        Assert.Equal((27, 3), (cases.Evaluation!.Rules.Count, cases.Evaluation.GoodFrom));
        Assert.NotEqual(without.Hash, model.Hash);
        Assert.Same(CaseRules.Default, without.CaseRules);
        Assert.Equal(model.Hash, GovernanceModel.Compile(model.Definitions, out report)!.Hash);
        Assert.Empty(report);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_AModelWithAFault_NamesFileAndLine(string was, string becomes, string code)
    {
        using var sample = new SampleModel();
        File.WriteAllText(sample["case-rules.json"], Text);
        sample.Replace("case-rules.json", was, becomes);

        Assert.Null(GovernanceModel.Load(sample.Path, out var report));

        var finding = Assert.Single(report.DistinctBy(static finding => finding.Code));
        Assert.Equal((code, "case-rules.json"), (finding.Code, finding.Place.File));
        Assert.NotNull(finding.Place.Line);
    }
}
