using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Permissions.Analysis;

public sealed class PlantedDefectTests
{
    private const int Each = 50;

    private static readonly string[] Places = ["1", "12", "13"];

    public static TheoryData<AuthorityIssueKind, int> Kinds
    {
        get
        {
            var data = new TheoryData<AuthorityIssueKind, int>();
            for (var i = 0; i < Planted.Planters.Length; i++)
            {
                data.Add(Planted.Planters[i].Kind, i);
            }

            return data;
        }
    }

    [Fact]
    public void EveryKind_HasItsPlanter() => Assert.Equal(Enum.GetValues<AuthorityIssueKind>(), Planted.Planters.Select(static planter => planter.Kind).Distinct().Order());

    [Fact]
    public void ASoundList_GivesNoAlarm()
    {
        for (var seed = 0; seed < Each; seed++)
        {
            var planted = new Planted(seed);
            Assert.Empty(planted.Analyse().Issues);
            Assert.Empty(Faults(planted));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void APlantedDefect_IsFoundAndNothingElse(AuthorityIssueKind kind, int planter)
    {
        var plant = Planted.Planters[planter].Plant;
        for (var seed = 0; seed < Each; seed++)
        {
            var planted = new Planted(seed);
            var ill = plant(planted);

            var issues = planted.Analyse().Issues;

            Assert.All(issues, issue => Assert.Equal(kind, issue.Kind));
            Assert.NotEmpty(issues);
            Assert.All(issues, issue => Assert.Contains(ill, issue.Rules.Append(issue.Matter)));
            Assert.All(issues, issue => IssueReplay.Check(issue, planted.List, planted.Entries, Places));
            Assert.Empty(Faults(planted));
        }
    }

    // Every subset of the rules, the smaller first: what the search found must be the first that mends.
    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 7)]
    [InlineData(7, 11)]
    [InlineData(11, 15)]
    public void Repair_OfAFewDefects_EqualsBruteForce(int first, int end)
    {
        for (var seed = first; seed < end; seed++)
        {
            var planted = new Planted(seed);
            foreach (var planter in Planted.Planters.Where((planter, i) => planter.Kind != AuthorityIssueKind.LeadNotAdmitted && (i + seed) % 4 == 0))
            {
                planter.Plant(planted);
            }

            // At most twelve rules, for the sake of the brute.
            var rules = planted.Definition.Rules.OrderByDescending(static rule => rule.Code, StringComparer.Ordinal).Take(12);
            var list = SmallLists.AuthorityList(planted.Definition with { Rules = EquatableArray.From(rules.DistinctBy(static rule => rule.Code, StringComparer.Ordinal)) });

            var repair = AuthorityAnalysis.Repair(list, planted.Entries, [GridCode.Parse("1")]);

            Assert.True(repair.IsProved);
            var brute = Brute(list, planted.Entries);
            Assert.Equal(brute is not null, repair.IsFound);
            Assert.Equal(brute ?? [], repair.Remove);
        }
    }

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 15)]
    public void Repair_OfAnyFewRules_EqualsBruteForce(AuthorityListDefinition list, EntryListDefinition entries)
    {
        var few = SmallLists.AuthorityList(list with { Rules = EquatableArray.From(list.Rules.Take(6)) });
        var items = SmallLists.EntryList(entries);

        var repair = AuthorityAnalysis.Repair(few, items, [GridCode.Parse("1")]);

        var brute = Brute(few, items);
        Assert.True(repair.IsProved);
        Assert.Equal(brute is not null, repair.IsFound);
        Assert.Equal(brute ?? [], repair.Remove);
    }

    [Fact]
    public void Repair_OfASoundList_TakesNothingOut()
    {
        var planted = new Planted(1);
        Assert.Equal(new AuthorityRepair { IsFound = true, IsProved = true }, AuthorityAnalysis.Repair(planted.List, planted.Entries, [GridCode.Parse("1")]));
    }

    [Fact]
    public void Repair_WithoutBudget_ProvesNothing()
    {
        var planted = new Planted(1);
        Planted.Planters[2].Plant(planted);
        var repair = AuthorityAnalysis.Repair(planted.List, planted.Entries, [GridCode.Parse("1")], 1);
        Assert.Equal((false, false), (repair.IsFound, repair.IsProved));
        Assert.Throws<ArgumentException>(() => AuthorityAnalysis.Repair(planted.List, null, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => AuthorityAnalysis.Repair(planted.List, null, [GridCode.Parse("1")], 0));
    }

    // Every cell by itself: nothing said that is not so, nothing missed.
    private static IEnumerable<string> Faults(Planted planted)
    {
        var (from, to) = (SmallLists.Day, SmallLists.Day.PlusDays(3));
        return new NaiveAnalysis(planted.Definition, SmallLists.Matters, SmallCounty.Establishment, Places, from.PlusDays(-1), to.PlusDays(2))
            .Faults(planted.Analyse(), planted.Entries.Definition, from, to);
    }

    private static string[]? Brute(AuthorityList list, EntryList entries)
    {
        var rules = list.Definition.Rules.OrderBy(static rule => rule.Code, StringComparer.Ordinal).ToArray();
        var (from, to) = Span(list.Definition, entries.Definition);
        return Enumerable.Range(0, 1 << rules.Length)
            .Select(mask => rules.Where((_, i) => (mask & (1 << i)) != 0).Select(static rule => rule.Code).ToArray())
            .OrderBy(static codes => codes.Length).ThenBy(static codes => string.Join(' ', codes), StringComparer.Ordinal)
            .FirstOrDefault(codes => AuthorityAnalysis.Run(
                SmallLists.AuthorityList(list.Definition with { Rules = EquatableArray.From(rules.Where(rule => !codes.Contains(rule.Code))) }), entries, [GridCode.Parse("1")], from, to)
                .Issues.All(static issue => issue.Finding.Severity == FindingSeverity.Info));
    }

    // The first day that a term names, and the day after the last.
    private static (NodaTime.LocalDate From, NodaTime.LocalDate To) Span(AuthorityListDefinition definition, EntryListDefinition entries)
    {
        var terms = definition.Rules.Select(static rule => (rule.ValidFrom, rule.ValidTo)).Concat(entries.Items.Select(static item => (item.ValidFrom, item.ValidTo)));
        var days = terms.SelectMany(static term => new[] { term.ValidFrom, term.ValidTo, term.ValidTo?.PlusDays(1) }).OfType<NodaTime.LocalDate>().DefaultIfEmpty(new NodaTime.LocalDate(1970, 1, 1)).ToArray();
        return (days.Min(), days.Max());
    }
}
