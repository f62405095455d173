using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class EntryListProperties
{
    [Property(Arbitrary = [typeof(ListGenerators)])]
    public void Admit_OnAnyListAndRequest_AgreesWithTheNaiveEvaluator(EntryListDefinition list, AdmissionRequest request)
    {
        var compiled = SmallLists.EntryList(list);
        var decision = compiled.Admit(request);

        var naive = NaiveLists.Admit(list, compiled.Guard, SmallLists.Matters, request);
        Assert.Equal(naive.Verdict, decision.Verdict);
        Assert.Equal(naive.Items, decision.Items);
        Assert.Equal(decision.IsAdmitted, decision.Refusals.Count == 0);
        Assert.Equal(decision.Verdict == AdmissionVerdict.ListedTemporarily, decision.Until is not null);
        Assert.False(decision.Until < request.On);
    }

    [Property(Arbitrary = [typeof(ListGenerators)])]
    public void Admit_OnShuffledItems_IsTheSame(EntryListDefinition list, AdmissionRequest request, int seed)
    {
        var decision = SmallLists.EntryList(list).Admit(request);
        var shuffled = list.Items.ToArray();
        new Random(seed).Shuffle(shuffled);
        var again = SmallLists.EntryList(list with { Items = EquatableArray.From(shuffled) }).Admit(request);

        Assert.Equal(decision.Verdict, again.Verdict);
        Assert.Equal(decision.Items, again.Items);
        Assert.Equal(decision.Until, again.Until);
        Assert.Equal(decision.Refusals, again.Refusals);
    }

    [Property(Arbitrary = [typeof(ListGenerators)])]
    public void Admit_WithoutTheItemsItNamed_GetsLessFarOrIsFree(EntryListDefinition list, AdmissionRequest request)
    {
        var decision = SmallLists.EntryList(list).Admit(request);
        var named = decision.Items;
        var without = SmallLists.EntryList(list with { Items = EquatableArray.From(list.Items.Where(item => !named.Contains(item.Code))) }).Admit(request);

        if (named.Count == 0)
        {
            Assert.Equal(decision.Verdict, without.Verdict);
        }
        else if (decision.Verdict == AdmissionVerdict.OnNegativeList)
        {
            Assert.NotEqual(AdmissionVerdict.OnNegativeList, without.Verdict);
        }
        else if (decision.Verdict != AdmissionVerdict.OutsideGridPurpose)
        {
            Assert.True(without.Verdict < decision.Verdict);
        }
    }
}
