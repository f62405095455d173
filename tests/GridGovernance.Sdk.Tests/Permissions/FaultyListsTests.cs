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

    // Whatever the sound model gains, the faulty one gains too; only the two lists differ.
    [Fact]
    public void TheFaultyModel_DiffersInItsListsAlone()
    {
        var files = Directory.GetFiles(SampleLists.Folder, "*", SearchOption.AllDirectories).Select(static file => Path.GetRelativePath(SampleLists.Folder, file)).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["authority-list.json", "entry-list.json"],
            files.Where(static file => !File.ReadAllBytes(Path.Combine(SampleLists.Folder, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Folder, file)))));
    }
}
