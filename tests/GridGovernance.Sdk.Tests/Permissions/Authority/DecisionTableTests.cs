using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>What is decided beforehand, and what is left for when it is asked.</summary>
public sealed class DecisionTableTests
{
    private static readonly AuthorityRule May = Rule("may", AuthorityStance.May, "grid-worker", "handle", "patrol");

    [Fact]
    public void OfRulesWithoutPlacesAndConditions_EverythingIsDecided()
    {
        Assert.Equal(AuthorityStance.May, Decided(true, true, May));
        Assert.Equal(AuthorityStance.MustNot, Decided(false, true, May));
        Assert.Equal(AuthorityStance.May, Decided(false, true, May with { BeyondOwnArea = true }));
        Assert.Equal(AuthorityStance.Lead, Decided(true, true, May, May with { Code = "lead", Stance = AuthorityStance.Lead }));
        Assert.Equal(AuthorityStance.MustNot, Decided(true, true, May, May with { Code = "not", Stance = AuthorityStance.MustNot }));
        Assert.Equal(AuthorityStance.MustNot, Decided(true, true));
    }

    [Fact]
    public void APlace_IsLeftOpen()
    {
        Assert.Null(Decided(true, false, May with { Places = ["12"] }));
        Assert.Null(Decided(true, true, May, May with { Code = "not", Stance = AuthorityStance.MustNot, Places = ["12"] }));
    }

    [Fact]
    public void ACondition_IsLeftOpenWhileOneHolds()
    {
        var rule = May with { Conditions = ["not-the-handler"] };
        Assert.Null(Decided(true, true, rule));
        Assert.Equal(AuthorityStance.MustNot, Decided(true, false, rule));
        Assert.Equal(AuthorityStance.Assist, Decided(true, false, rule, May with { Code = "help", Stance = AuthorityStance.Assist }));
    }

    [Fact]
    public void AKindOfUnit_IsDecided()
    {
        Assert.Equal(AuthorityStance.MustNot, Decided(true, true, May with { Kinds = [GridKind.Dedicated] }));
        Assert.Equal(AuthorityStance.May, Decided(true, true, May, May with { Code = "not", Stance = AuthorityStance.MustNot, Kinds = [GridKind.Dedicated, GridKind.Cell] }));
    }

    [Property(MaxTest = 300)]
    public void ACell_HoldsEntriesThatChangeTwiceAtMost(byte[] drawn, byte length, byte seventh)
    {
        var times = 1 + (length % 32);
        var changes = drawn.Select(static one => (Time: one % 32, Entry: one / 2)).ToArray();
        var entries = Enumerable.Range(0, times).Select(time => changes.LastOrDefault(change => change.Time <= time).Entry).ToArray();
        entries[seventh % times] |= seventh > 240 ? 0x80 : 0;
        var flips = Enumerable.Range(1, times - 1).Count(time => entries[time] != entries[time - 1]);

        var isWritten = DecisionCell.TryWrite(entries, out var cell);

        Assert.Equal(flips <= 2 && entries.All(static entry => entry < 0x80), isWritten);
        Assert.False(cell.IsPointer);
        if (isWritten)
        {
            Assert.Equal(entries, Enumerable.Range(0, times).Select(cell.EntryAt));
        }
    }

    [Fact]
    public void ACell_PointsAtASeriesOrARow()
    {
        Assert.Equal((true, false, 7), (DecisionCell.Series(7).IsPointer, DecisionCell.Series(7).IsRow, DecisionCell.Series(7).Start));
        Assert.Equal((true, true, 9), (DecisionCell.Row(9).IsPointer, DecisionCell.Row(9).IsRow, DecisionCell.Row(9).Start));
    }

    // In whichever order they come: the list sorts them by code.
    [Theory]
    [InlineData("a")]
    [InlineData("z")]
    public void OverAProhibition_NothingIsLeftOpen(string code) =>
        Assert.Equal(AuthorityStance.MustNot, Decided(true, true, May with { Places = ["12"] }, May with { Code = code, Stance = AuthorityStance.MustNot }));

    [Fact]
    public void ATerm_IsDecidedToTheDay()
    {
        var rule = May with { ValidFrom = Day, ValidTo = Day.PlusDays(2) };
        for (var day = -1; day <= 3; day++)
        {
            Assert.Equal(day is >= 0 and <= 2 ? AuthorityStance.May : AuthorityStance.MustNot, Decided(true, true, Day.PlusDays(day), rule));
        }
    }

    // As many days on which an answer changes as the table tells apart, and more: then rules with terms are looked at when asked for.
    [Theory]
    [InlineData(28, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(80, false)]
    public void TermsUpToWhatTheTableHoldsAndMore_ChangeNothing(int days, bool isHeld)
    {
        // Each rule of one day begins and ends: with the two half-open ones these are as many changes as days and two.
        var terms = Enumerable.Range(0, days / 2).Select(static i => May with { Code = $"r{i}", ValidFrom = Day.PlusDays(3 * i), ValidTo = Day.PlusDays(3 * i) });
        var odd = Rule("odd", AuthorityStance.May, "dispatcher", "handle", "patrol") with { ValidFrom = Day.PlusDays(1_000) };
        var list = AuthorityList([
            .. terms,
            .. days % 2 == 0 ? Array.Empty<AuthorityRule>() : [odd],
            Rule("from", AuthorityStance.May, "village-head", "handle", "patrol") with { ValidFrom = Day.PlusDays(8) },
            Rule("to", AuthorityStance.May, "verifier", "handle", "patrol") with { ValidTo = Day.PlusDays(4) }]);
        for (var day = -1; day <= 2 * days; day++)
        {
            bool IsAllowed(string post) => list.Decide(Ask(post, "handle", "patrol") with { At = Day.PlusDays(day).AtMidnight() }).IsAllowed;
            Assert.Equal(day >= 0 && day < days / 2 * 3 && day % 3 == 0, IsAllowed("grid-worker"));
            Assert.Equal((day >= 8, day <= 4), (IsAllowed("village-head"), IsAllowed("verifier")));
        }

        Assert.True(list.TryFindIds(Ask("grid-worker", "handle", "patrol") with { At = Day.AtMidnight() }, out var ids));
        Assert.Equal(isHeld, DecisionTable.TryDecide(ids, true, false, out _));
    }

    private static AuthorityStance? Decided(bool isInOwnArea, bool isConditioned, params AuthorityRule[] rules) => Decided(isInOwnArea, isConditioned, Day, rules);

    /// <summary>Returns what the table says to a grid worker who would handle a patrol; null where it leaves that open.</summary>
    private static AuthorityStance? Decided(bool isInOwnArea, bool isConditioned, LocalDate day, params AuthorityRule[] rules)
    {
        var list = AuthorityList(rules);
        Assert.True(list.TryFindIds(Ask("grid-worker", "handle", "patrol") with { At = day.AtMidnight() }, out var ids));
        return DecisionTable.TryDecide(ids, isInOwnArea, isConditioned, out var stance) ? stance : null;
    }
}
