using System.CommandLine;
using System.Reflection;
using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Commands.Model;

/// <summary><c>gridgov model new FOLDER</c>: a small valid county to start from, written whole or not at all.</summary>
internal static class ModelNewCommand
{
    private const string Prefix = "template/";

    internal static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder to write; it must be empty or not exist." };
        var command = new Command("new", "Writes a small valid county to start from.") { folder };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(folder)!));
    }

    private static int Run(Session session, string folder)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new UnusableInputException(session.Say(
                $"\"{folder}\" should be an empty folder or not exist, but holds something.", $"“{folder}”应为空文件夹或不存在，但已有内容。"));
        }

        var files = Write(target);
        if (session.IsJson)
        {
            session.Result(new JsonObject { ["folder"] = folder, ["files"] = new JsonArray([.. files.Select(static file => (JsonNode)file)]) });
        }
        else
        {
            files.ForEach(session.Result);
        }

        return ExitCode.Ok;
    }

    // Written beside the target and moved there at the end: a half-written model is never seen.
    private static List<string> Write(string target)
    {
        var assembly = Assembly.GetExecutingAssembly();
        // The build names a resource by its path, with the separators of the system that it ran on.
        var files = assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(static name => name[Prefix.Length..].Replace('\\', '/'), StringComparer.Ordinal);
        var parent = Path.GetDirectoryName(target) ?? throw new UnusableInputException($"\"{target}\" should be a folder inside another one.");
        Directory.CreateDirectory(parent);
        var draft = Path.Combine(parent, $".{Path.GetFileName(target)}.{Environment.ProcessId}");
        try
        {
            foreach (var (file, resource) in files)
            {
                var path = Path.Combine(draft, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var source = assembly.GetManifestResourceStream(resource)!;
                using var copy = File.Create(path);
                source.CopyTo(copy);
            }

            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(draft, target);
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }

        return [.. files.Keys.Order(StringComparer.Ordinal)];
    }
}
