using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Reads and writes events as JSON lines: <c>{"subject": "s-1", "type": "visit-made", "event": {…}}</c>, one a line, in the order in which they happened to each.</summary>
/// <remarks>Reading reports every problem with its line and never throws for bad data. Writing what was read gives the same bytes. This type is immutable and safe to share between threads.</remarks>
/// <typeparam name="TEvent">The kind of events.</typeparam>
public sealed class EventJson<TEvent>
    where TEvent : class
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _name;
    private readonly JsonFormat _format;
    private readonly EventKind<TEvent>[] _kinds;

    /// <summary>Creates a format of lines.</summary>
    /// <param name="name">The name of a line in schemas.</param>
    /// <param name="key">The member that holds the id of what the event happened to.</param>
    /// <param name="format">How the members of events are read and written.</param>
    /// <param name="kinds">The kinds of events.</param>
    internal EventJson(string name, string key, JsonFormat format, params EventKind<TEvent>[] kinds)
    {
        (_name, Key, _format, _kinds) = (name, key, format, kinds);
        Types = EquatableArray.From(kinds.Select(static kind => kind.Name));
    }

    /// <summary>Gets the member of a line that holds the id of what the event happened to.</summary>
    public string Key { get; }

    /// <summary>Gets the names of the kinds of events.</summary>
    public EquatableArray<string> Types { get; }

    /// <summary>Reads a file of events.</summary>
    /// <param name="content">The bytes of the file: UTF-8, with or without a byte-order mark; empty lines are passed over.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The events in the order of their lines, or every problem.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public ReadResult<EquatableArray<EventRow<TEvent>>> Read(ReadOnlySpan<byte> content, string file, ImportLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= ImportLimits.Default;
        var findings = new List<Finding>();
        var rows = new List<EventRow<TEvent>>();
        if (SourceText.TryAccept(content, limits, findings, out var whole))
        {
            var line = 0;
            foreach (var range in whole.Split((byte)'\n'))
            {
                line++;
                var text = whole[range].Trim(" \t\r"u8);
                if (text.Length > 0)
                {
                    ReadLine(text, file, line, limits, rows, findings);
                }
            }
        }

        var isWhole = findings.Count == 0;
        var value = isWhole ? EquatableArray.From(rows) : default;
        return new ReadResult<EquatableArray<EventRow<TEvent>>>(file, value, value, findings, new SourceMap());
    }

    /// <summary>Writes events, one a line.</summary>
    /// <param name="rows">The events.</param>
    /// <returns>UTF-8 without a byte-order mark; every line ends in a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">An event is none of this library's.</exception>
    public byte[] Write(IEnumerable<EventRow<TEvent>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var kind = Array.Find(_kinds, kind => kind.Type == row.Event.GetType())
                ?? throw new ArgumentException($"\"{row.Event.GetType().Name}\" must be an event of this library, but is not.", nameof(rows));
            using var document = JsonDocument.Parse(kind.Write(row.Event));
            text.Append("{\"").Append(Key).Append("\":").Append(Quote(row.Id)).Append(",\"type\":").Append(Quote(kind.Name)).Append(",\"event\":")
                .Append(JsonObject.Create(document.RootElement)!.ToJsonString(Compact)).Append("}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Describes a line of an event file as JSON Schema (draft 2020-12): one of the kinds of <see cref="Types"/>.</summary>
    /// <param name="culture">The language of its descriptions: Chinese for every <c>zh</c> culture, English for all others and for null.</param>
    /// <returns>The schema; the caller may change it.</returns>
    public JsonObject Schema(CultureInfo? culture = null) =>
        SchemaWriter.WriteLine(_name, Key, Shapes(), culture ?? CultureInfo.InvariantCulture);

    internal IEnumerable<(string Name, ObjectShape Shape)> Shapes() => _kinds.Select(kind => (kind.Name, (ObjectShape)_format.ShapeOf(kind.Type)));

    private void ReadLine(ReadOnlySpan<byte> text, string file, int line, ImportLimits limits, List<EventRow<TEvent>> rows, List<Finding> findings)
    {
        var place = FindingPlace.Nowhere.InFile(file, line);
        if (!TryParse(text, out var document))
        {
            findings.Add(Finding.Error(InterchangeMessages.All["interchange.not-an-event-line", Key], place));
            return;
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 3
                || !root.TryGetProperty(Key, out var id) || id.ValueKind != JsonValueKind.String || id.GetString()!.Length == 0
                || !root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
                || !root.TryGetProperty("event", out var body))
            {
                findings.Add(Finding.Error(InterchangeMessages.All["interchange.not-an-event-line", Key], place));
                return;
            }

            if (Array.Find(_kinds, kind => string.Equals(kind.Name, type.GetString(), StringComparison.Ordinal)) is not { } known)
            {
                findings.Add(Finding.Error(InterchangeMessages.All["interchange.unknown-event", type.GetString(), string.Join(", ", Types)], place));
                return;
            }

            var e = known.Read(Encoding.UTF8.GetBytes(body.GetRawText()), file, limits, found => findings.Add(found with { Place = found.Place with { File = file, Line = line } }));
            if (e is not null)
            {
                rows.Add(new EventRow<TEvent>(id.GetString()!, e));
            }
        }
    }

    private static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out JsonDocument? document)
    {
        try
        {
            document = JsonDocument.Parse(text.ToArray(), new JsonDocumentOptions { MaxDepth = GovernanceJson.MaxDepth, AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            document = null;
            return false;
        }
    }

    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
