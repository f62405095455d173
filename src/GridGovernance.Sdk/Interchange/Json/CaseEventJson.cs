using System.Diagnostics.CodeAnalysis;
using System.Globalization;
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
    private static readonly EventJson<CaseEvent> Lines = new(
        "caseEventRow", "case", Format,
        Kind<CaseReported>("case-reported"), Kind<CaseMoved>("case-moved"), Kind<CaseDispatched>("case-dispatched"),
        Kind<CaseEscalated>("case-escalated"), Kind<CaseEvaluated>("case-evaluated"), Kind<CaseMigrated>("case-migrated"),
        Kind<ClockStarted>("clock-started"), Kind<ClockPaused>("clock-paused"), Kind<ClockResumed>("clock-resumed"),
        Kind<ClockStopped>("clock-stopped"), Kind<DeadlineExtended>("deadline-extended"), Kind<DeadlineMissed>("deadline-missed"),
        Kind<CaseRecorded>("case-recorded"), Kind<CaseSized>("case-sized"), Kind<SubtaskAssigned>("subtask-assigned"), Kind<SubtaskFinished>("subtask-finished"),
        Kind<SubtaskMissed>("subtask-missed"),
        Kind<CaseMerged>("case-merged"), Kind<TeamAttached>("team-attached"));

    /// <summary>Gets the names of the kinds of events.</summary>
    public static EquatableArray<string> Types => Lines.Types;

    /// <summary>Reads a file of events.</summary>
    /// <param name="content">The bytes of the file: UTF-8, with or without a byte-order mark; empty lines are passed over.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The events in the order of their lines, or every problem.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public static ReadResult<EquatableArray<CaseEventRow>> Read(ReadOnlySpan<byte> content, string file, ImportLimits? limits = null)
    {
        var read = Lines.Read(content, file, limits);
        var rows = EquatableArray.From(read.Value.Select(static row => new CaseEventRow(row.Id, row.Event)));
        return new ReadResult<EquatableArray<CaseEventRow>>(file, rows, rows, [.. read.Report], new SourceMap());
    }

    /// <summary>Writes events, one a line.</summary>
    /// <param name="rows">The events.</param>
    /// <returns>UTF-8 without a byte-order mark; every line ends in a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">An event is none of this library's.</exception>
    public static byte[] Write(IEnumerable<CaseEventRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Lines.Write(rows.Select(static row => new EventRow<CaseEvent>(row.CaseId, row.Event)));
    }

    /// <summary>Describes a line of an event file as JSON Schema (draft 2020-12): one of the kinds of <see cref="Types"/>.</summary>
    /// <param name="culture">The language of its descriptions: Chinese for every <c>zh</c> culture, English for all others and for null.</param>
    /// <returns>The schema; the caller may change it.</returns>
    public static JsonObject Schema(CultureInfo? culture = null) => Lines.Schema(culture);

    internal static IEnumerable<(string Name, ObjectShape Shape)> Shapes() => Lines.Shapes();

    private static EventKind<CaseEvent> Kind<T>(string name)
        where T : CaseEvent => EventKind<CaseEvent>.Of<T>(name, Format);

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
}
