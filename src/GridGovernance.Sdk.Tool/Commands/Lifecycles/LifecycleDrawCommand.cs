using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Interchange.Diagrams;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tool.Commands.Lifecycles;

/// <summary><c>gridgov lifecycle draw FILE --to mermaid|dot|svg</c>: the lifecycle as a diagram.</summary>
internal static class LifecycleDrawCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The lifecycle, or preset: and the code of a published one." };
        var to = new Option<string>("--to") { Description = "The form: mermaid, dot or svg.", HelpName = "FORM", Required = true };
        to.AcceptOnlyFromAmong("mermaid", "dot", "svg");
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; without it the diagram is the result.", HelpName = "OUT" };
        var command = new Command("draw", "Draws a lifecycle: every state and every transition.") { file, to, output };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(file)!, call.GetValue(to)!, call.GetValue(output)));
    }

    private static int Run(Session session, string file, string form, string? output)
    {
        var read = LifecycleFile.Read(session, file);
        var report = LifecycleReport.Of(read.Value!, LifecycleVocabulary.NamedIn(read.Value!));

        // What names a state that does not exist cannot be drawn; a trap can, and should be looked at.
        InputFile.Refuse(session, read.Locate(new FindingReport(report.ToFindings().Where(static finding => !IsAboutTheWay(finding.Code)))));
        var diagram = form switch
        {
            "mermaid" => LifecycleMermaid.Write(read.Value!, session.Culture),
            "dot" => LifecycleDot.Write(read.Value!, session.Culture),
            _ => LifecycleSvg.Write(read.Value!, session.Culture) + "\n",
        };
        if (output is not null)
        {
            OutputFile.Write(session, output, stream => stream.Write(Encoding.UTF8.GetBytes(diagram)));
        }

        if (session.IsJson)
        {
            session.Result(new JsonObject
            {
                ["form"] = form,
                ["states"] = read.Value!.States.Count,
                ["transitions"] = read.Value.Transitions.Count,
                ["output"] = output,
                ["diagram"] = output is null ? diagram : null,
            });
        }
        else if (output is null)
        {
            session.Result(diagram.TrimEnd('\n'));
        }

        return ExitCode.Ok;
    }

    private static bool IsAboutTheWay(string code) => code is "lifecycles.trap" or "lifecycles.final-inherits" or "lifecycles.leaves-final" or "lifecycles.unreachable" or "lifecycles.no-route-to-closure" or "lifecycles.no-deadline" or "lifecycles.no-escalation";
}
