using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions.Analysis;

/// <summary>What a repair takes out, and how few analyses it takes: it follows only what an issue hangs on.</summary>
public sealed class RepairSearchTests
{
    private static readonly AuthorityRule[] Sound =
    [
        Rule("lead-building", AuthorityStance.Lead, "handler", "handle", "illegal-building") with { Departments = ["civil-affairs"] },
        Rule("lead-patrol", AuthorityStance.Lead, "grid-worker", "handle", "patrol"),
        Rule("lead-visit", AuthorityStance.Lead, "grid-worker", "handle", "visit"),
        Rule("verify", AuthorityStance.Lead, "verifier", "verify", "*"),
    ];

    // By itself the pair would come first: "lead-patrol lead-visit" is before "second".
    [Fact]
    public void OneRuleInsteadOfAnEarlierPair_IsTheRepair() =>
        Mended(Repair(100, Rule("second", AuthorityStance.Lead, "village-head", "handle", "patrol", "visit")), "second");

    [Fact]
    public void OfTwoRulesThatMend_TheFirstByCodeGoes() =>
        Mended(Repair(100, Rule("aa", AuthorityStance.May, "head", "report", "levy"), Rule("zz", AuthorityStance.May, "head", "report", "levy")), "aa");

    [Fact]
    public void AProhibitionThatLeavesNobody_Goes() => Mended(Repair(3, Rule("not", AuthorityStance.MustNot, "handler", "*", "*")), "not");

    [Fact]
    public void AProhibitionThatStopsTheLead_Goes()
    {
        // Somebody may still handle it, but nobody leads.
        var help = Rule("help", AuthorityStance.Assist, "commander", "handle", "patrol");
        Mended(Repair(9, help, Rule("not", AuthorityStance.MustNot, "grid-worker", "handle", "patrol") with { Places = ["1"] }), "not");
    }

    // The analysis names the prohibition that it met first; another, elsewhere, mends as well and comes first by code.
    [Fact]
    public void AProhibitionThatTheAnalysisDidNotName_MayGo() => Mended(
        Repair(
            100,
            Rule("x", AuthorityStance.May, "dispatcher", "report", "levy") with { Places = ["12", "13"] },
            Rule("b-here", AuthorityStance.MustNot, "dispatcher", "report", "levy") with { Places = ["12"] },
            Rule("a-there", AuthorityStance.MustNot, "dispatcher", "report") with { Classes = ["unrelated"], Places = ["13"] }),
        "a-there");

    // The sound list is one; each larger size begins with the whole list again.
    [Theory]
    [InlineData(1, false, false)]
    [InlineData(2, false, false)]
    [InlineData(3, true, true)]
    public void ABudget_IsSpentOnAnalyses(int budget, bool isFound, bool isProved)
    {
        var repair = Repair(budget, Rule("old", AuthorityStance.May, "head", "report", "levy") with { Departments = ["health"], Levels = ["grid"] });
        Assert.Equal((isFound, isProved), (repair.IsFound, repair.IsProved));
        Assert.Equal(isFound ? ["old"] : [], repair.Remove);
    }

    [Fact]
    public void ASoundList_IsProvedByOneAnalysis() => Mended(Repair(1));

    // Nothing that is there has to do with it.
    [Fact]
    public void AGap_IsProvedBeyondRepairByOneAnalysis()
    {
        var list = AuthorityList([.. Sound[1..], Rule("not", AuthorityStance.MustNot, "grid-worker", "report", "illegal-building"), Rule("nor", AuthorityStance.MustNot, "head", "handle", "levy")]);
        Assert.Equal(new AuthorityRepair { IsProved = true }, AuthorityAnalysis.Repair(list, null, [GridCode.Parse("1")], 1));
    }

    // Two to choose from, then one: the list twice more, each of the two once.
    [Fact]
    public void SeveralLeads_HangOnTheRulesThatLead()
    {
        AuthorityRule[] rules = [Rule("second", AuthorityStance.Lead, "village-head", "handle", "patrol"), Rule("help", AuthorityStance.Assist, "commander", "handle", "patrol"), Rule("nobody", AuthorityStance.MustNot, "head", "handle", "patrol")];
        Mended(Repair(4, rules), "lead-patrol");
        Assert.False(Repair(3, rules).IsProved);
    }

    private static AuthorityRepair Repair(int budget, params AuthorityRule[] rules) => AuthorityAnalysis.Repair(AuthorityList([.. Sound, .. rules]), null, [GridCode.Parse("1"), GridCode.Parse("12"), GridCode.Parse("13")], budget);

    private static void Mended(AuthorityRepair repair, params string[] rules)
    {
        Assert.Equal((true, true), (repair.IsFound, repair.IsProved));
        Assert.Equal(rules, repair.Remove);
    }
}
