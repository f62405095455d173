using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions.Delegation;

public sealed class DelegationTests
{
    private static readonly AuthorityList List = SmallLists.AuthorityList(
        SmallLists.Rule("head-handles", AuthorityStance.Lead, "village-head", "handle", "patrol", "visit"),
        SmallLists.Rule("verifier-not", AuthorityStance.MustNot, "verifier", "handle", "visit"));

    private static readonly DelegationListDefinition Definition = new()
    {
        Code = "delegations",
        MostDepth = 2,
        LongestTerm = TimeLimit.Parse("3 months", null),
        Undelegable = ["verify"],
        Delegations =
        [
            One("first", "village-head@12", "grid-worker@123") with { Depth = 1, Matters = ["patrol", "visit"] },
            One("second", "grid-worker@123", "grid-worker@124") with { Under = "first" },
        ],
    };

    public static TheoryData<string, string, Func<AuthorityDelegation, AuthorityDelegation>> Faults => new()
    {
        { "permissions.bad-code", "/delegations/1/code", static d => d with { Code = "No" } },
        { "permissions.duplicate-code", "/delegations/1/code", static d => d with { Code = "first" } },
        { "permissions.missing-field", "/delegations/1/source", static d => d with { Source = "" } },
        { "permissions.delegation-seat", "/delegations/1/from", static d => d with { From = Seat.Parse("king@1") } },
        { "permissions.delegation-seat", "/delegations/1/to", static d => d with { To = Seat.Parse("grid-worker@12") } },
        { "permissions.delegation-to-itself", "/delegations/1/to", static d => d with { To = d.From } },
        { "permissions.unknown-action-in", "/delegations/1/actions/0", static d => d with { Actions = ["sing"] } },
        { "permissions.missing-field", "/delegations/1/actions", static d => d with { Actions = [] } },
        { "permissions.undelegable", "/delegations/1/actions/0", static d => d with { Actions = ["verify"] } },
        { "permissions.unknown-matter-in", "/delegations/1/matters/0", static d => d with { Matters = ["song"] } },
        { "permissions.missing-field", "/delegations/1/matters", static d => d with { Matters = [] } },
        { "permissions.bad-place", "/delegations/1/places/0", static d => d with { Places = ["12345678"] } },
        { "permissions.ends-before-start", "/delegations/1/validTo", static d => d with { ValidTo = d.ValidFrom.PlusDays(-1) } },
        { "permissions.delegation-too-long", "/delegations/1/validTo", static d => d with { ValidTo = d.ValidFrom.PlusMonths(3) } },
        { "permissions.delegation-not-received", "/delegations/1/under", static d => d with { Under = "third" } },
        { "permissions.delegation-not-received", "/delegations/1/under", static d => d with { From = Seat.Parse("grid-worker@133") } },
        { "permissions.delegation-depth", "/delegations/1/depth", static d => d with { Depth = 1 } },
        { "permissions.delegation-depth", "/delegations/1/depth", static d => d with { Depth = -1 } },
        { "permissions.delegation-depth", "/delegations/1/depth", static d => d with { Under = null, Depth = 3 } },
        { "permissions.delegation-depth", "/delegations/1/depth", static d => d with { Under = null, Depth = -1 } },
        { "permissions.delegation-wider", "/delegations/1/actions", static d => d with { Actions = ["handle", "report"] } },
        { "permissions.delegation-wider", "/delegations/1/matters", static d => d with { Matters = ["illegal-building"] } },
        { "permissions.delegation-wider", "/delegations/1/validFrom", static d => d with { ValidFrom = d.ValidFrom.PlusDays(-1) } },
        { "permissions.delegation-wider", "/delegations/1/validTo", static d => d with { ValidTo = d.ValidTo.PlusDays(1) } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Compile_OfAFault_NamesItsPlace(string code, string path, Func<AuthorityDelegation, AuthorityDelegation> plant)
    {
        var faulty = Definition with { Delegations = [Definition.Delegations[0], plant(Definition.Delegations[1])] };

        Assert.Null(DelegationRegister.Compile(faulty, List, out var report));
        Assert.Contains(report, finding => string.Equals(finding.Code, code, StringComparison.Ordinal) && string.Equals(finding.Place.Path, path, StringComparison.Ordinal));
    }

    [Fact]
    public void Compile_OfAFaultyList_NamesEveryFault()
    {
        var faulty = Definition with { Code = "No", MostDepth = -1, LongestTerm = TimeLimit.Parse("3 working-days", null), Undelegable = ["sing"], Delegations = [] };
        Assert.Null(DelegationRegister.Compile(faulty, List, out var report));
        Assert.Equal(["/code", "/undelegable/0", "/mostDepth", "/longestTerm"], report.Select(static finding => finding.Place.Path));
    }

    [Theory]
    [InlineData("10 calendar-days", 9, true)]
    [InlineData("10 calendar-days", 10, false)]
    [InlineData("1 calendar-days", 0, true)]
    [InlineData("1 months", 27, true)]
    [InlineData("1 months", 28, false)]
    [InlineData("1 years", 364, true)]
    [InlineData("1 years", 365, false)]
    public void Compile_OfATerm_LetsItsLastDayIn(string longest, int days, bool isSound)
    {
        // From 2 February 2026, a month ends on 1 March, a year on 1 February.
        var one = One("one", "village-head@12", "grid-worker@123");
        var register = DelegationRegister.Compile(Definition with { LongestTerm = TimeLimit.Parse(longest, null), Delegations = [one with { ValidTo = one.ValidFrom.PlusDays(days) }] }, List, out var report);

        Assert.Equal(isSound, register is not null);
        Assert.Equal(isSound ? [] : ["permissions.delegation-too-long"], report.Select(static finding => finding.Code));
    }

    [Fact]
    public void Compile_OfADelegationAtTheEndOfTheCalendar_CountsItsTermToTheLastDay()
    {
        var one = One("one", "village-head@12", "grid-worker@123") with { ValidFrom = LocalDate.MaxIsoValue.PlusDays(-5), ValidTo = LocalDate.MaxIsoValue };
        Assert.NotNull(DelegationRegister.Compile(Definition with { Delegations = [one] }, List, out _));
    }

    [Fact]
    public void Compile_WithoutDepth_LetsNothingBePassedOn()
    {
        var one = One("one", "village-head@12", "grid-worker@123");
        Assert.NotNull(DelegationRegister.Compile(Definition with { MostDepth = 0, Delegations = [one] }, List, out _));
        Assert.Null(DelegationRegister.Compile(Definition with { MostDepth = 0, Delegations = [one with { Depth = 1 }] }, List, out var report));
        Assert.Equal("/delegations/0/depth", Assert.Single(report).Place.Path);
        Assert.Null(DelegationRegister.Compile(Definition with { MostDepth = 0, Delegations = [one, One("two", "grid-worker@123", "grid-worker@124") with { Under = "one" }] }, List, out report));
        Assert.Equal("/delegations/1/depth", Assert.Single(report).Place.Path);
        Assert.NotNull(DelegationRegister.Compile(Definition with { MostDepth = 1, Delegations = [one with { Depth = 1 }, One("two", "grid-worker@123", "grid-worker@124") with { Under = "one" }] }, List, out _));
    }

    [Fact]
    public void Compile_OfPlaces_AsksThatTheyLieInside()
    {
        var parent = Definition.Delegations[0] with { Places = ["12"] };
        Assert.NotNull(DelegationRegister.Compile(Definition with { Delegations = [parent, Definition.Delegations[1] with { Places = ["124", "12"] }] }, List, out _));
        Assert.Null(DelegationRegister.Compile(Definition with { Delegations = [parent, Definition.Delegations[1] with { Places = ["124", "13"] }] }, List, out var report));
        Assert.Equal("/delegations/1/places", Assert.Single(report).Place.Path);
        Assert.Null(DelegationRegister.Compile(Definition with { Delegations = [parent, Definition.Delegations[1]] }, List, out _));

        // Inside one of them is enough.
        Assert.NotNull(DelegationRegister.Compile(Definition with { Delegations = [parent with { Places = ["12", "13"] }, Definition.Delegations[1] with { Places = ["124", "133"] }] }, List, out _));
    }

    [Theory]
    [InlineData(0, "–")]
    [InlineData(1, "0–0")]
    [InlineData(2, "0–1")]
    public void Compile_OfADepth_SaysHowDeepItMayBe(int received, string expected)
    {
        var faulty = Definition with { Delegations = [Definition.Delegations[0] with { Depth = received }, Definition.Delegations[1] with { Depth = received }] };
        Assert.Null(DelegationRegister.Compile(faulty, List, out var report));
        Assert.Contains($" {expected}, ", Assert.Single(report).Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("health", true)]
    [InlineData("civil-affairs", false)]
    public void Decide_ByDelegationToADepartmentsSeat_AsksForTheDepartment(string department, bool allowed)
    {
        var register = Register(Definition with { Delegations = [One("to-health", "village-head@12", "handler@health")] });
        Assert.Equal(allowed, register.Decide(SmallLists.Ask("handler", "handle", "visit", department)).IsAllowed);
    }

    [Fact]
    public void ADefinition_ComesBackFromItsFile() =>
        Assert.Equal(Definition, GovernanceJson.Read<DelegationListDefinition>(GovernanceJson.Write(Definition), "delegations.json").Value);

    [Theory]
    [InlineData("village-head", "12", "visit", "123", 0, true, "")]
    [InlineData("grid-worker", "123", "visit", "123", 0, true, "first")]
    [InlineData("grid-worker", "123", "visit", "124", 0, true, "first")]
    [InlineData("grid-worker", "123", "visit", "133", 0, false, "")]
    [InlineData("grid-worker", "123", "illegal-building", "123", 0, false, "")]
    [InlineData("grid-worker", "133", "visit", "123", 0, false, "")]
    [InlineData("grid-worker", "124", "visit", "123", 0, true, "second first")]
    [InlineData("grid-worker", "124", "patrol", "123", 0, false, "")]
    [InlineData("grid-worker", "123", "visit", "123", -1, false, "")]
    [InlineData("grid-worker", "123", "visit", "123", 88, true, "first")]
    [InlineData("grid-worker", "123", "visit", "123", 89, false, "")]
    public void Decide_ByDelegation_StaysWithinIt(string post, string area, string matter, string place, int days, bool allowed, string chain)
    {
        var register = Register(Definition with { Delegations = [Definition.Delegations[0] with { ValidTo = SmallLists.Day.PlusDays(88) }, Definition.Delegations[1]] });
        var decision = register.Decide(Ask(post, area, matter, place) with { At = SmallLists.Day.PlusDays(days).AtMidnight() });

        Assert.Equal(allowed, decision.IsAllowed);
        Assert.Equal(chain, string.Join(' ', decision.Chain));
        Assert.Equal(chain.Length > 0, decision.Root is not null);
        Assert.All(decision.Root is { } root ? [root] : Array.Empty<AuthorityDecision>(), static root => Assert.Equal(["head-handles"], root.Rules));
    }

    [Fact]
    public void Decide_WhenTheDelegateIsForbidden_StaysDenied()
    {
        var register = Register(Definition with { Delegations = [One("to-verifier", "village-head@12", "verifier@12")] });
        Assert.False(register.Decide(Ask("verifier", "12", "visit", "123")).IsAllowed);
    }

    [Fact]
    public void Decide_WhenTheDelegatorLosesThePower_IsDeniedAtOnce()
    {
        var rules = List.Definition.Rules.Add(SmallLists.Rule("stop", AuthorityStance.MustNot, "village-head", "handle", "visit") with { ValidFrom = SmallLists.Day.PlusDays(3) });
        var register = Register(Definition, SmallLists.AuthorityList(List.Definition with { Rules = rules }));

        Assert.True(register.Decide(Ask("grid-worker", "123", "visit", "123")).IsAllowed);
        Assert.False(register.Decide(Ask("grid-worker", "123", "visit", "123") with { At = SmallLists.Day.PlusDays(3).AtMidnight() }).IsAllowed);
    }

    [Fact]
    public void Decide_AlongAForbiddenLink_IsDenied()
    {
        var rules = List.Definition.Rules.Add(SmallLists.Rule("stop", AuthorityStance.MustNot, "grid-worker", "handle", "visit") with { Places = ["123"] });
        var register = Register(Definition, SmallLists.AuthorityList(List.Definition with { Rules = rules }));
        Assert.False(register.Decide(Ask("grid-worker", "124", "visit", "123")).IsAllowed);
        Assert.True(register.Decide(Ask("grid-worker", "124", "visit", "124")).IsAllowed);
    }

    [Fact]
    public void Decide_OfSeveralWays_TakesTheShortest()
    {
        var register = Register(Definition with { Delegations = Definition.Delegations.Add(One("zero", "village-head@12", "grid-worker@124")).Add(One("also", "village-head@12", "grid-worker@124")) });
        Assert.Equal(["also"], register.Decide(Ask("grid-worker", "124", "visit", "123")).Chain);
    }

    private static DelegationRegister Register(DelegationListDefinition definition, AuthorityList? list = null)
    {
        var register = DelegationRegister.Compile(definition, list ?? List, out var report);
        report.EnsureNoErrors();
        return register!;
    }

    private static AuthorityRequest Ask(string post, string area, string matter, string place) =>
        SmallLists.Ask(post, "handle", matter) with { OwnArea = GridCode.Parse(area), Place = GridCode.Parse(place) };

    private static AuthorityDelegation One(string code, string from, string to) => new()
    {
        Code = code, From = Seat.Parse(from), To = Seat.Parse(to), Actions = ["handle"], Matters = ["visit"],
        ValidFrom = SmallLists.Day, ValidTo = SmallLists.Day.PlusDays(30), Origin = Origin.Sample, Source = "sample",
    };
}
