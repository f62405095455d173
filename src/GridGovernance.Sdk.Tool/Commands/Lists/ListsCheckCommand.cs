using System.CommandLine;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tool.Commands.Lists;

/// <summary><c>gridgov lists check FOLDER</c>: what is wrong with the lists of a model, each with a request that shows it.</summary>
internal static class ListsCheckCommand
{
    internal static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder that holds the model." };
        var command = new Command("check", "Analyses the entry list and the power-and-duty list: gaps, excess, several leads, rules that do nothing.") { folder };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(folder)!));
    }

    private static int Run(Session session, string folder)
    {
        InputFile.RequireFolder(session, folder);
        var model = GovernanceModel.Load(folder, out var report);
        if (model is null)
        {
            return FindingOutput.Write(session, report, new JsonObject { ["valid"] = false, ["cells"] = null });
        }

        // Loading has told of the same issues, but without their requests: here they are told once, with them.
        var analysis = AuthorityAnalysis.Run(model.AuthorityList, model.EntryList, ListsModel.PlacesOf(model));
        var told = analysis.Issues.Select(static issue => issue.Finding.Message).ToHashSet();
        var others = new FindingReport(report.Where(finding => !told.Contains(finding.Message)));
        session.Note(new LocalizedText($"{analysis.Cells} decisions looked at.", $"共检查{analysis.Cells}项判定。"));
        return session.IsJson ? WriteJson(session, analysis, others) : WriteText(session, analysis, others);
    }

    private static int WriteJson(Session session, AuthorityReport analysis, FindingReport others)
    {
        var findings = new JsonArray([.. others.Select(finding => (JsonNode)FindingOutput.ToJson(finding, session))]);
        foreach (var issue in analysis.Issues)
        {
            var finding = FindingOutput.ToJson(issue.Finding, session);
            finding["file"] = "authority-list.json";
            finding["kind"] = ListsModel.NameOf(issue.Kind);
            finding["matter"] = issue.Matter;
            finding["rules"] = ListsModel.Codes(issue.Rules);
            finding["causedBy"] = ListsModel.Codes(issue.CausedBy);
            finding["witness"] = ListsModel.ToJson(issue.Witnesses[0]);
            finding["witnesses"] = new JsonArray([.. issue.Witnesses.Select(static witness => (JsonNode)ListsModel.ToJson(witness))]);
            findings.Add((JsonNode)finding);
        }

        session.Result(new JsonObject { ["valid"] = true, ["cells"] = analysis.Cells, ["findings"] = findings });
        return ExitOf(analysis, others);
    }

    private static int WriteText(Session session, AuthorityReport analysis, FindingReport others)
    {
        FindingOutput.Write(session, others);
        foreach (var issue in analysis.Issues)
        {
            FindingOutput.Write(session, new FindingReport([issue.Finding]));
            if (issue.Rules.Count > 0)
            {
                session.Result($"    {session.Say("rules", "规则")}: {string.Join(", ", issue.Rules)}");
            }

            if (issue.CausedBy.Count > 0)
            {
                session.Result($"    {session.Say("because of", "起因于")}: {string.Join(", ", issue.CausedBy)}");
            }

            foreach (var witness in issue.Witnesses)
            {
                session.Result($"    {session.Say("shown by", "例证")}: {ListsModel.ToLine(witness)}");
            }
        }

        return ExitOf(analysis, others);
    }

    private static int ExitOf(AuthorityReport analysis, FindingReport others) =>
        others.Concat(analysis.Findings).Any(static finding => finding.Severity > FindingSeverity.Info) ? ExitCode.Findings : ExitCode.Ok;
}
