using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Hosting;

/// <summary>What a model says of its people and organisations, compiled: who sits where, bodies, attached departments, the party organisation, teams.</summary>
/// <remarks>What no file says is empty. Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class CountyStaffing
{
    private readonly Establishment _establishment;

    private CountyStaffing(StaffingSources sources, Establishment establishment, Roster roster, BodyRegister bodies, SecondmentRegister secondments, PartyOrganisation? party)
    {
        _establishment = establishment;
        (Roster, Bodies, Secondments, Party) = (roster, bodies, secondments, party);
        (Standards, Teams) = (sources.Standards.Value, sources.ToDefinitions().Teams);
    }

    /// <summary>Gets who sits where, and who stands in.</summary>
    public Roster Roster { get; }

    /// <summary>Gets the bodies with their heads by virtue of office.</summary>
    public BodyRegister Bodies { get; }

    /// <summary>Gets the departments that are attached to units.</summary>
    public SecondmentRegister Secondments { get; }

    /// <summary>Gets the party organisation; null where there is none.</summary>
    public PartyOrganisation? Party { get; }

    /// <summary>Gets how many people a unit must have.</summary>
    public EquatableArray<StaffingStandard> Standards { get; }

    /// <summary>Gets what the teams of the grids consist of, in the order of their files.</summary>
    public EquatableArray<TeamDefinition> Teams { get; }

    /// <summary>Puts each team together with the map, so that it tells for every unit who is in it.</summary>
    /// <param name="map">The map, of the model's hierarchy.</param>
    /// <returns>The boards, in the order of the teams.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public IReadOnlyList<TeamBoard> BoardsOver(GridMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Array.AsReadOnly([.. Teams.Select(team => TeamBoard.Compile(team, _establishment, map, out _)!.Over(Roster, Party, Secondments))]);
    }

    /// <summary>Audits the model's standards against its roster.</summary>
    /// <param name="map">The map, of the model's hierarchy.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself included.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public StaffingAuditReport Audit(GridMap map, LocalDate from, LocalDate to)
    {
        ArgumentNullException.ThrowIfNull(map);
        return StaffingAudit.Run(Standards, _establishment, map, Roster, from, to);
    }

    /// <summary>Checks and compiles the files.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="establishment">The posts and departments.</param>
    /// <param name="findings">Receives what is wrong, with file and line.</param>
    /// <returns>The staffing; null when something cannot be compiled.</returns>
    internal static CountyStaffing? Compile(StaffingSources sources, Establishment establishment, List<Finding> findings)
    {
        var rows = new RosterDefinition
        {
            Appointments = sources.Appointments.Mended,
            Staff = sources.Staff.Mended,
            Absences = sources.Absences.Mended,
            Deputies = sources.Deputies.Mended,
        };
        var roster = Roster.Compile(rows, establishment, out var report);
        findings.AddRange(sources.Appointments.LocateRows(report, "/appointments"));
        findings.AddRange(sources.Staff.LocateRows(report, "/staff"));
        findings.AddRange(sources.Absences.LocateRows(report, "/absences"));
        findings.AddRange(sources.Deputies.LocateRows(report, "/deputies"));
        findings.AddRange(sources.Standards.LocateRows(StandardCheck.Run(sources.Standards.Mended, establishment), ""));
        var bodies = BodyRegister.Compile(sources.Bodies.Mended, establishment, out report);
        findings.AddRange(sources.Bodies.LocateRows(report, ""));
        var secondments = SecondmentRegister.Compile(sources.Secondments.Mended, establishment, out report);
        findings.AddRange(sources.Secondments.LocateRows(report, ""));
        PartyOrganisation? party = null;
        foreach (var file in sources.Party)
        {
            if (file.Mended is { } definition)
            {
                party = PartyOrganisation.Compile(definition, establishment, out report);
                findings.AddRange(file.LocateNew(report));
            }
        }

        foreach (var file in sources.Teams)
        {
            if (file.Mended is { } definition)
            {
                findings.AddRange(file.LocateNew(TeamBoard.Check(definition, establishment)));
            }
        }

        // Where a file is at fault there is no model, and nothing is asked of its staffing.
        return roster is null || bodies is null || secondments is null || sources.Reports.Any(static form => form.HasErrors)
            ? null
            : new CountyStaffing(sources, establishment, roster, bodies, secondments, party);
    }
}
