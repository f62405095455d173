using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>The nearest thing that would work does work: whatever a denial names is done and asked again.</summary>
public sealed class NearestProperties
{
    private static readonly string[] Conditions = ["not-the-handler", "legal-basis-cited", "is-the-handler"];

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 400)]
    public void Refusals_EveryNearest_Works(AuthorityListDefinition list, AuthorityRequest request)
    {
        var compiled = SmallLists.AuthorityList(list);
        foreach (var refusal in compiled.Decide(request).Refusals.Where(static refusal => refusal.Nearest is not null))
        {
            Assert.All(Done(request, refusal.Nearest!), done => Assert.True(compiled.Decide(done).IsAllowed, $"{refusal.Nearest} ({done})"));
        }
    }

    // Where somebody of the establishment asks by default in vain and nothing is named, nothing works: no place, day or conditions of their own, and nobody else.
    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 150)]
    public void Refusals_WithoutANearest_HaveNone(AuthorityListDefinition list, AuthorityRequest request)
    {
        var compiled = SmallLists.AuthorityList(list);
        var refusals = compiled.Decide(request).Refusals;
        if (refusals.Count != 1 || refusals[0].Nearest is not null || refusals[0].Kind is not (RefusalKind.NotYourGrid or RefusalKind.OutsideListOrTime or RefusalKind.ConditionUnmet) || refusals[0].Code is "permissions.prohibited")
        {
            return;
        }

        var sets = Enumerable.Range(0, 8).Select(set => EquatableArray.From(request.Conditions.Union(Conditions.Where((_, bit) => (set & (1 << bit)) != 0)))).Distinct().ToArray();
        Assert.All(
            from place in new[] { "1", "12", "13", "123", "124", "133" }
            from day in Enumerable.Range(-5, 11)
            from conditions in sets
            select request with { Place = GridCode.Parse(place), At = SmallLists.Day.PlusDays(day).AtMidnight(), Conditions = conditions },
            other => Assert.False(compiled.Decide(other).IsAllowed, other.ToString()));
        Assert.All(
            from actor in AuthorityAnalysis.ActorsOf(SmallCounty.Establishment)
            from conditions in sets
            where (actor.Post.Code, actor.Department) != (request.Post, request.Department)
            select request with { Post = actor.Post.Code, Department = actor.Department, Level = actor.Level, Kind = null, OwnArea = null, Conditions = conditions },
            other => Assert.False(compiled.Decide(other).IsAllowed, other.ToString()));
    }

    [Fact]
    public void AHolderWhomAProhibitionStops_IsNotNamed()
    {
        var list = SmallLists.AuthorityList(
            SmallLists.Rule("may", AuthorityStance.May, "village-head", "handle", "patrol") with { Posts = ["village-head", "commander"] },
            SmallLists.Rule("not", AuthorityStance.MustNot, "village-head", "handle", "patrol") with { Places = ["12"] });

        Assert.Equal("These may do it: commander.", list.Decide(SmallLists.Ask("grid-worker", "handle", "patrol")).Refusals[0].Nearest!.En());
        Assert.Equal("These may do it: commander, village-head.", list.Decide(SmallLists.Ask("grid-worker", "handle", "patrol") with { Place = GridCode.Parse("13") }).Refusals[0].Nearest!.En());
    }

    [Fact]
    public void SeveralThingsTogether_AreNamedTogether()
    {
        var list = SmallLists.AuthorityList(SmallLists.Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol") with
        {
            Places = ["13"], ValidFrom = SmallLists.Day.PlusDays(3), Conditions = ["legal-basis-cited"],
        });

        Assert.Equal(
            "It holds in: 13. It works from 2026-02-05. It takes also: legal-basis-cited.",
            list.Decide(SmallLists.Ask("grid-worker", "handle", "patrol")).Refusals[0].Nearest!.En());
        Assert.Equal("These may do it: grid-worker; it takes also: legal-basis-cited.", list.Decide(SmallLists.Ask("handler", "handle", "patrol", "health") with { Place = GridCode.Parse("13"), At = SmallLists.Day.PlusDays(3).AtMidnight() }).Refusals[0].Nearest!.En());
    }

    [Fact]
    public void TheOwnArea_BoundsThePlacesNamed()
    {
        var list = SmallLists.AuthorityList(SmallLists.Rule("r", AuthorityStance.May, "village-head", "handle", "patrol") with { Places = ["123", "13"] });
        var request = SmallLists.Ask("village-head", "handle", "patrol") with { OwnArea = GridCode.Parse("12"), Place = GridCode.Parse("124") };

        Assert.Equal("It holds in: 123.", list.Decide(request).Refusals[0].Nearest!.En());
    }

    /// <summary>Does what a message says: one request for each thing that it names.</summary>
    private static IEnumerable<AuthorityRequest> Done(AuthorityRequest request, Message nearest)
    {
        string[] Names(int value) => ((string)nearest.Values[value]!).Split(", ");
        AuthorityRequest With(AuthorityRequest ask, string[] conditions) => ask with { Conditions = EquatableArray.From(ask.Conditions.Concat(conditions)) };
        return nearest.Code switch
        {
            "permissions.nearest-actions" => Names(0).Select(action => request with { Action = action }),
            "permissions.nearest-places" => Names(0).Select(place => request with { Place = GridCode.Parse(place) }),
            "permissions.nearest-from" or "permissions.nearest-until" => [request with { At = ((LocalDate)nearest.Values[0]!).At(request.At.TimeOfDay) }],
            "permissions.nearest-conditions" => [With(request, Names(0))],
            "permissions.nearest-together" => Done(request, (Message)nearest.Values[0]!).SelectMany(one => Done(one, (Message)nearest.Values[1]!)),
            "permissions.nearest-holder" => Names(0).Select(name => As(request, name)),
            "permissions.nearest-holder-if" => Names(0).Select(name => With(As(request, name), Names(1))),
            _ => throw new InvalidOperationException(nearest.Code),
        };
    }

    /// <summary>Asks as somebody named: of the establishment, and where no kind is said in a unit of any.</summary>
    private static AuthorityRequest As(AuthorityRequest request, string name)
    {
        var (who, kind) = name.Split(" (") is [var seat, var rest] ? (seat, (GridKind?)Enum.GetValues<GridKind>().Single(kind => kind.ToString().Equals(rest.Replace("-", "", StringComparison.Ordinal).TrimEnd(')'), StringComparison.OrdinalIgnoreCase))) : (name, null);
        Assert.True(AuthorityActor.TryResolve(who, SmallCounty.Establishment, out var actor, out var problem), problem?.ToString());
        return request with { Post = actor.Post, Department = actor.Department, Level = actor.Level, Kind = kind, OwnArea = null };
    }
}
