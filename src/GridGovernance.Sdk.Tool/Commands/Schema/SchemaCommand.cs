using System.CommandLine;
using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Commands.Schema;

/// <summary><c>gridgov schema [NAME]</c>: the JSON Schema of a file of a model; without a name, what files there are.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "The name of a file, as the list gives it.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("schema", "Prints the JSON Schema of a file of a model; without NAME lists the files.") { name };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(name)));
    }

    private static int Run(Session session, string? name)
    {
        if (name is null)
        {
            List(session);
        }
        else if (SchemaFile.Find(name) is { } file)
        {
            session.Result(file.Schema(session.Culture));
        }
        else
        {
            var known = string.Join(", ", SchemaFile.All.Select(static file => file.Name));
            throw new UnusableInputException(session.Say($"\"{name}\" should be one of {known}.", $"“{name}”应为下列之一：{known}。"));
        }

        return ExitCode.Ok;
    }

    private static void List(Session session)
    {
        if (session.IsJson)
        {
            session.Result(new JsonObject
            {
                ["files"] = new JsonArray([.. SchemaFile.All.Select(file => (JsonNode)new JsonObject
                {
                    ["name"] = file.Name,
                    ["path"] = file.Path,
                    ["purpose"] = file.Purpose.ToString(session.Culture),
                })]),
            });
            return;
        }

        var width = SchemaFile.All.Max(static file => file.Name.Length);
        var pathWidth = SchemaFile.All.Max(static file => file.Path.Length);
        foreach (var file in SchemaFile.All)
        {
            session.Result($"{file.Name.PadRight(width)}  {file.Path.PadRight(pathWidth)}  {file.Purpose.ToString(session.Culture)}");
        }
    }
}
