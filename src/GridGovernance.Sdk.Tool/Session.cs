using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool;

/// <summary>One call of a verb: where its result and its diagnostics go, and in which form and language.</summary>
internal sealed class Session
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    private readonly TextWriter _output;
    private readonly TextWriter _error;

    private Session(ParseResult call)
    {
        _output = call.InvocationConfiguration.Output;
        _error = call.InvocationConfiguration.Error;
        IsJson = call.GetValue(JsonOption);
        Culture = call.GetValue(LanguageOption) is "zh" ? Chinese : CultureInfo.InvariantCulture;
    }

    /// <summary>Gets the option <c>--json</c>, which every verb has.</summary>
    internal static Option<bool> JsonOption { get; } = new("--json") { Description = "Write the result as one JSON object.", Recursive = true };

    /// <summary>Gets the option <c>--lang</c>, which every verb has.</summary>
    internal static Option<string> LanguageOption { get; } = CreateLanguageOption();

    /// <summary>Gets whether the result is to be one JSON object.</summary>
    internal bool IsJson { get; }

    /// <summary>Gets the culture of messages: Chinese, or invariant for English.</summary>
    internal CultureInfo Culture { get; }

    /// <summary>Gives a command its action.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Does the work, and returns one of <see cref="ExitCode"/>.</param>
    /// <returns>The command.</returns>
    internal static Command Bind(Command command, Func<ParseResult, Session, int> run)
    {
        command.SetAction(call => run(call, new Session(call)));
        return command;
    }

    /// <summary>Returns the culture that arguments ask for, before they are parsed.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>Chinese, or invariant for English.</returns>
    internal static CultureInfo CultureOf(string[] args)
    {
        var index = Array.LastIndexOf(args, LanguageOption.Name);
        return args.Any(static arg => arg is "--lang=zh" or "--lang:zh") || (index >= 0 && index + 1 < args.Length && args[index + 1] is "zh") ? Chinese : CultureInfo.InvariantCulture;
    }

    /// <summary>Writes a line of the result.</summary>
    /// <param name="line">The text.</param>
    internal void Result(string line) => _output.Write(line + "\n");

    /// <summary>Writes the result as JSON.</summary>
    /// <param name="result">The object.</param>
    internal void Result(JsonNode result) => Result(result.ToJsonString(Readable));

    /// <summary>Writes a line for the person who watches.</summary>
    /// <param name="line">The text.</param>
    internal void Note(LocalizedText line) => _error.Write(line.ToString(Culture) + "\n");

    /// <summary>Returns a text in the language of the call.</summary>
    /// <param name="en">The English text.</param>
    /// <param name="zh">The Chinese text.</param>
    /// <returns>One of the two.</returns>
    internal string Say(string en, string zh) => new LocalizedText(en, zh).ToString(Culture);

    private static Option<string> CreateLanguageOption()
    {
        var option = new Option<string>("--lang")
        {
            Description = "The language of messages: en or zh.",
            Recursive = true,
            DefaultValueFactory = static _ => "en",
        };
        option.AcceptOnlyFromAmong("en", "zh");
        return option;
    }
}
