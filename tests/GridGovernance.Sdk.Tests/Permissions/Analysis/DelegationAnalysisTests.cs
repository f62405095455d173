using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions.Analysis;

/// <summary>Duties that a delegation brings together though the list keeps them apart.</summary>
public sealed class DelegationAnalysisTests
{
    private static readonly string[] Places = ["1", "12", "13", "123", "124", "133"];
    private static readonly (string Action, string From, string To)[] Links =
    [
        ("handle", "village-head@12", "verifier@12"), ("handle", "grid-worker@123", "verifier@12"), ("handle", "grid-worker@123", "village-head@12"), ("handle", "handler@health", "verifier@13"),
        ("verify", "verifier@12", "grid-worker@123"), ("verify", "verifier@12", "village-head@12"), ("verify", "verifier@13", "grid-worker@124"), ("verify", "verifier@12", "handler@health"),
        ("audit", "commander@1", "dispatcher@1"), ("audit", "commander@1", "handler@health"), ("administer", "dispatcher@1", "commander@1"), ("administer", "dispatcher@1", "handler@health"),
    ];

    [Theory]
    [InlineData("handle", "village-head@12", "verifier@12", true)]
    [InlineData("verify", "verifier@12", "village-head@12", true)]
    [InlineData("verify", "verifier@12", "grid-worker@123", false)]
    [InlineData("handle", "village-head@12", "verifier@13", false)]
    public void Run_DutiesTogetherByDelegation_AreNotSeparated(string action, string from, string to, bool isIll)
    {
        var list = AuthorityList(Rule("lead", AuthorityStance.Lead, "village-head", "handle", "patrol", "visit", "illegal-building"), Rule("verify", AuthorityStance.Lead, "verifier", "verify", "*"));
        var register = DelegationRegister.Compile(Of(One("d", from, to, action, "patrol")), list, out _)!;

        var issues = AuthorityAnalysis.Run(list, null, [GridCode.Parse("1")], Day, Day, register).Issues;

        Assert.Empty(AuthorityAnalysis.Run(list, null, [GridCode.Parse("1")], Day, Day).Issues);
        Assert.Equal(isIll ? [AuthorityIssueKind.DutiesNotSeparated] : [], issues.Select(static issue => issue.Kind));
        Assert.All(issues, issue => Assert.Equal(("patrol", FindingSeverity.Warning, "permissions.delegation-not-separated"), (issue.Matter, issue.Finding.Severity, issue.Finding.Code)));
        Assert.All(issues, static issue => Assert.Equal(["d"], issue.Delegations));
        Assert.All(issues, static issue => Assert.Equal(["lead", "verify"], issue.Rules));
        Assert.Empty(AuthorityAnalysis.Run(list, null, [GridCode.Parse("1")], Day.PlusDays(40), Day.PlusDays(50), register).Issues);
    }

    // Neither has an area of its own, and no rule names a place.
    [Fact]
    public void Run_DutiesTogetherInADepartment_AreNotSeparated()
    {
        var list = AuthorityList(
            Rule("lead", AuthorityStance.Lead, "handler", "handle", "patrol") with { Departments = ["health"] },
            Rule("verify", AuthorityStance.Lead, "handler", "verify", "patrol") with { Departments = ["civil-affairs"] });
        var register = DelegationRegister.Compile(Of(One("d", "handler@health", "handler@civil-affairs", "handle", "patrol")), list, out _)!;

        var issue = Assert.Single(AuthorityAnalysis.Run(list, null, [GridCode.Parse("1")], Day, Day, register).Issues, static issue => issue.Kind == AuthorityIssueKind.DutiesNotSeparated);

        Assert.Equal(["d"], issue.Delegations);
        Assert.All(issue.Witnesses, witness => Assert.True(register.Decide(witness).IsAllowed));
    }

    // Sound lists, and delegations that know nothing of the analysis: what every seat may do at every place, on every day and under every set of conditions.
    [Fact]
    public void Run_OfAnyDelegations_FindsWhatAskingForEverythingFinds()
    {
        var found = 0;
        for (var seed = 0; seed < 70; seed++)
        {
            var planted = new Planted(seed);
            var (list, random) = (planted.List, new Random(seed));
            var delegations = Enumerable.Range(0, 3).Select(i => (i, Link: Links[random.Next(Links.Length)])).Select(pair => One($"d{pair.i}", pair.Link.From, pair.Link.To, pair.Link.Action, "patrol") with
            {
                Matters = pair.Link.Action is "handle" or "verify" ? [new[] { "patrol", "visit", "illegal-building" }[random.Next(3)]] : ["patrol", "visit", "illegal-building"],
                ValidFrom = Day.PlusDays(random.Next(3)),
                Places = random.Next(3) == 0 ? ["123"] : [],
            }).ToArray();
            var register = DelegationRegister.Compile(Of(delegations), list, out var report);
            Assert.False(report.HasErrors);

            var issues = AuthorityAnalysis.Run(list, null, [GridCode.Parse("1")], Day, Day.PlusDays(3), register!).Issues;

            var told = issues.Where(static issue => issue.Delegations.Count > 0).ToArray();
            Assert.Equal(
                Expected(list, register!, delegations).Order(StringComparer.Ordinal),
                told.Select(issue => $"{issue.Kind} {Who(issue.Witnesses[0])}" + (issue.Kind == AuthorityIssueKind.DutiesNotSeparated ? $" {issue.Matter}" : "")).Distinct().Order(StringComparer.Ordinal));
            Assert.All(told, issue => Assert.All(issue.Witnesses, witness => Assert.True(register!.Decide(witness).IsAllowed)));
            Assert.All(told, issue => Assert.Contains(issue.Witnesses, witness => register!.Decide(witness).Chain.Count > 0));
            Assert.Equal(told.Length, issues.Count);
            found += told.Length;
        }

        Assert.True(found > 50, $"{found} found");
    }

    private static string Who(AuthorityRequest request) => $"{request.Post} {request.Department ?? request.OwnArea.ToString()}";

    private static IEnumerable<string> Expected(AuthorityList list, DelegationRegister register, AuthorityDelegation[] delegations)
    {
        string[][] sets = [[], ["legal-basis-cited"], ["is-the-handler"], ["not-the-handler"], ["legal-basis-cited", "is-the-handler"], ["legal-basis-cited", "not-the-handler"]];
        var ill = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seat in delegations.Select(static one => one.To).Distinct())
        {
            Assert.True(AuthorityActor.TryResolve(seat.ToString(), list.Establishment, out var actor, out _));
            foreach (var (place, day) in from place in Places from days in new[] { 0, 3 } select (GridCode.Parse(place), Day.PlusDays(days)))
            {
                DelegatedDecision[] May(string action, string matter, Func<string[], bool> counts) =>
                    [.. sets.Where(counts).Select(set => register.Decide(actor.Ask(action, matter, place, day.AtMidnight(), EquatableArray.From(set)))).Where(static decision => decision.IsAllowed)];

                foreach (var matter in new[] { "patrol", "visit", "illegal-building" })
                {
                    if (Together(May("handle", matter, static _ => true), May("verify", matter, static set => set.Contains("is-the-handler"))))
                    {
                        ill.Add($"DutiesNotSeparated {seat.Post} {seat.Unit} {matter}");
                    }
                }

                var all = new[] { "patrol", "visit", "illegal-building" };
                if (Together([.. all.SelectMany(matter => May("audit", matter, static _ => true))], [.. all.SelectMany(matter => May("administer", matter, static _ => true))]))
                {
                    ill.Add($"DutiesNotExclusive {seat.Post} {seat.Unit}");
                }
            }
        }

        return ill;
    }

    private static bool Together(DelegatedDecision[] some, DelegatedDecision[] others) => some.Length > 0 && others.Length > 0 && some.Concat(others).Any(static decision => decision.Chain.Count > 0);

    private static DelegationListDefinition Of(params AuthorityDelegation[] delegations) => new() { Code = "delegations", Delegations = EquatableArray.From(delegations) };

    private static AuthorityDelegation One(string code, string from, string to, string action, string matter) => new()
    {
        Code = code, From = Seat.Parse(from), To = Seat.Parse(to), Actions = [action], Matters = [matter], ValidFrom = Day, ValidTo = Day.PlusDays(30), Origin = Origin.Sample, Source = "sample",
    };
}
