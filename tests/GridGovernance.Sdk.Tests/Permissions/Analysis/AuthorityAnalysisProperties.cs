using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Permissions.Analysis;

public sealed class AuthorityAnalysisProperties
{
    private static readonly string[] Places = ["1", "12", "13", "123", "124", "133"];

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 20)]
    public void Run_OnAnyLists_FindsWhatLookingAtEveryCellFindsAndShowsIt(AuthorityListDefinition list, EntryListDefinition entries)
    {
        list = list with { Exclusive = [["report", "handle"], ["report", "verify"]] };
        var (powers, items) = (SmallLists.AuthorityList(list), SmallLists.EntryList(entries));
        var (from, to) = (SmallLists.Day.PlusDays(-2), SmallLists.Day.PlusDays(2));

        var report = AuthorityAnalysis.Run(powers, items, [.. Places.Select(static code => GridCode.Parse(code))], from, to);

        var naive = new NaiveAnalysis(list, SmallLists.Matters, SmallCounty.Establishment, Places, from.PlusDays(-3), to.PlusDays(3));
        Assert.Empty(naive.Faults(report, entries, from, to));
        Assert.All(report.Issues, issue => IssueReplay.Check(issue, powers, items, Places));

        // Each witness is of a day that people know.
        Assert.All(report.Issues.SelectMany(static issue => issue.Witnesses), witness => Assert.InRange(witness.At.Date, from.PlusDays(-30), to.PlusDays(30)));
    }

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 100)]
    public void Run_InAnotherOrderOfRules_FindsTheSame(AuthorityListDefinition list)
    {
        var reversed = list with { Rules = EquatableArray.From(list.Rules.Reverse()) };
        Assert.Equal(Plain(list), Plain(reversed));

        static IEnumerable<(AuthorityIssueKind, string?, EquatableArray<string>, EquatableArray<string>, EquatableArray<AuthorityRequest>)> Plain(AuthorityListDefinition list) =>
            AuthorityAnalysis.Run(SmallLists.AuthorityList(list), null, [GridCode.Parse("1")]).Issues.Select(static issue => (issue.Kind, issue.Matter, issue.Rules, issue.CausedBy, issue.Witnesses));
    }
}
