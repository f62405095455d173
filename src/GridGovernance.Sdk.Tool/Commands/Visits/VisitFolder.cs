using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Visits;

/// <summary>A model with the files of its visits beside it: the policy, the subjects, the visits, and who sits where.</summary>
/// <param name="Model">What decides about fieldwork; its map holds the cells of the subjects and what is above them.</param>
/// <param name="Policy">Who is visited how often.</param>
/// <param name="Book">The files of all subjects.</param>
/// <param name="Findings">What is doubtful in them.</param>
internal sealed record VisitFolder(FieldworkModel Model, VisitPolicy Policy, VisitBook Book, FindingReport Findings)
{
    private const string Visits = "visits.csv";
    private const string Appointments = "appointments.csv";

    internal static VisitFolder Read(Session session, string folder, Instant at)
    {
        InputFile.RequireFolder(session, folder);
        var model = GovernanceModel.Load(folder, out var faults);
        InputFile.Refuse(session, faults);
        if (model!.VisitPolicy is not { } policy)
        {
            throw new UnusableInputException(session.Say($"The folder \"{folder}\" should have a visit-policy.json, but has none.", $"文件夹“{folder}”应有visit-policy.json，但没有。"));
        }

        var subjectsFile = Rows<VisitSubject>(session, folder, "visit-subjects.csv");
        var subjects = InputFile.ValueOf(session, subjectsFile);
        var hasVisits = File.Exists(Path.Combine(folder, Visits));
        var visitsFile = hasVisits ? Rows<VisitRecord>(session, folder, Visits) : null;
        var visits = visitsFile is null ? [] : InputFile.ValueOf(session, visitsFile);

        RequireUnits(session, folder, model, subjects);
        var map = MapOf(session, model.Scheme, subjects);
        var book = VisitBook.Compile(subjects, visits, policy, model.Calendar.Zone, at, out var bookFaults, model.Establishment);
        var located = new FindingReport(bookFaults.Select(finding => Locate(finding, subjectsFile, visitsFile)));
        InputFile.Refuse(session, located);
        return new VisitFolder(
            new FieldworkModel { Map = map, Calendar = model.Calendar, Establishment = model.Establishment, Roster = File.Exists(Path.Combine(folder, Appointments)) ? model.Staffing.Roster : null },
            policy, book!, located);
    }

    private static ReadResult<EquatableArray<T>> Rows<T>(Session session, string folder, string file) =>
        GovernanceCsv.Read<T>(InputFile.Read(session, Path.Combine(folder, file)), file);

    private static Finding Locate(Finding finding, ReadResult<EquatableArray<VisitSubject>> subjects, ReadResult<EquatableArray<VisitRecord>>? visits)
    {
        var path = finding.Place.Path ?? "";
        var slash = path.IndexOf('/', 1);
        var moved = new FindingReport([finding with { Place = finding.Place with { Path = "/rows" + path[slash..] } }]);
        return path.StartsWith("/subjects", StringComparison.Ordinal) ? subjects.Locate(moved)[0] : visits!.Locate(moved)[0];
    }

    // A typing error must not make a grid: cells lie in the county, and among the units where the folder has them.
    private static void RequireUnits(Session session, string folder, GovernanceModel model, EquatableArray<VisitSubject> subjects)
    {
        const string Units = "units.csv";
        var known = File.Exists(Path.Combine(folder, Units))
            ? InputFile.ValueOf(session, Rows<GridUnitEntry>(session, folder, Units)).Select(static unit => unit.Code).ToHashSet() : null;
        for (var i = 0; i < subjects.Count; i++)
        {
            var cell = subjects[i].Cell;
            if (!cell.ToString().StartsWith(model.County.Code.ToString(), StringComparison.Ordinal))
            {
                throw new UnusableInputException(session.Say(
                    $"visit-subjects.csv:{i + 2}: \"{cell}\" should lie in the county {model.County.Code}, but does not.", $"visit-subjects.csv:{i + 2}：“{cell}”应在县{model.County.Code}之内，但不在。"));
            }

            if (known is not null && !known.Contains(cell))
            {
                throw new UnusableInputException(session.Say(
                    $"visit-subjects.csv:{i + 2}: \"{cell}\" should be a unit of {Units}, but is not.", $"visit-subjects.csv:{i + 2}：“{cell}”应为{Units}中的单元，但不是。"));
            }
        }
    }

    // The units are those that the cells' codes name: who visits needs no boundaries.
    private static GridMap MapOf(Session session, GridScheme scheme, EquatableArray<VisitSubject> subjects)
    {
        var codes = new SortedSet<GridCode>();
        for (var i = 0; i < subjects.Count; i++)
        {
            var cell = subjects[i].Cell;
            if (!scheme.TryLevelOf(cell, out _))
            {
                throw new UnusableInputException(session.Say(
                    $"visit-subjects.csv:{i + 2}: \"{cell}\" should be the code of a level of the hierarchy, but is not.", $"visit-subjects.csv:{i + 2}：“{cell}”应为某一层级的编码，但不是。"));
            }

            foreach (var level in scheme.Levels.Where(level => level.CodeLength <= cell.Length))
            {
                codes.Add(cell.Truncate(level.CodeLength));
            }
        }

        var map = GridMap.Create(scheme, [.. codes.Select(code => GridUnit.Create(scheme, code, code.ToString(), GridKind.Division))], out var report);
        InputFile.Refuse(session, report);
        return map!;
    }
}
