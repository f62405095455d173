using System.Text.RegularExpressions;
using System.Xml.Linq;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>The two resource files of one room's messages, and the source of its project.</summary>
internal sealed partial class MessageFile
{
    internal MessageFile(string folder, string english, string chinese, IReadOnlyList<SourceFile> sources)
    {
        Folder = folder;
        English = Read(english);
        Chinese = Read(chinese);
        Sources = sources;
    }

    /// <summary>Gets the messages of every room of every project.</summary>
    internal static IReadOnlyList<MessageFile> All { get; } =
    [
        .. SourceTree.Files("src", "Messages.resx").Select(static path =>
        {
            var folder = path[..path.LastIndexOf('/')];
            return new MessageFile(
                folder,
                File.ReadAllText(SourceTree.Path(path)),
                File.ReadAllText(SourceTree.Path(folder, "Messages.zh-Hans.resx")),
                [.. SourceFile.All.Where(file => file.Path.StartsWith(string.Join('/', folder.Split('/').Take(2)) + "/", StringComparison.Ordinal))]);
        }),
    ];

    internal string Folder { get; }

    /// <summary>Gets what every key of this room begins with, such as <c>coverage.</c>.</summary>
    internal string Prefix => Folder.Split('/')[^1].Split('.')[^1].ToLowerInvariant() + ".";

    internal IReadOnlyDictionary<string, string> English { get; }

    internal IReadOnlyDictionary<string, string> Chinese { get; }

    internal IReadOnlyList<SourceFile> Sources { get; }

    /// <summary>Returns the numbers of the placeholders of a text, each once, in order.</summary>
    internal static IReadOnlyList<int> Placeholders(string text) =>
        [.. Placeholder().Matches(text.Replace("{{", "", StringComparison.Ordinal)).Select(static match => int.Parse(match.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order()];

    private static Dictionary<string, string> Read(string resx) =>
        XDocument.Parse(resx).Root!.Elements("data").ToDictionary(static data => data.Attribute("name")!.Value, static data => data.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<n>[0-9]+)[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
