using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Permissions.Analysis;

public sealed class ExclusiveDutiesTests
{
    // System, security and audit administrator: three actions, three people.
    private static readonly AuthorityListDefinition Definition = SmallLists.Powers(
        SmallLists.Rule("head-leads", AuthorityStance.Lead, "village-head", "handle", "*"),
        SmallLists.Rule("system", AuthorityStance.Must, "commander", "administer-system", "patrol"),
        SmallLists.Rule("security", AuthorityStance.Must, "dispatcher", "administer-security", "patrol"),
        SmallLists.Rule("audit", AuthorityStance.Must, "verifier", "audit", "visit")) with
    {
        Actions = [.. SmallLists.Powers().Actions, Term("administer-system"), Term("administer-security"), Term("audit")],
        Exclusive = [["administer-system", "administer-security", "audit"]],
    };

    [Fact]
    public void ThreePeople_AreAsItShouldBe() => Assert.Empty(Exclusive(Definition));

    [Fact]
    public void OneWithTwo_IsFoundWhateverTheMatters()
    {
        var issue = Assert.Single(Exclusive(Definition with { Rules = Definition.Rules.Add(SmallLists.Rule("also", AuthorityStance.May, "dispatcher", "audit", "levy")) }));

        Assert.Equal(["also", "security"], issue.Rules);
        Assert.Equal([("administer-security", "patrol"), ("audit", "levy")], issue.Witnesses.Select(static witness => (witness.Action, witness.Matter)));
        Assert.Equal("\"dispatcher\" may do \"administer-security\" and \"audit\", which nobody may hold together.", issue.Finding.Message.ToString());
        var list = SmallLists.AuthorityList(Definition with { Rules = Definition.Rules.Add(SmallLists.Rule("also", AuthorityStance.May, "dispatcher", "audit", "levy")) });
        Assert.All(issue.Witnesses, witness => Assert.True(list.Decide(witness).IsAllowed));
    }

    [Fact]
    public void OneWithThree_IsFoundForEachPair() => Assert.Equal(
        3,
        Exclusive(Definition with { Rules = Definition.Rules.Add(SmallLists.Rule("all", AuthorityStance.May, "grid-worker", "*", "*")) }).Count(static issue => issue.Witnesses[0].Post is "grid-worker"));

    [Fact]
    public void AnUnknownAction_IsAnError()
    {
        Assert.Null(AuthorityList.Compile(Definition with { Exclusive = [["audit", "sing"]] }, SmallLists.Catalogue, SmallCounty.Establishment, out var report));
        Assert.Equal("/exclusive/0/1", Assert.Single(report).Place.Path);
    }

    private static AuthorityTerm Term(string code) => new(code, new LocalizedText(code, code));

    private static AuthorityIssue[] Exclusive(AuthorityListDefinition definition) =>
        [.. AuthorityAnalysis.Run(SmallLists.AuthorityList(definition), null, [GridCode.Parse("123")]).Issues.Where(static issue => issue.Kind == AuthorityIssueKind.DutiesNotExclusive)];
}
