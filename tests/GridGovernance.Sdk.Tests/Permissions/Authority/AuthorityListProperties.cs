using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class AuthorityListProperties
{
    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 3000)]
    public void Decide_OnAnyListAndRequest_AgreesWithTheNaiveEvaluator(AuthorityListDefinition list, AuthorityRequest request)
    {
        var decision = SmallLists.AuthorityList(list).Decide(request);

        var naive = NaiveLists.Decide(list, SmallLists.Matters, request);
        Assert.Equal(naive.Allowed, decision.IsAllowed);
        Assert.Equal(naive.Rules, decision.Rules);
        Assert.Equal(naive.Causes, decision.Refusals.Select(static refusal => refusal.Kind));
        Assert.Equal(naive.Allowed ? null : naive.Causes[0], decision.Cause);
    }

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 6)]
    public void Decide_WhereTheTableWouldBeTooLarge_IsTheSame(AuthorityListDefinition list, AuthorityRequest[] requests)
    {
        var plain = SmallLists.AuthorityList(list);
        var many = EquatableArray.From(SmallLists.Matters.Concat(Enumerable.Range(0, 200_000).Select(static i => SmallLists.Matters[0] with { Code = $"more-{i}" })));
        var large = AuthorityList.Compile(list, MatterCatalogue.Compile(many, plain.Establishment, out _)!, plain.Establishment, out _)!;

        Assert.All(requests, request => Assert.Equal(plain.Decide(request).Stance, large.Decide(request).Stance));
    }

    [Property(Arbitrary = [typeof(ListGenerators)])]
    public void Decide_OnShuffledRules_IsTheSame(AuthorityListDefinition list, AuthorityRequest request, int seed)
    {
        var decision = SmallLists.AuthorityList(list).Decide(request);

        var shuffled = list with { Rules = EquatableArray.From(list.Rules.OrderBy(rule => (rule.Code.GetHashCode(StringComparison.Ordinal) * 31) ^ seed).ThenBy(static rule => rule.Code, StringComparer.Ordinal)) };
        var again = SmallLists.AuthorityList(shuffled).Decide(request);
        Assert.Equal(decision.Stance, again.Stance);
        Assert.Equal(decision.Rules, again.Rules);
        Assert.Equal(decision.Refusals, again.Refusals);
        Assert.Equal(decision.Explain(), again.Explain());
    }

    [Property(Arbitrary = [typeof(ListGenerators)])]
    public void Decide_WithoutTheRulesItNamed_AnswersTheOther(AuthorityListDefinition list, AuthorityRequest request)
    {
        var decision = SmallLists.AuthorityList(list).Decide(request);
        var named = decision.Rules;
        var without = SmallLists.AuthorityList(list with { Rules = EquatableArray.From(list.Rules.Where(rule => !named.Contains(rule.Code))) }).Decide(request);

        if (decision.IsAllowed)
        {
            Assert.False(without.IsAllowed);
        }
        else if (decision.Refusals.All(static refusal => refusal.Code is "permissions.prohibited"))
        {
            Assert.True(without.IsAllowed);
        }
        else
        {
            Assert.False(without.IsAllowed);
        }
    }

    [Property(Arbitrary = [typeof(ListGenerators)])]
    public void LeadsFor_EveryLead_MayDoItWhereItsConditionsHold(AuthorityListDefinition list, AuthorityRequest request)
    {
        var compiled = SmallLists.AuthorityList(list);
        foreach (var lead in compiled.LeadsFor(request.Matter, request.Action, request.Place, request.At))
        {
            // A holder without a post, department or level stands for many; the request's own fill in.
            var ask = request with { OwnArea = null, Conditions = ["not-the-handler", "legal-basis-cited"] };
            ask = ask with { Post = lead.Holder.Post ?? ask.Post, Department = lead.Holder.Department ?? ask.Department, Level = lead.Holder.Level ?? ask.Level };
            var decision = compiled.Decide(ask);
            Assert.True(decision.Stance == AuthorityStance.Lead || decision.Refusals.Any(static refusal => refusal.Code is "permissions.prohibited"));
            Assert.All(lead.Rules, code => Assert.Equal(AuthorityStance.Lead, list.Rules.Single(rule => string.Equals(rule.Code, code, StringComparison.Ordinal)).Stance));
        }
    }
}
