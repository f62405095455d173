using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>What code and resources of a room owe each other.</summary>
internal static partial class MessageRules
{
    /// <summary>Returns everything that is wrong with the messages of a room.</summary>
    internal static IEnumerable<string> Violations(MessageFile messages)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, literal) in Literals(messages))
        {
            var key = literal.Token.ValueText;
            used.Add(key);
            if (messages.English.TryGetValue(key, out var text))
            {
                if (Values(literal) is { } values && values < MessageFile.Placeholders(text).Count)
                {
                    yield return file.At(literal, $"\"{key}\" needs {MessageFile.Placeholders(text).Count} values, but {values} are given.");
                }
            }
            else
            {
                yield return file.At(literal, $"\"{key}\" is not in Messages.resx.");
            }
        }

        foreach (var (key, english) in messages.English)
        {
            var placeholders = MessageFile.Placeholders(english);
            if (!key.StartsWith(messages.Prefix, StringComparison.Ordinal) || !Key().IsMatch(key))
            {
                yield return $"{messages.Folder}: the key \"{key}\" is expected to be \"{messages.Prefix}\" and words with hyphens.";
            }
            else if (!used.Contains(key))
            {
                yield return $"{messages.Folder}: the key \"{key}\" is used nowhere.";
            }

            if (!placeholders.SequenceEqual(Enumerable.Range(0, placeholders.Count)))
            {
                yield return $"{messages.Folder}: the placeholders of \"{key}\" have a gap.";
            }

            if (!messages.Chinese.TryGetValue(key, out var chinese))
            {
                yield return $"{messages.Folder}: \"{key}\" is not in Messages.zh-Hans.resx.";
                continue;
            }

            if (!placeholders.SequenceEqual(MessageFile.Placeholders(chinese)))
            {
                yield return $"{messages.Folder}: \"{key}\" has other placeholders in Chinese than in English.";
            }

            if (!Han().IsMatch(chinese) || Han().IsMatch(english))
            {
                yield return $"{messages.Folder}: \"{key}\" is not in the language of its file.";
            }
        }

        foreach (var key in messages.Chinese.Keys.Where(key => !messages.English.ContainsKey(key)))
        {
            yield return $"{messages.Folder}: \"{key}\" is in Messages.zh-Hans.resx alone.";
        }
    }

    private static IEnumerable<(SourceFile File, LiteralExpressionSyntax Literal)> Literals(MessageFile messages) =>
        from file in messages.Sources
        from literal in file.Root.DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.StringLiteralExpression)
            && literal.Token.ValueText.StartsWith(messages.Prefix, StringComparison.Ordinal)
            && Key().IsMatch(literal.Token.ValueText)
        select (file, literal);

    // How many values stand behind the key where it indexes a catalogue; null where it does not, or where a spread hides their number.
    private static int? Values(LiteralExpressionSyntax literal) =>
        literal.Parent is ArgumentSyntax { Parent: BracketedArgumentListSyntax list } argument
        && list.Arguments[0] == argument
        && !list.Arguments.Skip(1).Any(static value => value.Expression is CollectionExpressionSyntax)
            ? list.Arguments.Count - 1
            : null;

    // "cases.csv" is a file.
    [GeneratedRegex("^[a-z]+\\.(?!(csv|json|geojson|svg|mmd|html|md)$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Han();
}
