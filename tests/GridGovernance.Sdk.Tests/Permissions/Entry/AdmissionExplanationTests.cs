using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions.Entry;

/// <summary>The words of a refused admission: every item that says so, in order, and the nearest thing that works.</summary>
public sealed class AdmissionExplanationTests
{
    [Fact]
    public void ItemsThatEnded_NameThemselvesInOrderAndTheLastDay() => Says(
        "The item \"a, b\" on the matter \"Patrol\" ended on 2026-02-01.", "The department may apply for a new term.", ["a", "b"],
        "patrol", Item("b", "patrol") with { ValidTo = Day.PlusDays(-3) }, Item("a", "patrol") with { ValidTo = Day.PlusDays(-1) });

    [Fact]
    public void ItemsToCome_NameTheFirstDayOfThoseInForce() => Says(
        "The item \"a, b, c\" on the matter \"Patrol\" comes into force on 2026-02-05.", "It works from 2026-02-05.", ["a", "b", "c"],
        "patrol",
        Item("c", "patrol") with { ValidFrom = Day.PlusDays(5) },
        Item("b", "patrol") with { ValidFrom = Day.PlusDays(3) },
        Item("a", "patrol") with { ValidFrom = Day.PlusDays(1), Status = EntryStatus.Published });

    [Fact]
    public void ItemsOnTheirWay_NameNoDay() => Says(
        "The item \"a, b\" on the matter \"Patrol\" has not been approved, published and put in force.", null, ["a", "b"],
        "patrol", Item("b", "patrol") with { Status = EntryStatus.Applied }, Item("a", "patrol") with { Status = EntryStatus.Approved });

    [Fact]
    public void ItemsThatLeft_MayBeAppliedForAnew() => Says(
        "The item \"a\" on the matter \"Patrol\" has left the entry list.", "The department may apply for entry in advance.", ["a"],
        "patrol", Item("a", "patrol") with { Status = EntryStatus.Withdrawn });

    [Fact]
    public void ItemsThatRest_ReferToTheOwner()
    {
        Says("The item \"a\" on the matter \"Illegal building\" is suspended.", "Refer it to \"civil-affairs\".", ["a"], "illegal-building", Item("a", "illegal-building") with { Status = EntryStatus.Suspended });
        Says("The item \"a\" on the matter \"Patrol\" is suspended.", null, ["a"], "patrol", Item("a", "patrol") with { Status = EntryStatus.Suspended });
    }

    [Fact]
    public void ItemsOfOtherLevels_NameTheLevelsOnce() => Says(
        "The item \"a, b\" on the matter \"Patrol\" does not hold for level \"grid\" at \"123\".", "It holds for the levels: county, village.", ["a", "b"],
        "patrol", Item("a", "patrol") with { Levels = ["village", "county"] }, Item("b", "patrol") with { Levels = ["county"] });

    [Fact]
    public void ItemsOfOtherPlaces_NameThePlacesWhereOneWouldHoldForTheLevel()
    {
        Says(
            "The item \"a, b\" on the matter \"Patrol\" does not hold for level \"grid\" at \"123\".", "It holds in: 13, 2.", ["a", "b"],
            "patrol", Item("b", "patrol") with { Levels = ["county"], Places = ["2"] }, Item("a", "patrol") with { Places = ["13", "2"] });
        Says(
            "The item \"a\" on the matter \"Patrol\" does not hold for level \"grid\" at \"123\".", "It holds in: 13.", ["a"],
            "patrol", Item("a", "patrol") with { Levels = ["village", "grid"], Places = ["13"] });
    }

    [Fact]
    public void ItemsForOtherPosts_NameThePostsOnce() => Says(
        "The post \"grid-worker\" is not among those that may carry the matter \"Patrol\" by the item \"a, b\".", "These posts may carry it: verifier, village-head.", ["a", "b"],
        "patrol", Item("a", "patrol") with { Posts = ["village-head", "verifier"] }, Item("b", "patrol") with { Posts = ["village-head"] });

    [Fact]
    public void TheNegativeList_RefersAsItsItemSays()
    {
        Says(
            "The matter \"Patrol\" is on the negative list, so it may not be given to a grid.", "Refer it to \"police\".", ["a", "b"],
            "patrol", Negative("b", "patrol") with { ReferTo = new LocalizedText("police", "公安") }, Negative("a", "patrol"));
        Says(
            "The matter \"Illegal building\" is on the negative list, so it may not be given to a grid.", "Refer it to \"civil-affairs\".", ["a"],
            "illegal-building", Negative("a", "illegal-building"), Item("c", "illegal-building"));
    }

    [Fact]
    public void TheNegativeListAndAnItemThatEnded_SayBoth()
    {
        var refusals = EntryList(Negative("no", "patrol"), Item("a", "patrol") with { ValidTo = Day.PlusDays(-1) }).Admit(Ask("patrol")).Refusals;
        Assert.Equal(["permissions.negative-list", "permissions.entry-expired"], refusals.Select(static refusal => refusal.Code));
        Assert.All(refusals, static refusal => Assert.Equal(RefusalKind.OutsideListOrTime, refusal.Kind));
    }

    [Fact]
    public void TheNegativeListAndAnItemThatWouldAdmit_SayTheNegativeListAlone()
    {
        var temporary = Item("t", "patrol") with { Category = EntryCategory.Temporary, ValidTo = Day, Approvals = [new EntryApproval("grid-office", Day.PlusYears(-1))] };
        Assert.All(
            new[] { temporary, Item("a", "patrol") },
            static item => Assert.Equal(["permissions.negative-list"], EntryList(Negative("no", "patrol"), item).Admit(Ask("patrol")).Refusals.Select(static refusal => refusal.Code)));
    }

    [Fact]
    public void TheNegativeListAlone_DoesNotSayNotListed() =>
        Assert.Equal(["permissions.negative-list"], EntryList(Negative("no", "patrol")).Admit(Ask("patrol")).Refusals.Select(static refusal => refusal.Code));

    [Fact]
    public void TheGuard_RefersToTheOwner()
    {
        Says("The matter \"Levy\" is a public affair unrelated to the grid, which the scope guard \"wu-2020\" keeps out.", "Refer it to \"health\".", [], "levy");
        Says("The matter \"Villagers' council\" is self-governance and vitality, which the scope guard \"wu-2020\" keeps outside the grid.", "Refer it to \"villagers-council\".", [], "council");
    }

    [Fact]
    public void TheInclusiveGuard_NamesTheItemsThatAreNoService()
    {
        var list = EntryList(Entries(Item("b", "council") with { Nature = TaskNature.Administrative }, Item("a", "council") with { Nature = TaskNature.Administrative }) with { ScopeGuard = "inclusive" });
        var refusal = Assert.Single(list.Admit(Ask("council")).Refusals);

        Assert.Equal("The matter \"Villagers' council\" is listed as an administrative task by \"a, b\", but the scope guard \"inclusive\" admits it as a service only.", refusal.Message.ToString());
        Assert.Equal("It may be listed as a service.", refusal.Nearest!.ToString());
        Assert.Equal(["a", "b"], refusal.Rules);
    }

    private static void Says(string message, string? nearest, EquatableArray<string> items, string matter, params EntryListItem[] list)
    {
        var refusal = Assert.Single(EntryList(list).Admit(Ask(matter) with { Place = GridCode.Parse("123") }).Refusals);
        Assert.Equal((message, nearest), (refusal.Message.ToString(), refusal.Nearest?.ToString()));
        Assert.Equal(items, refusal.Rules);
    }
}
