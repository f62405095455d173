using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>What the documentation of a public member holds: the compiler asks only that there is some.</summary>
internal static class DocumentationRules
{
    /// <summary>Returns everything that the documentation of a file's public members lacks.</summary>
    internal static IEnumerable<string> Violations(SourceFile file)
    {
        foreach (var member in file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(IsVisible))
        {
            if (member.GetLeadingTrivia().Select(static trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().FirstOrDefault() is not { } comment
                || Names(comment, "inheritdoc").Any())
            {
                continue;
            }

            var name = NameOf(member);
            if (!comment.DescendantNodes().OfType<XmlElementSyntax>().Any(static element => Is(element, "summary") && HasText(element)))
            {
                yield return file.At(member, $"\"{name}\" has no summary.");
            }

            foreach (var parameter in Parameters(member).Where(parameter => !Described(comment, "param", parameter)))
            {
                yield return file.At(member, $"\"{name}\" does not describe the parameter \"{parameter}\".");
            }

            foreach (var parameter in TypeParameters(member).Where(parameter => !Described(comment, "typeparam", parameter)))
            {
                yield return file.At(member, $"\"{name}\" does not describe the type parameter \"{parameter}\".");
            }

            if (Returns(member) && !comment.DescendantNodes().OfType<XmlElementSyntax>().Any(static element => Is(element, "returns") && HasText(element)))
            {
                yield return file.At(member, $"\"{name}\" does not describe what it returns.");
            }
        }
    }

    private static bool IsVisible(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or DelegateDeclarationSyntax or EnumMemberDeclarationSyntax
        && (IsPublic(member) || member is EnumMemberDeclarationSyntax || member.Parent is InterfaceDeclarationSyntax)
        && member.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(IsPublic);

    private static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword) || member.Modifiers.Any(SyntaxKind.ProtectedKeyword);

    private static IEnumerable<string> Parameters(MemberDeclarationSyntax member)
    {
        var list = member switch
        {
            TypeDeclarationSyntax type => type.ParameterList?.Parameters,
            BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
            DelegateDeclarationSyntax method => method.ParameterList.Parameters,
            IndexerDeclarationSyntax indexer => indexer.ParameterList.Parameters,
            _ => null,
        };
        return list?.Select(static parameter => parameter.Identifier.Text) ?? [];
    }

    private static IEnumerable<string> TypeParameters(MemberDeclarationSyntax member)
    {
        var list = member switch
        {
            TypeDeclarationSyntax type => type.TypeParameterList,
            MethodDeclarationSyntax method => method.TypeParameterList,
            DelegateDeclarationSyntax method => method.TypeParameterList,
            _ => null,
        };
        return list?.Parameters.Select(static parameter => parameter.Identifier.Text) ?? [];
    }

    private static bool Returns(MemberDeclarationSyntax member) =>
        (member as MethodDeclarationSyntax)?.ReturnType.ToString() is { } type && type is not ("void" or "Task" or "ValueTask");

    private static bool Described(DocumentationCommentTriviaSyntax comment, string tag, string parameter) =>
        comment.DescendantNodes().OfType<XmlElementSyntax>().Any(element =>
            Is(element, tag)
            && HasText(element)
            && element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().Any(name => string.Equals(name.Identifier.Identifier.ValueText, parameter.TrimStart('@'), StringComparison.Ordinal)));

    private static IEnumerable<string> Names(DocumentationCommentTriviaSyntax comment, string tag) =>
        comment.DescendantNodes().OfType<XmlEmptyElementSyntax>().Select(static element => element.Name.ToString()).Where(name => string.Equals(name, tag, StringComparison.Ordinal));

    private static bool Is(XmlElementSyntax element, string tag) => string.Equals(element.StartTag.Name.ToString(), tag, StringComparison.Ordinal);

    private static bool HasText(XmlElementSyntax element) =>
        element.Content.Any(static part => part is not XmlTextSyntax text || text.TextTokens.Any(static token => !string.IsNullOrWhiteSpace(token.Text) && !token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken)));

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        EnumMemberDeclarationSyntax value => value.Identifier.Text,
        _ => member.ToString().Split('\n')[0],
    };
}
