using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class AuthorityListProperties
{
    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 200)]
    public void Decide_OnAnyListAndRequests_AgreesWithTheNaiveEvaluator(AuthorityListDefinition list, AuthorityRequest[] requests)
    {
        var compiled = SmallLists.AuthorityList(list);
        Assert.All(requests, request =>
        {
            var decision = compiled.Decide(request);
            var naive = NaiveLists.Decide(list, SmallLists.Matters, request);
            Assert.Equal(naive.Allowed, decision.IsAllowed);
            Assert.Equal(naive.Rules, decision.Rules);
            Assert.Equal(naive.Causes, decision.Refusals.Select(static refusal => refusal.Kind));
            Assert.Equal(naive.Allowed ? null : naive.Causes[0], decision.Cause);
            Assert.Equal(naive.Allowed ? list.Rules.Where(rule => naive.Rules.Contains(rule.Code)).Max(static rule => rule.Stance) : AuthorityStance.MustNot, decision.Stance);

            // By numbers, too.
            var isInOwnArea = request.OwnArea is not { } area || request.Place.ToString().StartsWith(area.ToString(), StringComparison.Ordinal);
            Assert.True(compiled.TryFindIds(request, out var ids));
            Assert.Equal(decision.Stance, compiled.Decide(ids, request.Place, isInOwnArea, compiled.ConditionsOf(request.Conditions)));
        });
    }

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 2)]
    public void Decide_WhereTheTableWouldBeTooLarge_IsTheSame(AuthorityListDefinition list, AuthorityRequest[] requests)
    {
        var plain = SmallLists.AuthorityList(list);
        var many = EquatableArray.From(SmallLists.Matters.Concat(Enumerable.Range(0, 200_000).Select(static i => SmallLists.Matters[0] with { Code = $"more-{i}" })));
        var large = AuthorityList.Compile(list, MatterCatalogue.Compile(many, plain.Establishment, out _)!, plain.Establishment, out _)!;

        Assert.All(requests, request => Assert.Equal(plain.Decide(request).Stance, large.Decide(request).Stance));
    }

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 200)]
    public void Decide_OnShuffledRules_IsTheSame(AuthorityListDefinition list, AuthorityRequest[] requests, int seed)
    {
        var (plain, shuffled) = (SmallLists.AuthorityList(list), SmallLists.AuthorityList(list with { Rules = EquatableArray.From(Shuffled(list.Rules, seed)) }));
        Assert.All(requests, request =>
        {
            var (decision, again) = (plain.Decide(request), shuffled.Decide(request));
            Assert.Equal(decision.Stance, again.Stance);
            Assert.Equal(decision.Rules, again.Rules);
            Assert.Equal(decision.Refusals, again.Refusals);
            Assert.Equal(decision.Explain(), again.Explain());
        });
    }

    // A yes rests on each rule that it names and on no other: one of them is enough, without all of them it is a no.
    // A no by prohibition likewise: without the prohibitions it is a yes wherever something permits.
    [Property(Arbitrary = [typeof(ListGenerators)])]
    public void Decide_WithoutTheReasonsItNamed_Flips(AuthorityListDefinition list, AuthorityRequest request)
    {
        var decision = SmallLists.AuthorityList(list).Decide(request);
        var named = decision.Rules;
        var isForbidden = decision.Refusals.Any(static refusal => refusal.Code is "permissions.prohibited");
        if (decision.IsAllowed || isForbidden)
        {
            Assert.NotEmpty(named);
            Assert.All(named, code => Assert.Equal(decision.IsAllowed, Decide(list, request, rule => !named.Contains(rule.Code) || Is(rule, code)).IsAllowed));
            Assert.All(named, code => Assert.Equal([code], Decide(list, request, rule => !named.Contains(rule.Code) || Is(rule, code)).Rules));
        }

        var without = Decide(list, request, rule => !named.Contains(rule.Code));
        Assert.Equal(!decision.IsAllowed && isForbidden && decision.Refusals.All(static refusal => refusal.Code is "permissions.prohibited"), without.IsAllowed);
        Assert.Equal(decision.Rules.Count == 0, without.Rules == decision.Rules && without.Refusals == decision.Refusals);
    }

    // What a no by default names came nearest: free of what stands against it, each of these rules alone turns the no into a yes.
    [Property(Arbitrary = [typeof(ListGenerators)])]
    public void Decide_WithANamedRuleFreedOfItsBounds_TurnsANoByDefaultIntoAYes(AuthorityListDefinition list, AuthorityRequest request)
    {
        var decision = SmallLists.AuthorityList(list).Decide(request);
        if (decision.IsAllowed || decision.Refusals.Any(static refusal => refusal.Code is "permissions.prohibited"))
        {
            return;
        }

        Assert.All(decision.Rules, code =>
        {
            var freed = list.Rules.Select(rule => !Is(rule, code) ? rule : rule with
            {
                Posts = [request.Post], Departments = [], Levels = [], Kinds = [], Places = [], BeyondOwnArea = true, Conditions = [], ValidFrom = null, ValidTo = null,
            });
            var again = SmallLists.AuthorityList(list with { Rules = EquatableArray.From(freed) }).Decide(request);
            Assert.True(again.IsAllowed);
            Assert.Equal([code], again.Rules);
        });
    }

    [Property(Arbitrary = [typeof(ListGenerators)])]
    public void LeadsFor_EveryLead_MayDoItWhereItsConditionsHold(AuthorityListDefinition list, AuthorityRequest request)
    {
        var compiled = SmallLists.AuthorityList(list);
        foreach (var lead in compiled.LeadsFor(request.Matter, request.Action, request.Place, request.At))
        {
            // A holder without a post, department or level stands for many; the request's own fill in.
            var ask = request with { OwnArea = null, Conditions = ["not-the-handler", "legal-basis-cited", "is-the-handler"] };
            ask = ask with { Post = lead.Holder.Post ?? ask.Post, Department = lead.Holder.Department ?? ask.Department, Level = lead.Holder.Level ?? ask.Level, Kind = lead.Holder.Kind ?? ask.Kind };
            var decision = compiled.Decide(ask);
            Assert.True(decision.Stance == AuthorityStance.Lead || decision.Refusals.Any(static refusal => refusal.Code is "permissions.prohibited"));
            Assert.All(lead.Rules, code => Assert.Equal(AuthorityStance.Lead, list.Rules.Single(rule => string.Equals(rule.Code, code, StringComparison.Ordinal)).Stance));
        }
    }

    private static AuthorityRule[] Shuffled(EquatableArray<AuthorityRule> rules, int seed)
    {
        var shuffled = rules.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private static AuthorityDecision Decide(AuthorityListDefinition list, AuthorityRequest request, Func<AuthorityRule, bool> stays) =>
        SmallLists.AuthorityList(list with { Rules = EquatableArray.From(list.Rules.Where(stays)) }).Decide(request);

    private static bool Is(AuthorityRule rule, string code) => string.Equals(rule.Code, code, StringComparison.Ordinal);
}
