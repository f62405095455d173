using CountyQuickstart.Steps;
using GridGovernance.Sdk.Interchange;
using NodaTime;
using NodaTime.Text;

namespace CountyQuickstart.Outputs;

/// <summary><c>cases.csv</c>: every case of the run, in the order of its report.</summary>
internal static class CasesFile
{
    internal const string Name = "cases.csv";

    private static readonly OffsetDateTimePattern Iso = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<+HH:mm>");

    internal static void Write(TextWriter output, IEnumerable<CaseRow> rows, DateTimeZone zone)
    {
        var csv = new CsvWriter(output).Header("id", "tier", "category", "cell", "receivedAt", "dueAt", "closedAt", "state", "responsible", "escalations");
        foreach (var row in rows)
        {
            csv.Text(row.Case.Id)
                .Text(row.Case.Tier)
                .Text(row.Category)
                .Text(row.Case.Place.ToString())
                .Text(Time(row.Case.ReportedAt, zone))
                .Text(Time(row.DueAt, zone))
                .Text(row.Case.ClosedAt is { } closed ? Time(closed, zone) : null)
                .Text(row.Case.State)
                .Text(row.Responsible)
                .Number(row.Case.Escalations)
                .EndRow();
        }
    }

    /// <summary>Writes an instant as ISO 8601 with the county's offset, to its full precision.</summary>
    internal static string Time(Instant at, DateTimeZone zone) => Iso.Format(at.InZone(zone).ToOffsetDateTime());
}
