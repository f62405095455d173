using System.CommandLine;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Lists;

/// <summary><c>gridgov lists check FOLDER</c>: what is wrong with the lists of a model, each with a request that shows it.</summary>
internal static class ListsCheckCommand
{
    internal static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder that holds the model." };
        var command = new Command("check", "Analyses the lists: gaps, excess, several leads, conflicts, rules that do nothing; and checks delegations, measures, the data catalogue and the burden.") { folder };
        var days = new AnalysedDays();
        return Session.Bind(days.AddTo(command), (call, session) => Run(session, call.GetValue(folder)!, days.Read(call, session)));
    }

    private static int Run(Session session, string folder, ModelOptions options)
    {
        InputFile.RequireFolder(session, folder);
        var model = GovernanceModel.Load(folder, out var report, options);
        if (model is null)
        {
            return FindingOutput.Write(session, report, new JsonObject { ["valid"] = false, ["cells"] = null });
        }

        // Loading has told of the same issues, but without their requests: here they are told once, with them; and beside its doubts what is merely worth knowing.
        var (from, to) = AuthorityAnalysis.DaysOf(model.AuthorityList, model.EntryList, options.AnalysedFrom, options.AnalysedTo);
        var analysis = AuthorityAnalysis.Run(model.AuthorityList, model.EntryList, ListsModel.PlacesOf(model), from, to, model.Permissions.Delegations);
        var told = analysis.Issues.Select(static issue => issue.Finding.Message).ToHashSet();
        var notes = model.Permissions.Collection.Select(static issue => issue.Finding).Where(static finding => finding.Severity == FindingSeverity.Info)
            .Select(static finding => finding with { Place = finding.Place.InFile("data-catalogue.json", null) });
        var others = new FindingReport(report.Where(finding => !told.Contains(finding.Message)).Concat(notes));
        session.Note(new LocalizedText(
            $"{analysis.Cells} decisions looked at, of the days from {CalendarTime.Text(from)} to {CalendarTime.Text(to)}.", $"共检查{analysis.Cells}项判定，自{CalendarTime.Text(from)}至{CalendarTime.Text(to)}。"));
        var ending = model.AuthorityList.Definition.Rules.Where(static rule => rule.ValidTo is not null).OrderBy(static rule => rule.Code, StringComparer.Ordinal).Select(static rule => $"{rule.Code} {CalendarTime.Text(rule.ValidTo!.Value)}").ToArray();
        if (options.AnalysedFrom is null && ending.Length > 0)
        {
            var rules = string.Join(", ", ending);
            session.Note(new LocalizedText($"Without --from no rule counts as expired; these end: {rules}.", $"未给出--from，故不判定规则过期；下列规则有截止日：{rules}。"));
        }

        return session.IsJson ? WriteJson(session, model, analysis, others, from, to) : WriteText(session, analysis, others);
    }

    private static int WriteJson(Session session, GovernanceModel model, AuthorityReport analysis, FindingReport others, LocalDate from, LocalDate to)
    {
        var findings = new JsonArray([.. others.Select(finding => (JsonNode)Other(session, model, finding))]);
        foreach (var issue in analysis.Issues)
        {
            var finding = FindingOutput.ToJson(issue.Finding, session);
            finding["file"] = "authority-list.json";
            finding["kind"] = ListsModel.NameOf(issue.Kind);
            finding["matter"] = issue.Matter;
            finding["rules"] = ListsModel.Codes(issue.Rules);
            finding["delegations"] = ListsModel.Codes(issue.Delegations);
            finding["causedBy"] = ListsModel.Codes(issue.CausedBy);
            finding["witness"] = ListsModel.ToJson(issue.Witnesses[0]);
            finding["witnesses"] = new JsonArray([.. issue.Witnesses.Select(static witness => (JsonNode)ListsModel.ToJson(witness))]);
            findings.Add((JsonNode)finding);
        }

        session.Result(new JsonObject { ["valid"] = true, ["cells"] = analysis.Cells, ["from"] = CalendarTime.Text(from), ["to"] = CalendarTime.Text(to), ["findings"] = findings });
        return ExitOf(analysis, others);
    }

    /// <summary>Writes a finding that no decision of the power-and-duty list shows: one of the data catalogue or of the burden has a witness of its own, the rest have none.</summary>
    private static JsonObject Other(Session session, GovernanceModel model, Finding finding)
    {
        var written = FindingOutput.ToJson(finding, session);
        written["rules"] = new JsonArray();
        written["witness"] = null;
        if (model.Permissions.Collection.FirstOrDefault(issue => issue.Finding.Message.Equals(finding.Message)) is { } issue)
        {
            written["kind"] = ListsModel.NameOf(issue.Kind);
            written["witness"] = new JsonObject
            {
                ["items"] = ListsModel.Codes(issue.Items),
                ["forms"] = ListsModel.Codes(issue.Forms),
                ["collectors"] = ListsModel.Codes(issue.Collectors),
            };
        }
        else if (finding.Place.File is "burden.json" && model.Permissions.Burden is { } burden && burden.Posts.Where((_, i) => finding.Place.Path == $"/posts/{i}").FirstOrDefault() is { } post)
        {
            written["witness"] = new JsonObject
            {
                ["post"] = post.Post,
                ["where"] = post.Place.ToString(),
                ["kind"] = post.Kind is { } kind ? ListsModel.NameOf(kind) : null,
                ["on"] = CalendarTime.Text(post.On),
                ["hoursPerWorker"] = post.HoursPerWorker,
                ["formsPerWorker"] = post.FormsPerWorker,
                ["load"] = post.Load,
                ["matters"] = ListsModel.Codes(post.Matters),
                ["unknown"] = ListsModel.Codes(post.Unknown),
            };
        }

        return written;
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

            if (issue.Delegations.Count > 0)
            {
                session.Result($"    {session.Say("delegations", "委托")}: {string.Join(", ", issue.Delegations)}");
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
