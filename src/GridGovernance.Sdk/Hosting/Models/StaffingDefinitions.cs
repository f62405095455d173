using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Hosting;

/// <summary>What a model may say of its people and organisations beyond the posts, as its files hold it; every file may be absent.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record StaffingDefinitions
{
    /// <summary>Gets the definitions of a model without any of the files.</summary>
    public static StaffingDefinitions None { get; } = new();

    /// <summary>Gets who sits where: <c>appointments.csv</c>, <c>staff.csv</c>, <c>absences.csv</c> and <c>deputies.csv</c>.</summary>
    public RosterDefinition Roster { get; init; } = new();

    /// <summary>Gets how many people a unit must have: <c>staffing-standards.csv</c>.</summary>
    public EquatableArray<StaffingStandard> Standards { get; init; }

    /// <summary>Gets the bodies with their heads by virtue of office: <c>bodies.csv</c>.</summary>
    public EquatableArray<Body> Bodies { get; init; }

    /// <summary>Gets the departments that are attached to units: <c>secondments.csv</c>.</summary>
    public EquatableArray<Secondment> Secondments { get; init; }

    /// <summary>Gets the party organisation: <c>party.json</c>; null where there is none.</summary>
    public PartyOrganisationDefinition? Party { get; init; }

    /// <summary>Gets what the teams of the grids consist of: <c>teams/*.json</c>.</summary>
    public EquatableArray<TeamDefinition> Teams { get; init; }

    // The canonical form, in which absent files leave no trace.
    internal IEnumerable<byte> ToBytes() => Equals(None)
        ? []
        :
        [
            .. GovernanceCsv.Write(Roster.Appointments), .. GovernanceCsv.Write(Roster.Staff), .. GovernanceCsv.Write(Roster.Absences), .. GovernanceCsv.Write(Roster.Deputies),
            .. GovernanceCsv.Write(Standards), .. GovernanceCsv.Write(Bodies), .. GovernanceCsv.Write(Secondments),
            .. Party is null ? [] : GovernanceJson.Write(Party),
            .. Teams.OrderBy(static team => team.Code, StringComparer.Ordinal).SelectMany(GovernanceJson.Write),
        ];
}
