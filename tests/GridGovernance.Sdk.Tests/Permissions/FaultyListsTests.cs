using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Permissions.Analysis;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>The quickstart's lists, faulty on purpose: each illness is there to be seen.</summary>
public sealed class FaultyListsTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(SampleLists.Folder)!, "faulty");

    [Fact]
    public void TheFaultyLists_ShowEveryIllness()
    {
        var model = GovernanceModel.Load(Folder, out var report);
        Assert.False(report.HasErrors, report.ToString());

        var (from, to) = (new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 31));
        var issues = AuthorityAnalysis.Run(model!.AuthorityList, model.EntryList, [GridCode.Parse("511921")], from, to).Issues;

        Assert.Equal(Enum.GetValues<AuthorityIssueKind>(), issues.Select(static issue => issue.Kind).Distinct().Order());
        Assert.Contains(issues, static issue => issue is { Kind: AuthorityIssueKind.NoAuthority, Matter: "psychological-support" });
        Assert.Contains(issues, static issue => issue is { Kind: AuthorityIssueKind.NoLead, Matter: "emergency-information" });
        Assert.Contains(issues, static issue => issue is { Kind: AuthorityIssueKind.SeveralLeads, Matter: "fire-safety" });
        Assert.Contains(issues, static issue => issue is { Kind: AuthorityIssueKind.LeadNotAdmitted, Matter: "refuse-sorting" });
        Assert.Contains(report, static finding => finding.Code is "permissions.listed-twice");
        Assert.Contains(issues, static issue => issue is { Kind: AuthorityIssueKind.RuleConflict } && issue.Rules[0] is "faulty-bound" && issue.CausedBy[0] is "dispatch-not-by-the-grid");
        Assert.All(issues, issue => IssueReplay.Check(issue, model.AuthorityList, model.EntryList, ["511921"]));
    }

    // Every doubt that loading a model can have about powers and data is there to be seen: 多头采集 and an overload among them.
    [Fact]
    public void TheFaultyModel_ShowsEveryDoubtOfItsLists()
    {
        _ = GovernanceModel.Load(Folder, out var report);

        Assert.Equal(
            [
                "permissions.assisted-lead", "permissions.burden-too-much", "permissions.burden-unknown", "permissions.collected-by-several", "permissions.collected-twice", "permissions.delegation-powerless",
                "permissions.duties-not-exclusive", "permissions.duties-not-separated", "permissions.entry-decided-late", "permissions.entry-too-late", "permissions.exceeds-scope",
                "permissions.handler-not-admitted", "permissions.lead-not-admitted",
                "permissions.listed-against-guard", "permissions.listed-and-negative", "permissions.listed-twice", "permissions.measure-any-basis", "permissions.measure-may-discriminate",
                "permissions.measure-unbounded", "permissions.never-read", "permissions.no-authority",
                "permissions.no-exit-reason", "permissions.no-lead", "permissions.no-responsible", "permissions.not-published", "permissions.published-after-start",
                "permissions.rule-conflict", "permissions.rule-redundant", "permissions.rule-shadowed", "permissions.rule-unreachable",
                "permissions.same-under-two-names", "permissions.several-leads", "permissions.signed-after-start",
            ],
            report.Select(static finding => finding.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Contains(report, static finding => finding is { Code: "permissions.listed-against-guard", Place.Subject: "entry-model-families" });
        Assert.Contains(report, static finding => finding is { Code: "permissions.collected-by-several", Place.Subject: "resident-name" });
        Assert.Contains(report, static finding => finding is { Code: "permissions.delegation-powerless", Place.Subject: "faulty-dispatch" });
        Assert.Contains(report, static finding => finding is { Code: "permissions.burden-too-much", Place.Subject: "grid-worker" });
    }

    // Whatever the sound model gains, the faulty one gains too; only where it is faulty on purpose do they differ.
    [Fact]
    public void TheFaultyModel_DiffersWhereItIsFaultyAlone()
    {
        Assert.Equal(FilesOf(SampleLists.Folder), FilesOf(Folder));
        Assert.Equal(
            ["authority-list.json", "burden.json", "data-catalogue.json", "delegations.json", "entry-list.json", "matters.csv", "measures.json"],
            FilesOf(SampleLists.Folder).Where(static file => !File.ReadAllBytes(Path.Combine(SampleLists.Folder, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Folder, file)))));
    }

    private static string[] FilesOf(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
}
