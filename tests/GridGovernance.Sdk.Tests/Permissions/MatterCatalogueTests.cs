using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class MatterCatalogueTests
{
    [Fact]
    public void Compile_OnFaults_NamesThemAllWithTheirPlaces()
    {
        var patrol = SmallLists.Matters[0];

        var catalogue = Compile([patrol, patrol, patrol with { Code = "Not kebab", Class = "No Class", NameEn = "", NameZh = " ", Source = "", Responsible = "king" }], out var report);

        Assert.Null(catalogue);
        Assert.Equal(
            [
                "/1/code permissions.duplicate-code", "/2/code permissions.bad-code", "/2/class permissions.bad-code", "/2/nameEn permissions.missing-field", "/2/nameZh permissions.missing-field",
                "/2/source permissions.missing-field", "/2/responsible permissions.unknown-post",
            ],
            report.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
        Assert.All(report, static finding => Assert.Equal(FindingSeverity.Error, finding.Severity));
    }

    [Theory]
    [InlineData(MatterPurpose.Order, true)]
    [InlineData(MatterPurpose.Service, true)]
    [InlineData(MatterPurpose.Vitality, false)]
    [InlineData(MatterPurpose.Unrelated, false)]
    public void Compile_AMatterWithoutABasicallyResponsiblePost_IsDoubtfulWhereTheGridsWorkIt(MatterPurpose purpose, bool isDoubtful)
    {
        var catalogue = Compile([SmallLists.Matters[0] with { Purpose = purpose, Responsible = null }], out var report);

        Assert.NotNull(catalogue);
        Assert.Equal(isDoubtful ? ["permissions.no-responsible"] : [], report.Select(static finding => finding.Code));
        Assert.All(report, static finding => Assert.Equal(("/0/responsible", FindingSeverity.Warning), (finding.Place.Path, finding.Severity)));
    }

    [Fact]
    public void TryFind_KnowsItsMattersAndClasses()
    {
        Assert.True(SmallLists.Catalogue.TryFind("visit", out var matter));
        Assert.Equal("走访", matter.Name.Zh);
        Assert.False(SmallLists.Catalogue.TryFind("visits", out _));
        Assert.True(SmallLists.Catalogue.HasClass("duty"));
        Assert.False(SmallLists.Catalogue.HasClass("visit"));
    }

    private static MatterCatalogue? Compile(Matter[] matters, out FindingReport report) => MatterCatalogue.Compile(matters, SmallCounty.Establishment, out report);
}
