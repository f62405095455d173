using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Permissions;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseIntakeCatalogueTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 5, 4, 0);

    [Fact]
    public void Channels_HaveCodesOfTheirOwn_BothNamesAndASource()
    {
        Assert.Equal(CaseChannel.Presets.Count, CaseChannel.Presets.Select(channel => channel.Code).Distinct().Count());
        Assert.All(CaseChannel.Presets, channel => Assert.NotEqual(channel.Name.En, channel.Name.Zh));
        Assert.All(CaseChannel.Presets, channel => Assert.NotEmpty(channel.Source));
        Assert.Equal(["petition", "media", "superior"], CaseChannel.Presets.Where(channel => channel.IsTraced).Select(channel => channel.Code));
    }

    [Fact]
    public void SimilarCases_AreWithinFiftyMetresAndADay_OfTheSameCategory()
    {
        CaseSighting At(string id, double metresNorth, double hours, string category = "rubbish") =>
            new(id, category, new GeoPoint(107.2, 31.9 + (metresNorth / 110_900)), Noon + Duration.FromMinutes((long)(hours * 60)));
        var known = new SimilarCases([At("late", 0, 24), At("near", 49, -2), At("far", 52, 0), At("old", 0, -24.1), At("other", 0, 0, "noise"), At("self", 0, 0), At("day", 0, -24)]);

        Assert.Equal(["day", "near", "late"], known.Find(At("self", 0, 0)));
        Assert.Empty(known.Find(At("x", 0, 0, "unheard-of")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimilarCases([], distanceMetres: double.NaN));
    }

    [Fact]
    public void SimilarCases_EqualANaiveSearch()
    {
        var random = new GridGovernance.Sdk.Simulation.Streams.RandomStreams(3).Stream("sightings");
        var all = Enumerable.Range(0, 300).Select(i => new CaseSighting(
            $"c{i}", "c" + random.NextInt32(2), new GeoPoint(107.2 + (random.NextInt32(30) * 0.0001), 31.9), Noon + Duration.FromMinutes(random.NextInt32(5000)))).ToArray();
        var known = new SimilarCases(all);
        foreach (var one in all)
        {
            var naive = all.Where(other => other.CaseId != one.CaseId && other.Category == one.Category
                && CoordinateSystem.Cgcs2000.DistanceMetres(one.Place, other.Place) <= 50 && Math.Abs((one.At - other.At).TotalHours) <= 24)
                .OrderBy(other => other.At).ThenBy(other => other.CaseId, StringComparer.Ordinal).Select(other => other.CaseId);
            Assert.Equal(naive, known.Find(one));
        }
    }

    [Fact]
    public void TheFirstRuleThatFits_GivesTheTier_AndTheCatalogueGivesTheRest()
    {
        var matter = new Matter("rubbish", "city", "Rubbish", "垃圾", MatterPurpose.Order, Origin.Sample, "sample", Tier: "daily");
        EquatableArray<TierRule> rules =
        [
            new("serious", new LocalizedText("media", "媒体")) { Channels = ["media"] },
            new("ordinary", new LocalizedText("city", "城管")) { Matters = ["city"], Channels = ["wechat"] },
        ];

        Assert.Equal("serious", TierRule.Choose(rules, matter, "media")!.Tier);
        Assert.Equal("ordinary", TierRule.Choose(rules, matter, "wechat")!.Tier);
        Assert.Equal("daily", TierRule.Choose(rules, matter, "video")!.Tier);
        Assert.Null(TierRule.Choose(rules, matter with { Tier = null }, "video"));
    }

    [Fact]
    public void ACeiling_IsAShareOfWhatWasSolvedAtTheLevelOrBelow()
    {
        var goals = CeilingGoal.XCounty;
        (CaseSize, string?)[] solved = [(CaseSize.Small, "grid"), (CaseSize.Small, "cell"), (CaseSize.Small, "village"), (CaseSize.Small, null), (CaseSize.Large, "township"), (CaseSize.Hard, "county")];

        Assert.Equal((2, 4), goals[0].Measure(solved, SmallCounty.Map.Scheme));
        Assert.Equal((1, 1), goals[1].Measure(solved, SmallCounty.Map.Scheme));
        Assert.Equal((0, 1), CeilingGoal.Tongjiang[1].Measure(solved, SmallCounty.Map.Scheme));
        Assert.Throws<ArgumentException>(() => new CeilingGoal(CaseSize.Small, "moon", "x").Measure(solved, SmallCounty.Map.Scheme));
    }

    [Fact]
    public void TheCatalogue_HasNineClassesAnd157Items_AndNamesOnlyFourClassesAsTheArticles()
    {
        var catalogue = CaseCategories.XCountySize;

        Assert.Equal(9, catalogue.All.Count(category => category.Class is null));
        Assert.Equal(157, catalogue.All.Count(category => category.Class is not null));
        Assert.Equal(["社会治安", "城市管理", "人口管理", "矛盾调处"], catalogue.All.Where(category => category.Origin == Origin.Article).Select(category => category.Name.Zh));
        Assert.Equal(166, catalogue.All.Select(category => category.Name.Zh).Distinct().Count());
        Assert.True(catalogue.TryFind("emergency-01", out var landslide));
        Assert.Equal(("Landslide", "emergency"), (landslide.Name.En, landslide.Class));
    }

    [Fact]
    public void ACodeThatStandsTwice_AndAnItemWithoutAClass_AreNamed()
    {
        CaseCategory Of(string code, string? of) => new(code, new LocalizedText(code, code), of, Origin.Sample, "sample");

        Assert.Null(CaseCategories.Compile([Of("a", null), Of("a", null), Of("b", "a"), Of("c", "b")], out var report));

        Assert.Equal([("cases.category-twice", "/1/code"), ("cases.category-without-class", "/3/class")], report.Select(finding => (finding.Code, finding.Place.Path)));
    }
}
