using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Permissions.Delegation;

public sealed class DelegationProperties
{
    private static readonly string[] Seats = ["village-head@12", "village-head@13", "grid-worker@123", "grid-worker@124", "handler@health", "head@civil-affairs", "commander@1"];
    private static readonly EquatableArray<string> Actions = ["report", "handle", "verify"];
    private static readonly EquatableArray<string> Places = ["1", "12", "123", "124", "133"];
    private static readonly GridKind?[] Kinds = [null, GridKind.Dedicated, GridKind.Comprehensive, GridKind.Micro];

    // Every seat asks everything: who may, by which chain, and by whose power.
    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 30)]
    public void Decide_ByAnyDelegations_AgreesWithEveryChainByHand(AuthorityListDefinition list, AuthorityRequest request, int seed)
    {
        var compiled = SmallLists.AuthorityList(list);
        var definition = Delegations(new Random(seed));
        var register = DelegationRegister.Compile(definition, compiled, out var report)!;
        Assert.False(report.HasErrors);
        var naive = new NaiveDelegations(list, definition);
        foreach (var ask in from name in Seats from action in Actions from matter in SmallLists.Matters from place in Places select Ask(name, action, matter.Code, place))
        {
            var (allowed, chain) = naive.Decide(ask);
            var decision = register.Decide(ask);
            Assert.Equal((allowed, string.Join(' ', chain)), (decision.IsAllowed, string.Join(' ', decision.Chain)));
            Assert.Equal(compiled.Decide(ask), decision.Own);
            Assert.Equal(chain.Length > 0, decision.Root is { IsAllowed: true });
            if (decision.Root is { Request: var root })
            {
                Assert.Equal(ask with { Post = root.Post, Department = root.Department, Level = root.Level, Kind = root.Kind, OwnArea = root.OwnArea }, root);
                Assert.Equal(definition.Delegations.Single(one => one.Code == chain[^1]).From, new Seat(root.Post, root.Department ?? root.OwnArea!.Value.ToString()));
            }
        }

        AuthorityRequest Ask(string name, string action, string matter, string place)
        {
            var seat = DelegationCheck.ActorOf(Seat.Parse(name), compiled.Establishment)!.Value;
            return request with { Post = seat.Post, Department = seat.Department, Level = seat.Level, OwnArea = seat.OwnArea, Action = action, Matter = matter, Place = GridCode.Parse(place) };
        }
    }

    /// <summary>Delegations that are sound by making: half of them pass on what others gave, and no more than that.</summary>
    private static DelegationListDefinition Delegations(Random random)
    {
        var made = new List<AuthorityDelegation>();
        for (var i = 0; i < 8; i++)
        {
            var received = made.Where(static one => one.Depth > 0).OrderBy(_ => random.Next()).FirstOrDefault();
            var from = received is not null && random.Next(3) > 0 ? received.To : Seat.Parse(Seats[random.Next(Seats.Length)]);
            received = received?.To == from ? received : null;
            made.Add(new AuthorityDelegation
            {
                Code = $"d{(i * 5) % 8}",
                From = from,
                To = Seats.Select(static seat => Seat.Parse(seat)).Where(seat => seat != from).ElementAt(random.Next(Seats.Length - 1)),
                FromKind = SmallCounty.Departments.Any(department => department.Code == from.Unit) ? null : Kinds[random.Next(Kinds.Length)],
                Under = received?.Code,
                Depth = received is null ? random.Next(1, 3) : random.Next(received.Depth),
                Actions = Some(received?.Actions ?? Actions),
                Matters = Some(received?.Matters ?? EquatableArray.From(SmallLists.Matters.Select(static matter => matter.Code))),
                Places = received is { Places.Count: > 0 } ? Some(received.Places) : random.Next(2) == 0 ? [] : Some(Places),
                ValidFrom = Later(received?.ValidFrom),
                ValidTo = received?.ValidTo.PlusDays(-random.Next(2)) ?? SmallLists.Day.PlusDays(random.Next(1, 5)),
                Origin = Origin.Sample,
                Source = "sample",
            });
        }

        return new DelegationListDefinition { Code = "delegations", MostDepth = 2, Delegations = EquatableArray.From(made) };

        // Most of what there is, and always something.
        EquatableArray<string> Some(EquatableArray<string> codes)
        {
            var some = codes.Where(_ => random.Next(4) > 0).ToArray();
            return some.Length > 0 ? EquatableArray.From(some) : [codes[random.Next(codes.Count)]];
        }

        NodaTime.LocalDate Later(NodaTime.LocalDate? day) => (day ?? SmallLists.Day.PlusDays(-5)).PlusDays(random.Next(2));
    }
}
