using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>What delegations bring or take, told by what they let their seats do.</summary>
public sealed class DelegationDifferenceTests
{
    private static readonly string[] Seats = ["village-head@12", "grid-worker@123", "grid-worker@124", "handler@health"];

    // Every seat asked for everything on every day, at every place and under every set of conditions.
    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 10)]
    public void Between_AnyTwoRegisters_FindsWhatAskingEverythingFinds(AuthorityListDefinition before, AuthorityListDefinition after, int seed)
    {
        var random = new Random(seed);
        var (old, young) = (Register(before, random), Register(after, random));

        var changes = ListDifference.Between(old, young);

        string[] all = ["not-the-handler", "legal-basis-cited", "is-the-handler"];
        var expected = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var seat in Seats)
        {
            Assert.True(AuthorityActor.TryResolve(seat, old.List.Establishment, out var actor, out _));
            foreach (var request in
                from action in new[] { "report", "handle" }
                from place in new[] { "1", "12", "13", "123", "124", "133" }
                from day in Enumerable.Range(-4, 9)
                from set in Enumerable.Range(0, 8)
                from kind in actor.Department is null ? new GridKind?[] { null, GridKind.Dedicated, GridKind.Comprehensive } : [null]
                select (actor with { Kind = kind }).Ask(action, "patrol", GridCode.Parse(place), SmallLists.Day.PlusDays(day).AtMidnight(), EquatableArray.From(all.Where((_, bit) => (set & (1 << bit)) != 0))))
            {
                var (was, now) = (old.Decide(request), young.Decide(request));
                if (was.IsAllowed != now.IsAllowed && was.Chain.Count + now.Chain.Count > 0)
                {
                    expected.Add($"{seat} {request.Action} {(now.IsAllowed ? PermissionChangeKind.NewlyAllowed : PermissionChangeKind.NewlyDenied)}");
                }
            }
        }

        Assert.Equal(expected, changes.Select(static change => $"{change.Seat} {change.Action} {change.Kind}").Order(StringComparer.Ordinal));
        Assert.All(changes, change => Assert.Equal((change.ChainBefore, change.ChainAfter), (old.Decide(change.Witness).Chain, young.Decide(change.Witness).Chain)));
    }

    // In their own village the heads may do it themselves; the delegation tells everywhere else in the county, of which no unit is named.
    [Fact]
    public void Between_WhatADelegationGivesOutsideEveryNamedUnit_IsFound()
    {
        var delegations = new DelegationListDefinition { Code = "delegations", Delegations = [Lend("handler@health", "village-head@12")] };
        DelegationRegister Register(params AuthorityRule[] rules) => DelegationRegister.Compile(delegations, SmallLists.AuthorityList(rules), out _)!;

        var change = Assert.Single(ListDifference.Between(
            Register(),
            Register(SmallLists.Rule("head", AuthorityStance.Lead, "village-head", "handle", "patrol"), SmallLists.Rule("health", AuthorityStance.Lead, "handler", "handle", "patrol"))));

        Assert.Equal((PermissionChangeKind.NewlyAllowed, GridCode.Parse("1")), (change.Kind, change.Witness.Place));
        Assert.Equal(["one"], change.ChainAfter);
    }

    private static AuthorityDelegation Lend(string from, string to) => new()
    {
        Code = "one", From = Seat.Parse(from), To = Seat.Parse(to), Actions = ["handle"], Matters = ["patrol"], ValidFrom = SmallLists.Day, ValidTo = SmallLists.Day, Origin = Origin.Sample, Source = "sample",
    };

    private static DelegationRegister Register(AuthorityListDefinition list, Random random)
    {
        var delegations = Enumerable.Range(0, 4).Select(i => Lend(Seats[random.Next(Seats.Length)], Seats[random.Next(Seats.Length)]) with
        {
            Code = $"d{i}", Actions = ["report", "handle"],
            ValidFrom = SmallLists.Day.PlusDays(random.Next(-3, 1)), ValidTo = SmallLists.Day.PlusDays(random.Next(3)), Places = random.Next(3) == 0 ? ["12"] : [],
        }).Where(static one => one.From != one.To);
        var register = DelegationRegister.Compile(new DelegationListDefinition { Code = "delegations", Delegations = EquatableArray.From(delegations) }, SmallLists.AuthorityList(list), out var report);
        report.EnsureNoErrors();
        return register!;
    }
}
