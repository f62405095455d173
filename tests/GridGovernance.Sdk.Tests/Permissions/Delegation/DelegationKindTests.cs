using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions.Delegation;

/// <summary>Powers that hang on the kind of the unit where the delegating seat is, and powers that are not there to be delegated.</summary>
public sealed class DelegationKindTests
{
    private static readonly GridKind?[] Kinds = [null, GridKind.Dedicated, GridKind.Comprehensive, GridKind.Micro];

    private static readonly AuthorityRule Leads = SmallLists.Rule("leads", AuthorityStance.Lead, "village-head", "handle", "visit");

    // The delegating seat asked by a second evaluator, with the kind that its unit really has; where nobody says the kind, with every kind.
    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 60)]
    public void Decide_ByADelegation_IsWhatTheDelegatorMayDoInAUnitOfItsKind(AuthorityListDefinition list, AuthorityRequest request, int seed)
    {
        var kind = Kinds[(seed & int.MaxValue) % Kinds.Length];
        var one = One(request) with { FromKind = kind, Actions = ["report", "handle", "verify"], Matters = EquatableArray.From(SmallLists.Matters.Select(static matter => matter.Code)) };
        var compiled = SmallLists.AuthorityList(list);
        var register = DelegationRegister.Compile(Of(one), compiled, out var report)!;
        Assert.False(report.HasErrors);
        foreach (var (action, matter, place) in from action in one.Actions from matter in one.Matters from place in new[] { "12", "123", "124" } select (action, matter, place))
        {
            var ask = request with { Post = "grid-worker", Department = null, Level = "grid", OwnArea = GridCode.Parse("124"), Action = action, Matter = matter, Place = GridCode.Parse(place) };
            var isForbidden = compiled.Decide(ask).Refusals.Any(static refusal => refusal.Code is "permissions.prohibited");
            var lent = (kind is null ? Kinds : [kind]).All(of => Naive(ask with { Post = "village-head", Level = "village", Kind = of, OwnArea = GridCode.Parse("12") }));

            Assert.Equal(Naive(ask) || (!isForbidden && lent), register.Decide(ask).IsAllowed);
        }

        bool Naive(AuthorityRequest ask) => NaiveLists.Decide(list, SmallLists.Matters, ask).Allowed;
    }

    // A prohibition for a kind of unit, and a power for one: who asks cannot say of what kind the delegator's unit is, so the register must know.
    [Theory]
    [InlineData(AuthorityStance.MustNot, GridKind.Community, false)]
    [InlineData(AuthorityStance.MustNot, GridKind.Village, true)]
    [InlineData(AuthorityStance.MustNot, null, false)]
    [InlineData(AuthorityStance.May, GridKind.Community, true)]
    [InlineData(AuthorityStance.May, GridKind.Village, false)]
    [InlineData(AuthorityStance.May, null, false)]
    public void Decide_WhereARuleIsForAKindOfUnit_TheDelegatorsKindCounts(AuthorityStance stance, GridKind? kind, bool allowed)
    {
        var communities = Leads with { Code = "communities", Stance = stance, Kinds = [GridKind.Community] };
        var list = SmallLists.AuthorityList(stance == AuthorityStance.MustNot ? [Leads, communities] : [communities]);
        var request = SmallLists.Ask("grid-worker", "handle", "visit") with { OwnArea = GridCode.Parse("124"), Place = GridCode.Parse("124") };

        var named = DelegationRegister.Compile(Of(One(request) with { FromKind = kind }), list, out var report)!;
        Assert.Equal(allowed, named.Decide(request).IsAllowed);
        Assert.Equal(
            kind is null ? ["permissions.delegation-kind-open"] : allowed ? [] : ["permissions.delegation-powerless"],
            report.Select(static finding => finding.Code));

        // A map knows better than the file.
        var silent = DelegationRegister.Compile(Of(One(request) with { FromKind = GridKind.Micro }), list, out _)!;
        Assert.Equal(kind is null ? stance == AuthorityStance.MustNot : allowed, silent.WithMap(Map(kind ?? GridKind.Division)).Decide(request).IsAllowed);
    }

    [Fact]
    public void Decide_ALinkWhoseKindIsForbidden_PassesNothingOn()
    {
        var request = SmallLists.Ask("handler", "handle", "visit", "health") with { Place = GridCode.Parse("124") };
        var list = SmallLists.AuthorityList(Leads, SmallLists.Rule("not", AuthorityStance.MustNot, "grid-worker", "handle", "visit") with { Kinds = [GridKind.Micro] });
        var first = One(request) with { Depth = 1 };
        AuthorityDelegation second = first with { Code = "second", From = first.To, To = Seat.Parse("handler@health"), Under = "one", Depth = 0 };

        bool Ask(GridKind? kind) => DelegationRegister.Compile(Of(first, second with { FromKind = kind }), list, out _)!.Decide(request).IsAllowed;
        Assert.Equal((false, false, true), (Ask(GridKind.Micro), Ask(null), Ask(GridKind.Dedicated)));
    }

    [Fact]
    public void Compile_OfAKindForADepartment_IsAnError()
    {
        var one = One(SmallLists.Ask("grid-worker", "handle", "visit")) with { From = Seat.Parse("handler@health"), FromKind = GridKind.Micro };
        Assert.Null(DelegationRegister.Compile(Of(one), SmallLists.AuthorityList(Leads), out var report));
        Assert.Equal(("permissions.delegation-kind", "/delegations/0/fromKind"), (Assert.Single(report).Code, report[0].Place.Path));
    }

    // Whoever never has a power passes none on: the register says so of each action, for all its matters at once.
    [Theory]
    [InlineData("handle", "visit", "123", 0, null)]
    [InlineData("handle", "patrol", "123", 0, "permissions.delegation-powerless")]
    [InlineData("report", "visit", "123", 0, "permissions.delegation-powerless")]
    [InlineData("handle", "visit", "133", 0, "permissions.delegation-powerless")]
    [InlineData("handle", "visit", "123", 9, "permissions.delegation-powerless")]
    [InlineData("handle", "visit", "123", 8, null)]
    public void Compile_OfAPowerThatIsNotThere_Warns(string action, string matter, string place, int days, string? code)
    {
        var list = SmallLists.AuthorityList(Leads with { ValidTo = SmallLists.Day.PlusDays(8), Places = ["12"], Conditions = ["legal-basis-cited"] });
        var one = One(SmallLists.Ask("grid-worker", action, matter)) with { Places = [place], ValidFrom = SmallLists.Day.PlusDays(days) };

        Assert.NotNull(DelegationRegister.Compile(Of(one), list, out var report));

        Assert.Equal(code is null ? [] : [code], report.Select(static finding => finding.Code));
        Assert.All(report, finding => Assert.Equal((FindingSeverity.Warning, "/delegations/0/actions/0"), (finding.Severity, finding.Place.Path)));
    }

    [Fact]
    public void AKind_ComesBackFromItsFile()
    {
        var definition = Of(One(SmallLists.Ask("grid-worker", "handle", "visit")) with { FromKind = GridKind.OffTerritory });
        Assert.Equal(definition, GovernanceJson.Read<DelegationListDefinition>(GovernanceJson.Write(definition), "delegations.json").Value);
    }

    private static GridMap Map(GridKind kind)
    {
        GridUnit Unit(string code, GridKind of) => new() { Code = GridCode.Parse(code), Name = code, Level = SmallCounty.Scheme.Levels[code.Length - 1], Kind = of, Parent = code.Length == 1 ? null : GridCode.Parse(code[..^1]) };
        var map = GridMap.Create(SmallCounty.Scheme, [Unit("1", GridKind.Division), Unit("12", kind)], out var report);
        report.EnsureNoErrors();
        return map!;
    }

    private static DelegationListDefinition Of(params AuthorityDelegation[] delegations) => new() { Code = "delegations", MostDepth = 2, Delegations = EquatableArray.From(delegations) };

    private static AuthorityDelegation One(AuthorityRequest request) => new()
    {
        Code = "one", From = Seat.Parse("village-head@12"), To = Seat.Parse("grid-worker@124"), Actions = [request.Action], Matters = [request.Matter],
        ValidFrom = SmallLists.Day.PlusDays(-9), ValidTo = SmallLists.Day.PlusDays(9), Origin = Origin.Sample, Source = "sample",
    };
}
