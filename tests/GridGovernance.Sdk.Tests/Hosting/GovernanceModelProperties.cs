using System.Text.RegularExpressions;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Hosting;

public sealed class GovernanceModelProperties
{
    private static readonly string[] Values =
        ["\"\"", "\"x\"", "\"511921\"", "\"2026-02-29\"", "-1", "0", "1.5", "1e999", "99999999999999999999", "true", "null", "[]", "{}", "[[[]]]", "\"\\ud800\"", "\"*\""];

    /// <summary>Whatever somebody does to one file, loading ends with a model or with the reasons why not, and never with an exception.</summary>
    [Property(MaxTest = 40)]
    public void Load_ASpoiledFile_NeverThrows(byte file, ushort place, byte kind, byte value)
    {
        using var sample = new SampleModel();
        var files = Directory.GetFiles(sample.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var path = files[file % files.Length];
        File.WriteAllText(path, Spoil(File.ReadAllText(path), place, kind, value));

        var model = GovernanceModel.Load(sample.Path, out var report);

        Assert.Equal(model is null, report.HasErrors);
        Assert.All(report, finding =>
        {
            Assert.NotNull(finding.Place.File);
            Assert.NotEqual("", finding.Message.ToString());
        });
    }

    private static string Spoil(string text, int place, int kind, int value)
    {
        var lines = text.Split('\n').ToList();
        var line = place % lines.Count;
        switch (kind % 7)
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(line, lines[line]);
                break;
            case 2:
                (lines[line], lines[0]) = (lines[0], lines[line]);
                break;
            case 3:
                return text[..(place % (text.Length + 1))];
            case 4:
                var at = place % text.Length;
                return string.Concat(text.AsSpan(0, at), "\",;:{}[]\n0x*\0".AsSpan(value % 13, 1), text.AsSpan(at + 1));
            default:
                return Replace(text, place, Values[value % Values.Length]);
        }

        return string.Join('\n', lines);
    }

    // A value of a JSON file, or a cell of a CSV file, becomes something else.
    private static string Replace(string text, int place, string replacement)
    {
        var values = text.StartsWith('{')
            ? Regex.Matches(text, "(?<=: |^ +)(?:\"[^\"]*\"|[0-9.]+|true|false)", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
            : Regex.Matches(text, "[^,\n]+", RegexOptions.None, TimeSpan.FromSeconds(1));
        var match = values[place % values.Count];
        return string.Concat(text.AsSpan(0, match.Index), text.StartsWith('{') ? replacement : replacement.Trim('"'), text.AsSpan(match.Index + match.Length));
    }
}
