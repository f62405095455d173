using System.Globalization;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The files of all subjects, made of two tables: who is visited, and what visits were made (走访台账).</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class VisitBook
{
    private VisitBook(EquatableArray<VisitFile> files) => Files = files;

    /// <summary>Gets the files, in the order of the subjects.</summary>
    public EquatableArray<VisitFile> Files { get; }

    /// <summary>Compiles two tables.</summary>
    /// <param name="subjects">The subjects.</param>
    /// <param name="records">The visits, in any order; those after <paramref name="at"/> are passed over.</param>
    /// <param name="policy">Who is visited how often.</param>
    /// <param name="zone">The county's time zone.</param>
    /// <param name="at">The instant up to which visits count.</param>
    /// <param name="report">Everything that is wrong: subjects at <c>/subjects/0/…</c>, visits at <c>/visits/0/…</c>; a visit more than owed, against a rule that
    /// forbids it, is a warning.</param>
    /// <returns>The book; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> or <paramref name="zone"/> is null.</exception>
    public static VisitBook? Compile(
        EquatableArray<VisitSubject> subjects, EquatableArray<VisitRecord> records, VisitPolicy policy, DateTimeZone zone, Instant at, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(zone);
        var findings = new List<Finding>();
        var files = new Dictionary<string, VisitFile>(StringComparer.Ordinal);
        for (var i = 0; i < subjects.Count; i++)
        {
            Enrol(subjects[i], i, policy, files, findings);
        }

        foreach (var i in Enumerable.Range(0, records.Count).Where(i => records[i].At <= at).OrderBy(i => records[i].At).ThenBy(static i => i))
        {
            Record(records[i], i, zone, files, findings);
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new VisitBook(EquatableArray.From(subjects.Select(subject => files[subject.Id])));
    }

    private static void Enrol(VisitSubject subject, int row, VisitPolicy policy, Dictionary<string, VisitFile> files, List<Finding> findings)
    {
        string Path(string member) => string.Create(CultureInfo.InvariantCulture, $"/subjects/{row}/{member}");
        var known = findings.Count;
        if (string.IsNullOrWhiteSpace(subject.Id) || files.ContainsKey(subject.Id))
        {
            findings.Add(FieldworkMessages.Fault(Path("id"), FieldworkMessages.Texts["fieldwork.subject-twice", subject.Id]));
        }

        if (subject.To < subject.From)
        {
            findings.Add(FieldworkMessages.Fault(Path("to"), FieldworkMessages.Texts["fieldwork.ends-before-start", subject.Id, subject.From, subject.To]));
        }

        if (!policy.TryFindCategory(subject.Category, out var category))
        {
            findings.Add(FieldworkMessages.Fault(Path("category"), FieldworkMessages.Texts["fieldwork.unknown-category", subject.Category]));
        }
        else if (subject.Risk is not null && !category.Risks.Contains(subject.Risk))
        {
            findings.Add(FieldworkMessages.Fault(Path("risk"), FieldworkMessages.Texts["fieldwork.unknown-risk", subject.Risk, category.Code]));
        }
        else if (policy.RuleFor(subject.Category, subject.Risk) is not { } rule)
        {
            findings.Add(FieldworkMessages.Fault(Path("risk"), FieldworkMessages.Texts["fieldwork.risk-needed", category.Code, string.Join(", ", category.Risks)]));
        }
        else if (findings.Count == known)
        {
            var last = rule.For is { } length ? new DutyCycle(subject.From, length).LastDay(0) : (LocalDate?)null;
            var enrolled = subject with { To = last is null || subject.To < last ? subject.To : last };
            files.Add(subject.Id, VisitFile.Apply(null, new SubjectEnrolled(enrolled, rule) { On = subject.From, By = default }));
        }
    }

    private static void Record(VisitRecord record, int row, DateTimeZone zone, Dictionary<string, VisitFile> files, List<Finding> findings)
    {
        string Path(string member) => string.Create(CultureInfo.InvariantCulture, $"/visits/{row}/{member}");
        var on = record.At.InZone(zone).Date;
        if (!files.TryGetValue(record.Subject ?? "", out var file))
        {
            findings.Add(FieldworkMessages.Fault(Path("subject"), FieldworkMessages.Texts["fieldwork.unknown-subject", record.Subject]));
            return;
        }

        if (record.People < 0)
        {
            findings.Add(FieldworkMessages.Fault(Path("people"), FieldworkMessages.Texts["fieldwork.visit-contradicts-itself", file.Subject.Id]));
            return;
        }

        if (on < file.Subject.From || file.Subject.To < on)
        {
            findings.Add(FieldworkMessages.Fault(Path("at"), FieldworkMessages.Texts["fieldwork.visit-outside-duty", file.Subject.Id, on]));
            return;
        }

        if (record.Outcome != VisitOutcome.Done)
        {
            files[file.Subject.Id] = VisitFile.Apply(file, new VisitAttempted(record.Outcome) { On = on, By = record.By });
            return;
        }

        var period = file.PeriodFor(on);
        if (period is null && !file.Rule.AllowsMore)
        {
            findings.Add(Finding.Warning(
                FieldworkMessages.Texts["fieldwork.visited-before", file.Subject.Id, file.Visits[^1]], FindingPlace.At(Path("at")) with { Subject = file.Subject.Id }));
        }

        var isLate = period is { } settled && file.Cycle.LastDay(settled) < on;
        files[file.Subject.Id] = VisitFile.Apply(file, new VisitMade(period, isLate, record.People) { On = on, By = record.By });
    }
}
