using System.CommandLine;
using System.Globalization;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange.Maps;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary><c>gridgov grids audit CELLS</c>: whether cells tile an outline, and everything that is amiss with its place and area.</summary>
internal static class GridsAuditCommand
{
    internal static Command Create()
    {
        var cells = CellFile.CreateArgument();
        var parent = CellFile.CreateParentOption();
        var households = new Option<string?>("--households") { Description = "A CSV file of households: id,lon,lat,people,validFrom,validTo.", HelpName = "FILE" };
        var system = CellFile.CreateSystemOption();
        var encoding = CellFile.CreateEncodingOption();
        var tolerance = CreateToleranceOption();
        var at = new Option<string?>("--at") { Description = "The day to audit; without it every day, where cells or households have days (validFrom, validTo).", HelpName = "DATE" };
        var command = new Command("audit", "Finds gaps, overlaps, parts outside, borders that do not match, and households in no cell or in several.")
        {
            cells, parent, households, system, encoding, tolerance, at,
        };
        return Session.Bind(command, (call, session) =>
        {
            var known = CellFile.SystemOf(call.GetValue(system)!);
            var settings = new CoverageSettings { ToleranceMetres = ToleranceOf(session, call.GetValue(tolerance)) };
            LocalDate? day = call.GetValue(at) is { } date ? CalendarTime.ReadDate(session, "--at", date) : null;
            var file = CellFile.Read(session, call.GetValue(cells)!, known, InvalidGeometry.Keep);
            var dated = AuditDays.Of(session, call.GetValue(cells)!, file);
            var outline = CellFile.ReadParent(session, call.GetValue(parent), known);
            var register = call.GetValue(households) is { } path
                ? AuditDays.Register(known, PlaceTable.Read<HouseholdRow>(
                    session, path, CellFile.EncodingOf(call.GetValue(encoding)!), known, static row => new GeoPoint(row.Lon, row.Lat), AuditDays.ProblemOf))
                : null;
            var period = day is { } one ? (one, one) : AuditDays.PeriodOf(dated, register);
            return new AuditOutput(session, file, register is not null, day is null && period is not null).Write(
                TimelineAudit.Run(dated, period?.From ?? LocalDate.MinIsoValue, period?.To ?? LocalDate.MaxIsoValue, outline, register, settings), dated);
        });
    }

    internal static Option<double> CreateToleranceOption() => new("--tolerance")
    {
        Description = "The width in metres up to which what is amiss is a warning, not an error; nothing is hidden.",
        HelpName = "M",
    };

    internal static double ToleranceOf(Session session, double tolerance) => tolerance is >= 0 and < double.PositiveInfinity
        ? tolerance
        : throw new UnusableInputException(session.Say(
            $"--tolerance should be a number of metres from 0, but is {tolerance.ToString(CultureInfo.InvariantCulture)}.",
            $"--tolerance应为不小于0的米数，但为{tolerance.ToString(CultureInfo.InvariantCulture)}。"));
}
