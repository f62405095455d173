using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Hosting;

/// <summary>The files about people and organisations with their places; what is absent is empty.</summary>
internal sealed class StaffingSources
{
    internal required ReadResult<EquatableArray<Appointment>> Appointments { get; init; }

    internal required ReadResult<EquatableArray<StaffMember>> Staff { get; init; }

    internal required ReadResult<EquatableArray<StaffAbsence>> Absences { get; init; }

    internal required ReadResult<EquatableArray<Deputation>> Deputies { get; init; }

    internal required ReadResult<EquatableArray<StaffingStandard>> Standards { get; init; }

    internal required ReadResult<EquatableArray<Body>> Bodies { get; init; }

    internal required ReadResult<EquatableArray<Secondment>> Secondments { get; init; }

    /// <summary>Gets the party organisation; one at most.</summary>
    internal required EquatableArray<ReadResult<PartyOrganisationDefinition>> Party { get; init; }

    internal required EquatableArray<ReadResult<TeamDefinition>> Teams { get; init; }

    /// <summary>Gets everything that is wrong with the form of the files.</summary>
    internal IEnumerable<FindingReport> Reports =>
    [
        Appointments.Report, Staff.Report, Absences.Report, Deputies.Report, Standards.Report, Bodies.Report, Secondments.Report,
        .. Party.Select(static party => party.Report), .. Teams.Select(static team => team.Report),
    ];

    internal static StaffingSources From(ModelFolder folder) => new()
    {
        Appointments = folder.OptionalCsv<Appointment>("appointments.csv"),
        Staff = folder.OptionalCsv<StaffMember>("staff.csv"),
        Absences = folder.OptionalCsv<StaffAbsence>("absences.csv"),
        Deputies = folder.OptionalCsv<Deputation>("deputies.csv"),
        Standards = folder.OptionalCsv<StaffingStandard>("staffing-standards.csv"),
        Bodies = folder.OptionalCsv<Body>("bodies.csv"),
        Secondments = folder.OptionalCsv<Secondment>("secondments.csv"),
        Party = folder.Has("party.json") ? [folder.Json<PartyOrganisationDefinition>("party.json")] : [],
        Teams = folder.OptionalJsonFolder<TeamDefinition>("teams"),
    };

    internal static StaffingSources From(StaffingDefinitions definitions) => new()
    {
        Appointments = ReadResult<EquatableArray<Appointment>>.Of("appointments.csv", definitions.Roster.Appointments),
        Staff = ReadResult<EquatableArray<StaffMember>>.Of("staff.csv", definitions.Roster.Staff),
        Absences = ReadResult<EquatableArray<StaffAbsence>>.Of("absences.csv", definitions.Roster.Absences),
        Deputies = ReadResult<EquatableArray<Deputation>>.Of("deputies.csv", definitions.Roster.Deputies),
        Standards = ReadResult<EquatableArray<StaffingStandard>>.Of("staffing-standards.csv", definitions.Standards),
        Bodies = ReadResult<EquatableArray<Body>>.Of("bodies.csv", definitions.Bodies),
        Secondments = ReadResult<EquatableArray<Secondment>>.Of("secondments.csv", definitions.Secondments),
        Party = definitions.Party is { } party ? [ReadResult<PartyOrganisationDefinition>.Of("party.json", party)] : [],
        Teams = EquatableArray.From(definitions.Teams.Select(static team => ReadResult<TeamDefinition>.Of($"teams/{team.Code}.json", team))),
    };

    /// <summary>Returns the definitions, when every file could be read.</summary>
    internal StaffingDefinitions ToDefinitions() => new()
    {
        Roster = new RosterDefinition { Appointments = Appointments.Value, Staff = Staff.Value, Absences = Absences.Value, Deputies = Deputies.Value },
        Standards = Standards.Value,
        Bodies = Bodies.Value,
        Secondments = Secondments.Value,
        Party = Party.Count == 0 ? null : Party[0].Value,
        Teams = EquatableArray.From(Teams.Select(static team => team.Value!)),
    };
}
