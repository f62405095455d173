using GridGovernance.Sdk.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>One file of source under <c>src</c>, parsed.</summary>
internal sealed class SourceFile
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Parse);

    internal SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        var parts = path.Split('/');
        Project = parts[1];
        Folders = parts[2..^1];
        Name = System.IO.Path.GetFileNameWithoutExtension(path);
        Root = CSharpSyntaxTree.ParseText(text, Options, path).GetCompilationUnitRoot();
    }

    /// <summary>Gets all files of all projects under <c>src</c>.</summary>
    internal static IReadOnlyList<SourceFile> All { get; } = [.. SourceTree.Files("src", "*.cs").Select(path => new SourceFile(path, File.ReadAllText(SourceTree.Path(path))))];

    internal string Path { get; }

    internal string Text { get; }

    internal string Project { get; }

    internal string[] Folders { get; }

    internal string Name { get; }

    internal CompilationUnitSyntax Root { get; }

    /// <summary>Gets the room of the core; null in another project.</summary>
    internal string? Room => !string.Equals(Project, Rooms.Root, StringComparison.Ordinal) ? null : Folders.Length == 0 ? Rooms.RootRoom : Folders[0];

    /// <summary>Gets the types that are declared outside of any other.</summary>
    internal IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Where(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Cast<MemberDeclarationSyntax>();

    /// <summary>Returns what a rule has to say about a place.</summary>
    internal string At(SyntaxNodeOrToken node, string message) => At(node.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1, message);

    /// <summary>Returns what a rule has to say about a line.</summary>
    internal string At(int line, string message) => $"{Path}:{line}: {message}";

    public override string ToString() => Path;
}
