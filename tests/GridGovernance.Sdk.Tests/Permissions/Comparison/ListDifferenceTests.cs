using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class ListDifferenceTests
{
    private static readonly GridCode[] Root = [GridCode.Parse("1")];

    // Days and places that only one of the versions names are looked at, whichever it is.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Between_PowersOfOneVersionOnly_FindsWhereAndWhenTheyHold(bool isNew)
    {
        var rule = Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol") with { Places = ["123"], ValidFrom = Day.PlusDays(5), ValidTo = Day.PlusDays(6) };
        var (none, some) = (AuthorityList(), AuthorityList(rule));

        var change = Assert.Single(isNew ? ListDifference.Between(none, some, Root) : ListDifference.Between(some, none, Root));

        Assert.Equal(isNew ? PermissionChangeKind.NewlyAllowed : PermissionChangeKind.NewlyDenied, change.Kind);
        Assert.Equal(("123", Day.PlusDays(5)), (change.Witness.Place.ToString(), change.Witness.At.Date));
    }

    [Fact]
    public void Between_TwoRulesOnOtherDays_FindsBoth()
    {
        var rule = Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol") with { ValidFrom = Day, ValidTo = Day };
        var changes = ListDifference.Between(AuthorityList(rule), AuthorityList(rule with { ValidFrom = Day.PlusDays(9), ValidTo = Day.PlusDays(9) }), Root);

        Assert.Equal([(PermissionChangeKind.NewlyAllowed, Day.PlusDays(9)), (PermissionChangeKind.NewlyDenied, Day)], changes.Select(static change => (change.Kind, change.Witness.At.Date)));
    }

    // A power that is narrowed to one kind of unit is lost by everybody, and by that kind not.
    [Fact]
    public void Between_PowersOfAKindOfUnit_FindsTheKind()
    {
        var rule = Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol");
        var (any, dedicated) = (AuthorityList(rule), AuthorityList(rule with { Kinds = [GridKind.Dedicated] }));

        Assert.Equal(["NewlyDenied grid-worker (grid)"], Told(any, dedicated));
        Assert.Equal(["NewlyAllowed grid-worker (grid, dedicated)"], Told(AuthorityList(), dedicated));
        Assert.Equal(["NewlyAllowed grid-worker (grid)"], Told(AuthorityList(), any));

        static IEnumerable<string> Told(AuthorityList before, AuthorityList after) => ListDifference.Between(before, after, Root).Select(static change => $"{change.Kind} {change.Holder}");
    }

    // To ask for nobody in particular, the matter is listed before and after; only for whom has changed.
    [Fact]
    public void Between_EntriesForOtherPosts_FindsThePosts()
    {
        var (before, after) = (EntryList(Item("a", "patrol") with { Posts = ["grid-worker"] }), EntryList(Item("a", "patrol") with { Posts = ["verifier"] }));

        var changes = ListDifference.Between(before, after, SmallCounty.Establishment, Root);

        Assert.Equal(
            ["NewlyAllowed patrol village verifier", "NewlyDenied patrol grid grid-worker"],
            changes.Select(static change => $"{change.Kind} {change.Witness.Matter} {change.Witness.Level} {change.Witness.Post}"));
    }

    [Fact]
    public void Between_AnEntryMoreForAll_SaysSoOnceALevel() => Assert.Equal(
        ["NewlyAllowed county ", "NewlyAllowed village ", "NewlyAllowed grid "],
        ListDifference.Between(EntryList(), EntryList(Item("a", "patrol")), SmallCounty.Establishment, Root).Select(static change => $"{change.Kind} {change.Witness.Level} {change.Witness.Post}"));
}
