using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>Rules that every file under <c>src</c> keeps, each as a function from a file to what is wrong with it.</summary>
internal static partial class SourceRules
{
    private const int MaximumLines = 400;

    internal static readonly IReadOnlyDictionary<string, Func<SourceFile, IEnumerable<string>>> All =
        new Dictionary<string, Func<SourceFile, IEnumerable<string>>>(StringComparer.Ordinal)
        {
            ["room order"] = RoomOrder,
            ["namespace = folder"] = NamespaceIsFolder,
            ["one type per file, named for it"] = OneTypePerFile,
            ["file length"] = FileLength,
            ["no regions"] = NoRegions,
            ["no unfinished work"] = NoUnfinishedWork,
            ["no words that say nothing"] = NoEmptyNames,
            ["geometry library in Geodesy alone"] = GeometryLibraryInGeodesyAlone,
            ["no global usings"] = NoGlobalUsings,
            ["no banned symbol"] = NoBannedSymbol,
        };

    private static readonly Lazy<ILookup<string, string>> TypesOfRooms = new(() =>
        SourceFile.All.Where(static file => file.Room is not null)
            .SelectMany(static file => file.TopLevelTypes, static (file, type) => (file.Room, Name: NameOf(type)))
            .ToLookup(static pair => pair.Room!, static pair => pair.Name, StringComparer.Ordinal));

    internal static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax method ? method.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;

    private static IEnumerable<string> RoomOrder(SourceFile file)
    {
        if (file.Room is not { } room)
        {
            yield break;
        }

        if (!Rooms.IsKnown(room))
        {
            yield return file.At(1, $"\"{room}\" is no room.");
            yield break;
        }

        // Outermost names only: "GridGovernance.Sdk.Cases.GridCase" is one name, not four.
        foreach (var node in file.Root.DescendantNodes())
        {
            if (node is not (QualifiedNameSyntax or MemberAccessExpressionSyntax)
                || node.Parent is QualifiedNameSyntax or MemberAccessExpressionSyntax or BaseNamespaceDeclarationSyntax)
            {
                continue;
            }

            var name = node.ToString().Replace("global::", "", StringComparison.Ordinal);
            var used = Rooms.Of(name) ?? RelativeRoom(name, isType: node is QualifiedNameSyntax);
            if (used is { Length: > 0 } && Rooms.IsKnown(used) && !Rooms.MayUse(room, used))
            {
                yield return file.At(node, $"\"{room}\" may not use the room \"{used}\" ({name}).");
            }
        }
    }

    // "Cases.GridCase" inside the root namespace; "Cases.Count" of a property named Cases is none.
    private static string? RelativeRoom(string name, bool isType)
    {
        var parts = name.Split('.', 3);
        return parts.Length > 1 && Rooms.IsKnown(parts[0]) && (isType || TypesOfRooms.Value[parts[0]].Contains(parts[1].Split('<')[0], StringComparer.Ordinal))
            ? parts[0]
            : null;
    }

    private static IEnumerable<string> NamespaceIsFolder(SourceFile file)
    {
        foreach (var space in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            // A folder by role inside a room may stay in the room's namespace.
            var name = space.Name.ToString();
            var expected = string.Join('.', [file.Project, .. file.Folders]);
            var ofRoom = string.Join('.', [file.Project, .. file.Folders.Take(1)]);
            if (!string.Equals(name, expected, StringComparison.Ordinal) && !(file.Folders.Length == 2 && string.Equals(name, ofRoom, StringComparison.Ordinal)))
            {
                yield return file.At(space, $"the namespace is expected to be \"{expected}\", but is \"{name}\".");
            }
        }

        if (file.TopLevelTypes.Any() && !file.Root.Members.OfType<BaseNamespaceDeclarationSyntax>().Any())
        {
            yield return file.At(1, "a type lies outside of any namespace.");
        }
    }

    private static IEnumerable<string> OneTypePerFile(SourceFile file)
    {
        var types = file.TopLevelTypes.ToList();
        if (types.Count > 1)
        {
            yield return file.At(types[1], $"a second top-level type, \"{NameOf(types[1])}\".");
        }

        foreach (var type in types.Take(1))
        {
            var parameters = type switch
            {
                TypeDeclarationSyntax declaration => declaration.TypeParameterList,
                DelegateDeclarationSyntax declaration => declaration.TypeParameterList,
                _ => null,
            };
            var name = NameOf(type);
            var expected = parameters is null ? name : $"{name}{{{string.Join(',', parameters.Parameters.Select(static parameter => parameter.Identifier.Text))}}}";
            var isPart = type.Modifiers.Any(SyntaxKind.PartialKeyword) && file.Name.StartsWith(expected + ".", StringComparison.Ordinal);
            if (!string.Equals(file.Name, expected, StringComparison.Ordinal) && !isPart)
            {
                yield return file.At(type, $"the file of \"{name}\" is expected to be named \"{expected}.cs\".");
            }
        }
    }

    private static IEnumerable<string> FileLength(SourceFile file)
    {
        var lines = file.Text.AsSpan().TrimEnd().Count('\n') + 1;
        return lines <= MaximumLines ? [] : [file.At(lines, $"at most {MaximumLines} lines are expected, but there are {lines}.")];
    }

    private static IEnumerable<string> NoRegions(SourceFile file) =>
        file.Root.DescendantTrivia(descendIntoTrivia: true)
            .Where(static trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
            .Select(trivia => file.At(trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1, "a region."));

    private static IEnumerable<string> NoUnfinishedWork(SourceFile file) =>
        file.Text.Split('\n')
            .Select(static (line, index) => (Match: Unfinished().Match(line), Number: index + 1))
            .Where(static found => found.Match.Success)
            .Select(found => file.At(found.Number, $"\"{found.Match.Value}\"."));

    private static IEnumerable<string> NoEmptyNames(SourceFile file) =>
        file.TopLevelTypes.Select(NameOf).Concat(file.Folders)
            .Where(static name => EmptyName().IsMatch(name))
            .Select(name => file.At(1, $"the name \"{name}\" does not say what it is."));

    private static IEnumerable<string> GeometryLibraryInGeodesyAlone(SourceFile file) =>
        string.Equals(file.Room, "Geodesy", StringComparison.Ordinal)
            ? []
            : file.Root.DescendantTokens()
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken) && string.Equals(token.Text, "NetTopologySuite", StringComparison.Ordinal))
                .Select(token => file.At(token, "only Geodesy may use NetTopologySuite."));

    private static IEnumerable<string> NoGlobalUsings(SourceFile file) =>
        file.Root.Usings
            .Where(static directive => !directive.GlobalKeyword.IsKind(SyntaxKind.None))
            .Select(directive => file.At(directive, "a global using hides who uses whom."));

    private static IEnumerable<string> NoBannedSymbol(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        let name = node switch
        {
            MemberAccessExpressionSyntax access => $"{access.Expression.ToString().Split('.')[^1]}.{access.Name.Identifier.Text}",
            ObjectCreationExpressionSyntax creation => creation.Type.ToString().Split('.')[^1],
            _ => null,
        }
        where name is not null && (BannedSymbols.Members.Contains(name) || BannedSymbols.Types.Contains(name.Split('.')[0]))
        select file.At(node, $"\"{name}\" is banned.");

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(Utils?|Utilit(y|ies)|Helpers?|Common|Manager|Misc)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmptyName();
}
