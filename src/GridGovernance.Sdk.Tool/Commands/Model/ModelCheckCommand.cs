using System.CommandLine;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Tool.Commands.Lists;

namespace GridGovernance.Sdk.Tool.Commands.Model;

/// <summary><c>gridgov model check FOLDER</c>: everything that is wrong with the model of a county, with file and line.</summary>
internal static class ModelCheckCommand
{
    internal static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder that holds the model." };
        var command = new Command("check", "Reports every problem in the model of a county.") { folder };
        var days = new AnalysedDays();
        return Session.Bind(days.AddTo(command), (call, session) => Run(session, call.GetValue(folder)!, days.Read(call, session)));
    }

    private static int Run(Session session, string folder, ModelOptions options)
    {
        InputFile.RequireFolder(session, folder);
        var model = GovernanceModel.Load(folder, out var report, options);
        session.Note(model is null
            ? new LocalizedText($"{report.Count} findings; the model cannot be used.", $"发现{report.Count}项；该模型不可用。")
            : new LocalizedText($"{report.Count} findings; the model of {model.County.Name.En} can be used.", $"发现{report.Count}项；{model.County.Name.Zh}的模型可用。"));
        return FindingOutput.Write(session, report, new JsonObject
        {
            ["valid"] = model is not null,
            ["county"] = model?.County.Code.ToString(),
            ["hash"] = model?.Hash.ToString(),
        });
    }
}
