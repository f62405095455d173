using System.Globalization;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The files of all subjects, made of two tables: who is visited, and what visits were made (走访台账).</summary>
/// <remarks>
/// <para>A subject may stand in several rows. Rows of one category follow each other: one that begins on the day after another's last continues its duty, in
/// another cell or risk level; a later one begins a new duty with the same history. Rows of several categories are duties side by side, and a visit settles all of them.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class VisitBook
{
    private VisitBook(EquatableArray<VisitFile> files) => Files = files;

    /// <summary>Gets the files, one for each subject and category, in the order of the subjects.</summary>
    public EquatableArray<VisitFile> Files { get; }

    /// <summary>Compiles two tables.</summary>
    /// <param name="subjects">The subjects.</param>
    /// <param name="records">The visits, in any order; those after <paramref name="at"/> are passed over.</param>
    /// <param name="policy">Who is visited how often.</param>
    /// <param name="zone">The county's time zone.</param>
    /// <param name="at">The instant up to which visits count.</param>
    /// <param name="report">Everything that is wrong: subjects at <c>/subjects/0/…</c>, visits at <c>/visits/0/…</c>. Warnings are a visit more than owed, against a rule
    /// that forbids it; one outside the days of the duty, which does not count; and one by a seat that the county lacks.</param>
    /// <param name="establishment">The posts and departments that visit; null where the seats are not checked.</param>
    /// <returns>The book; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> or <paramref name="zone"/> is null.</exception>
    public static VisitBook? Compile(
        EquatableArray<VisitSubject> subjects, EquatableArray<VisitRecord> records, VisitPolicy policy, DateTimeZone zone, Instant at, out FindingReport report,
        Establishment? establishment = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(zone);
        var findings = new List<Finding>();
        var duties = Enumerable.Range(0, subjects.Count)
            .Where(i => Rule(subjects[i], i, policy, findings) is not null)
            .GroupBy(i => (subjects[i].Id, subjects[i].Category))
            .Select(rows => new VisitBookDuty(rows.OrderBy(i => subjects[i].From).Select(i => (i, subjects[i], policy.RuleFor(subjects[i].Category, subjects[i].Risk)!))))
            .ToArray();
        foreach (var duty in duties)
        {
            findings.AddRange(duty.Overlaps.Select(row => FieldworkMessages.Fault(
                string.Create(CultureInfo.InvariantCulture, $"/subjects/{row}/id"), FieldworkMessages.Texts["fieldwork.subject-twice", subjects[row].Id])));
        }

        // A visit to somebody whose row is faulty says nothing new.
        var bySubject = duties.ToLookup(static duty => duty.Subject, StringComparer.Ordinal);
        var named = subjects.Select(static subject => subject.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var i in Enumerable.Range(0, records.Count).Where(i => records[i].At <= at).OrderBy(i => records[i].At).ThenBy(static i => i))
        {
            if (bySubject.Contains(records[i].Subject ?? "") || !named.Contains(records[i].Subject ?? ""))
            {
                Record(records[i], i, zone, [.. bySubject[records[i].Subject ?? ""]], establishment, findings);
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new VisitBook(EquatableArray.From(duties.Select(duty => duty.FileOn(at.InZone(zone).Date))));
    }

    // The rule that a row falls under; null where something is wrong with it.
    private static VisitRule? Rule(VisitSubject subject, int row, VisitPolicy policy, List<Finding> findings)
    {
        string Path(string member) => string.Create(CultureInfo.InvariantCulture, $"/subjects/{row}/{member}");
        var known = findings.Count;
        if (string.IsNullOrWhiteSpace(subject.Id))
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
            return null;
        }

        var rule = policy.RuleFor(subject.Category, subject.Risk);
        if (subject.Risk is not null && !category.Risks.Contains(subject.Risk))
        {
            findings.Add(FieldworkMessages.Fault(Path("risk"), FieldworkMessages.Texts["fieldwork.unknown-risk", subject.Risk, category.Code]));
        }
        else if (rule is null)
        {
            findings.Add(FieldworkMessages.Fault(Path("risk"), FieldworkMessages.Texts["fieldwork.risk-needed", category.Code, string.Join(", ", category.Risks)]));
        }

        return findings.Count == known ? rule : null;
    }

    private static void Record(VisitRecord record, int row, DateTimeZone zone, VisitBookDuty[] duties, Establishment? establishment, List<Finding> findings)
    {
        string Path(string member) => string.Create(CultureInfo.InvariantCulture, $"/visits/{row}/{member}");
        void Warn(string member, Message message) => findings.Add(Finding.Warning(message, FindingPlace.At(Path(member)) with { Subject = record.Subject }));
        var on = record.At.InZone(zone).Date;
        if (duties.Length == 0)
        {
            findings.Add(FieldworkMessages.Fault(Path("subject"), FieldworkMessages.Texts["fieldwork.unknown-subject", record.Subject]));
            return;
        }

        if (record.People < 0)
        {
            findings.Add(FieldworkMessages.Fault(Path("people"), FieldworkMessages.Texts["fieldwork.visit-contradicts-itself", record.Subject]));
            return;
        }

        if (establishment is not null && establishment.LevelOf(record.By) is null)
        {
            Warn("by", FieldworkMessages.Texts["fieldwork.visit-by-unknown", record.Subject, record.By.ToString()]);
        }

        // The duties that owe the visit come first: it is more than owed only where none does.
        var running = duties.Where(duty => duty.RunsOn(on)).OrderBy(duty => duty.FileOn(on).PeriodFor(on) is null).ToArray();
        if (running.Length == 0)
        {
            Warn("at", FieldworkMessages.Texts["fieldwork.visit-outside-duty", record.Subject, on]);
            return;
        }

        for (var i = 0; i < running.Length; i++)
        {
            var file = running[i].FileOn(on);
            var period = file.PeriodFor(on);
            if (record.Outcome != VisitOutcome.Done)
            {
                running[i].Apply(new VisitAttempted(record.Outcome) { On = on, By = record.By });
                continue;
            }

            if (i == 0 && period is null && !file.Rule.AllowsMore)
            {
                Warn("at", FieldworkMessages.Texts["fieldwork.visited-before", record.Subject, file.LastVisitOn]);
            }

            running[i].Apply(new VisitMade(period, file.IsLate(period, on), record.People) { On = on, By = record.By, IsShared = i > 0 });
        }
    }
}
