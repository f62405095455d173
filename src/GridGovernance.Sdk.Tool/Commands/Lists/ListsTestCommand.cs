using System.CommandLine;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tool.Commands.Lists;

/// <summary><c>gridgov lists test FOLDER CASES.json</c>: holds the lists against expected decisions, and says what of them no case asks for.</summary>
internal static class ListsTestCommand
{
    internal static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder that holds the model." };
        var cases = new Argument<string>("CASES") { Description = "The file of cases, as \"gridgov schema list-tests\" describes it." };
        var command = new Command("test", "Holds the lists against expected decisions.") { folder, cases };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(folder)!, call.GetValue(cases)!));
    }

    private static int Run(Session session, string folder, string path)
    {
        var model = ListsModel.Load(session, folder);
        var source = GovernanceJson.Read<ListTestDefinition>(InputFile.Read(session, path), path);
        var definition = InputFile.ValueOf(session, source);
        var report = ListTest.Run(definition, model.AuthorityList, model.EntryList, model.Permissions.Delegations, GridCode.Parse(model.County.Code.ToString()));
        session.Note(new LocalizedText(
            $"{report.Passed} passed, {report.Failed} failed; {report.CellsAsked} of {report.Cells} cells (matter and action) asked for; {report.RulesUnasked.Count} rules decide no case.",
            $"通过{report.Passed}，未通过{report.Failed}；共{report.Cells}个（事项×行为）单元，已覆盖{report.CellsAsked}个；{report.RulesUnasked.Count}条规则未被任何用例触及。"));
        return FindingOutput.Write(session, source.Locate(report.Findings), new JsonObject
        {
            ["passed"] = report.Passed,
            ["failed"] = report.Failed,
            ["cells"] = report.Cells,
            ["cellsAsked"] = report.CellsAsked,
            ["coverage"] = report.Cells == 0 ? null : (JsonNode)((double)report.CellsAsked / report.Cells),
            ["rulesUnasked"] = ListsModel.Codes(report.RulesUnasked),
        });
    }
}
