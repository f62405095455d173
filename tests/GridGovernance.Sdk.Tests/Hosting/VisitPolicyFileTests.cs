using System.Text;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tests.Hosting;

/// <summary>The file of a model that says who is visited how often.</summary>
public sealed class VisitPolicyFileTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "\"grid-worker\"", "\"grid-woker\"", "hosting.unknown-visiting-post" },
        { "\"grid-worker\"", "\"department-handler\"", "hosting.unknown-visiting-post" },
        { "\"code\": \"rental\",", "\"code\": \"rental\", \"matter\": \"rentals\",", "hosting.unknown-visit-matter" },
        { "\"graceDays\": 7", "\"graceDays\": 31", "fieldwork.grace-too-long" },
        { "\"graceDays\": 7", "\"grace\": 7", "interchange.unknown-member" },
    };

    [Fact]
    public void Load_AModelWithTheFile_HoldsThePolicyAndItsHashCoversIt()
    {
        using var sample = new SampleModel();
        var with = GovernanceModel.LoadOrThrow(sample.Path);
        sample.Replace("visit-policy.json", "\"graceDays\": 7", "\"graceDays\": 6");
        var changed = GovernanceModel.LoadOrThrow(sample.Path);
        File.Delete(sample["visit-policy.json"]);
        var without = GovernanceModel.LoadOrThrow(sample.Path);

        Assert.Equal(7, with.VisitPolicy!.RuleFor("mental-illness", null)!.GraceDays);
        Assert.Equal(6, changed.VisitPolicy!.RuleFor("mental-illness", null)!.GraceDays);
        Assert.Null(without.VisitPolicy);
        Assert.Equal(3, new[] { with.Hash, changed.Hash, without.Hash }.Distinct().Count());
        Assert.Equal(with.Hash, GovernanceModel.Compile(with.Definitions, out var report)!.Hash);
        Assert.Empty(report);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_AModelWithAFault_NamesFileAndLine(string was, string becomes, string code)
    {
        using var sample = new SampleModel();
        sample.Replace("visit-policy.json", was, becomes);

        Assert.Null(GovernanceModel.Load(sample.Path, out var report));

        var finding = Assert.Single(report);
        Assert.Equal((code, "visit-policy.json"), (finding.Code, finding.Place.File));
        Assert.NotNull(finding.Place.Line);
    }

    [Fact]
    public void Load_APolicyWithoutAPost_NeedsASpatialOne()
    {
        var sample = GovernanceModel.LoadOrThrow(SampleModel.Folder).Definitions;

        Assert.NotNull(GovernanceModel.Compile(sample with { VisitPolicy = VisitPresets.KeyMonthly }, out _));
        Assert.Null(GovernanceModel.Compile(
            sample with { VisitPolicy = VisitPresets.KeyMonthly, Posts = [.. sample.Posts.Select(static post => post with { Optional = true })] }, out var report));
        Assert.Contains(report, static finding => finding.Code == "hosting.unknown-visiting-post");
    }
}
