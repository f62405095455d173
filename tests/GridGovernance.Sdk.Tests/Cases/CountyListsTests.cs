using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tests.Permissions;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>The county's own lists as a case asks them: by the seat's post, its level and, for a department's post alone, its department.</summary>
public class CountyListsTests
{
    private static readonly CountyLists Lists = new(Entries, Powers, Staffing.SmallCounty.Establishment);
    private static readonly GridCode Place = GridCode.Parse("123");
    private static readonly LocalDateTime At = SmallLists.Day.At(new LocalTime(9, 0));

    internal static EntryList Entries => SmallLists.EntryList(SmallLists.Item("patrols", "patrol"), SmallLists.Negative("no-levy", "levy"));

    internal static AuthorityList Powers => SmallLists.AuthorityList(
        SmallLists.Rule("worker-reports", AuthorityStance.May, "grid-worker", "report", "patrol"),
        SmallLists.Rule("handler-handles", AuthorityStance.Must, "handler", "handle", "illegal-building") with { Departments = ["civil-affairs"] });

    [Theory]
    [InlineData("grid-worker", "123", "patrol", "patrols")]
    [InlineData("grid-worker", "123", "levy", "")]
    [InlineData("grid-worker", "123", "visit", "")]
    public void Admission_NamesTheItems_OrWhyNot(string post, string unit, string matter, string items)
    {
        var answer = Lists.Admit(new Seat(post, unit), matter, Place, At);

        Assert.Equal(items, string.Join(",", answer.Rules));
        Assert.Equal(items.Length > 0, answer.IsAllowed);
    }

    [Theory]
    [InlineData("grid-worker", "123", "report", "patrol", "worker-reports")]
    [InlineData("grid-worker", "123", "handle", "patrol", "")]
    [InlineData("handler", "civil-affairs", "handle", "illegal-building", "handler-handles")]
    [InlineData("handler", "health", "handle", "illegal-building", "")]
    [InlineData("handler", "civil-affairs", "report", "illegal-building", "")]
    public void Authority_NamesTheRules_OrWhyNot(string post, string unit, string action, string matter, string rules)
    {
        var answer = Lists.Authorise(new Seat(post, unit), action, matter, Place, At);

        Assert.Equal(rules, string.Join(",", answer.Rules));
        Assert.Equal(rules.Length > 0, answer.IsAllowed);
        Assert.Equal(rules.Length > 0 ? 0 : 1, answer.Refusals.Count(refusal => refusal.Code != "cases.unknown-seat"));
    }

    // The map says what kind of unit a seat is in; without one nobody knows.
    [Fact]
    public void AuthorityForAKindOfUnit_IsAskedOfTheMap()
    {
        var powers = SmallLists.AuthorityList(
            SmallLists.Rule("worker", AuthorityStance.May, "grid-worker", "report", "patrol") with { Kinds = [GridKind.Division] },
            SmallLists.Rule("dedicated", AuthorityStance.May, "grid-worker", "report", "visit") with { Kinds = [GridKind.Dedicated] });
        var lists = new CountyLists(Entries, powers, Staffing.SmallCounty.Establishment, Staffing.SmallCounty.Map("1", "12", "123"));

        bool May(CountyLists lists, string unit, string matter) => lists.Authorise(new Seat("grid-worker", unit), "report", matter, Place, At).IsAllowed;
        Assert.Equal((true, false, false), (May(lists, "123", "patrol"), May(lists, "123", "visit"), May(lists, "124", "patrol")));
        Assert.False(May(new CountyLists(Entries, powers, Staffing.SmallCounty.Establishment), "123", "patrol"));
    }

    [Fact]
    public void AuthorityByDelegation_NamesTheDelegations()
    {
        var delegation = new AuthorityDelegation
        {
            Code = "cover", From = Seat.Parse("grid-worker@123"), To = Seat.Parse("grid-worker@124"), Actions = ["report"], Matters = ["patrol"],
            ValidFrom = SmallLists.Day, ValidTo = SmallLists.Day, Origin = Origin.Sample, Source = "sample",
        };
        var powers = SmallLists.AuthorityList(SmallLists.Rule("worker", AuthorityStance.May, "grid-worker", "report", "patrol") with { Kinds = [GridKind.Division], Places = ["123"] });
        var register = DelegationRegister.Compile(new DelegationListDefinition { Code = "delegations", Delegations = [delegation] }, powers, out _)!;
        ListAnswer Ask(GridMap? map, int days) => new CountyLists(Entries, powers, Staffing.SmallCounty.Establishment, map, register).Authorise(new Seat("grid-worker", "124"), "report", "patrol", Place, At.PlusDays(days));

        var answer = Ask(Staffing.SmallCounty.Map("1", "12", "123"), 0);
        Assert.True(answer.IsAllowed);
        Assert.Equal((["cover"], ["worker"]), (answer.Delegations, answer.Rules));
        Assert.False(Ask(Staffing.SmallCounty.Map("1", "12", "123"), 1).IsAllowed);

        // Without a map nobody knows the kind of the delegating seat's unit.
        Assert.False(Ask(null, 0).IsAllowed);
    }

    [Theory]
    [InlineData("ghost", "123")]
    [InlineData("handler", "no-such")]
    public void ASeatThatNobodyKnows_MayNothing_AndIsNamed(string post, string unit)
    {
        var seat = new Seat(post, unit);
        foreach (var answer in new[] { Lists.Admit(seat, "patrol", Place, At), Lists.Authorise(seat, "report", "patrol", Place, At) })
        {
            var refusal = Assert.Single(answer.Refusals);
            Assert.Equal((RefusalKind.NoSuchAction, "cases.unknown-seat"), (refusal.Kind, refusal.Code));
            Assert.Contains($"\"{seat}\"", refusal.Message.ToString(), StringComparison.Ordinal);
            Assert.Empty(answer.Rules);
        }
    }
}
