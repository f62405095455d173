using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Interchange.Shapes;
using GridGovernance.Sdk.Interchange.Values;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Reads and writes the events of cases as JSON lines: <c>{"case": "case-1", "type": "case-moved", "event": {…}}</c>, one a line, in the order of their cases.</summary>
/// <remarks>Reading reports every problem with its line and never throws for bad data. Writing what was read gives the same bytes. This type is safe to share between threads.</remarks>
public static class CaseEventJson
{
    private static readonly JsonFormat Format = new(CaseEventContext.Default, Values());
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Kind[] Kinds =
    [
        Kind.Of<CaseReported>("case-reported"), Kind.Of<CaseMoved>("case-moved"), Kind.Of<CaseDispatched>("case-dispatched"),
        Kind.Of<CaseEscalated>("case-escalated"), Kind.Of<CaseEvaluated>("case-evaluated"), Kind.Of<CaseMigrated>("case-migrated"),
        Kind.Of<ClockStarted>("clock-started"), Kind.Of<ClockPaused>("clock-paused"), Kind.Of<ClockResumed>("clock-resumed"),
        Kind.Of<ClockStopped>("clock-stopped"), Kind.Of<DeadlineExtended>("deadline-extended"), Kind.Of<DeadlineMissed>("deadline-missed"),
        Kind.Of<CaseRecorded>("case-recorded"), Kind.Of<CaseSized>("case-sized"), Kind.Of<SubtaskAssigned>("subtask-assigned"), Kind.Of<SubtaskFinished>("subtask-finished"),
        Kind.Of<CaseMerged>("case-merged"), Kind.Of<TeamAttached>("team-attached"),
    ];

    /// <summary>Gets the names of the kinds of events.</summary>
    public static EquatableArray<string> Types { get; } = EquatableArray.From(Kinds.Select(static kind => kind.Name));

    /// <summary>Reads a file of events.</summary>
    /// <param name="content">The bytes of the file: UTF-8, with or without a byte-order mark; empty lines are passed over.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The events in the order of their lines, or every problem.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public static ReadResult<EquatableArray<CaseEventRow>> Read(ReadOnlySpan<byte> content, string file, ImportLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= ImportLimits.Default;
        var findings = new List<Finding>();
        var rows = new List<CaseEventRow>();
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
        return new ReadResult<EquatableArray<CaseEventRow>>(file, value, value, findings, new SourceMap());
    }

    /// <summary>Writes events, one a line.</summary>
    /// <param name="rows">The events.</param>
    /// <returns>UTF-8 without a byte-order mark; every line ends in a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">An event is none of this library's.</exception>
    public static byte[] Write(IEnumerable<CaseEventRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var kind = Array.Find(Kinds, kind => kind.Type == row.Event.GetType())
                ?? throw new ArgumentException($"\"{row.Event.GetType().Name}\" must be an event of this library, but is not.", nameof(rows));
            using var document = JsonDocument.Parse(kind.Write(row.Event));
            text.Append("{\"case\":").Append(Quote(row.CaseId)).Append(",\"type\":").Append(Quote(kind.Name)).Append(",\"event\":")
                .Append(JsonObject.Create(document.RootElement)!.ToJsonString(Compact)).Append("}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Describes a line of an event file as JSON Schema (draft 2020-12): one of the kinds of <see cref="Types"/>.</summary>
    /// <param name="culture">The language of its descriptions: Chinese for every <c>zh</c> culture, English for all others and for null.</param>
    /// <returns>The schema; the caller may change it.</returns>
    public static JsonObject Schema(CultureInfo? culture = null) =>
        SchemaWriter.WriteLine("caseEventRow", "case", Shapes(), culture ?? CultureInfo.InvariantCulture);

    internal static IEnumerable<(string Name, ObjectShape Shape)> Shapes() => Kinds.Select(static kind => (kind.Name, (ObjectShape)Format.ShapeOf(kind.Type)));

    private static void ReadLine(ReadOnlySpan<byte> text, string file, int line, ImportLimits limits, List<CaseEventRow> rows, List<Finding> findings)
    {
        var place = FindingPlace.Nowhere.InFile(file, line);
        if (!TryParse(text, out var document))
        {
            findings.Add(Finding.Error(InterchangeMessages.All["interchange.not-an-event-line"], place));
            return;
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 3
                || !root.TryGetProperty("case", out var id) || id.ValueKind != JsonValueKind.String || id.GetString()!.Length == 0
                || !root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
                || !root.TryGetProperty("event", out var body))
            {
                findings.Add(Finding.Error(InterchangeMessages.All["interchange.not-an-event-line"], place));
                return;
            }

            if (Array.Find(Kinds, kind => string.Equals(kind.Name, type.GetString(), StringComparison.Ordinal)) is not { } known)
            {
                findings.Add(Finding.Error(InterchangeMessages.All["interchange.unknown-event", type.GetString(), string.Join(", ", Types)], place));
                return;
            }

            var e = known.Read(Encoding.UTF8.GetBytes(body.GetRawText()), file, limits, found => findings.Add(found with { Place = found.Place with { File = file, Line = line } }));
            if (e is not null)
            {
                rows.Add(new CaseEventRow(id.GetString()!, e));
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

    private static ValueTypes Values() => GovernanceValues.Create()
        .Choice<EvaluationParty>()
        .Choice<CaseSize>()
        .Choice<CaseSubjectKind>()
        .Choice<CommandTeamRole>()
        .List<CommandTeamMember>()
        .Choice<CaseRecordKind>()
        .Choice<CaseRecordGround>()
        .Add(new TextConverter<ContentHash>(
            new LocalizedText("a content hash", "内容哈希"),
            new string('0', 64),
            static (string text, [MaybeNullWhen(false)] out ContentHash value) => ContentHash.TryParse(text, null, out value),
            static hash => hash.ToString(),
            "^[0-9a-f]{64}$"));

    /// <summary>One kind of event: its name in files, and how it is read and written.</summary>
    private sealed record Kind(string Name, Type Type, Func<byte[], string, ImportLimits, Action<Finding>, CaseEvent?> Read, Func<CaseEvent, byte[]> Write)
    {
        internal static Kind Of<T>(string name)
            where T : CaseEvent => new(
                name,
                typeof(T),
                static (content, file, limits, report) =>
                {
                    var read = Format.Read<T>(content, file, limits);
                    foreach (var finding in read.Report)
                    {
                        report(finding);
                    }

                    return read.Value;
                },
                static e => Format.Write((T)e));
    }
}
