using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Tells for every unit of a level whether its team is complete, and which places nobody fills.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class TeamBoard
{
    private readonly Establishment _establishment;
    private readonly GridMap _map;

    private TeamBoard(TeamDefinition definition, Establishment establishment, GridMap map)
    {
        Definition = definition;
        _establishment = establishment;
        _map = map;
    }

    /// <summary>Gets the definition.</summary>
    public TeamDefinition Definition { get; }

    /// <summary>Gets the roster that tells who acts; empty unless the host gives one.</summary>
    public Roster Roster { get; private init; } = Roster.Empty;

    /// <summary>Gets the party organisation; null where the host gives none.</summary>
    public PartyOrganisation? Party { get; private init; }

    /// <summary>Gets the departments that are attached; null where the host gives none.</summary>
    public SecondmentRegister? Secondments { get; private init; }

    /// <summary>Checks and compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="establishment">The posts and departments.</param>
    /// <param name="map">The map, of the establishment's hierarchy.</param>
    /// <param name="report">Every problem found, with JSON Pointers into the definition.</param>
    /// <returns>The board; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TeamBoard? Compile(TeamDefinition definition, Establishment establishment, GridMap map, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(map);
        report = Check(definition, establishment);
        return report.HasErrors ? null : new TeamBoard(definition, establishment, map);
    }

    /// <summary>Returns the same board over what is known of people, party units and departments.</summary>
    /// <param name="roster">Who sits where.</param>
    /// <param name="party">The party organisation; null where there is none.</param>
    /// <param name="secondments">The departments that are attached; null where there are none.</param>
    /// <returns>The board.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roster"/> is null.</exception>
    public TeamBoard Over(Roster roster, PartyOrganisation? party = null, SecondmentRegister? secondments = null)
    {
        ArgumentNullException.ThrowIfNull(roster);
        return new TeamBoard(Definition, _establishment, _map) { Roster = roster, Party = party, Secondments = secondments };
    }

    /// <summary>Returns the team of a unit on a day.</summary>
    /// <param name="unit">The unit's code.</param>
    /// <param name="on">The day.</param>
    /// <returns>The team.</returns>
    /// <exception cref="ArgumentException">The map has no such unit.</exception>
    public GridTeam TeamOf(GridCode unit, LocalDate on)
    {
        var attached = Secondments?.At(_map.Unit(unit).Code, _map, on) ?? [];
        var members = new List<TeamMember>();
        var missing = new List<string>();
        foreach (var role in Definition.Roles)
        {
            if (Member(role, unit, on, attached) is { } member)
            {
                members.Add(member);
            }
            else
            {
                missing.Add(role.Code);
            }
        }

        return new GridTeam(unit, EquatableArray.From(members), EquatableArray.From(missing));
    }

    /// <summary>Returns the teams of all units of the level on a day, by code.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The teams.</returns>
    public EquatableArray<GridTeam> Teams(LocalDate on) => EquatableArray.From(_map.UnitsAt(Definition.Level).Select(unit => TeamOf(unit.Code, on)));

    /// <summary>Finds every unit whose team is incomplete on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>A warning for each, naming the places that nobody fills.</returns>
    public FindingReport Audit(LocalDate on) => new(Teams(on).Where(static team => !team.IsComplete).Select(team => Finding.Warning(
        StaffingMessages.Catalogue["staffing.team-incomplete", team.Unit, Definition.Code, string.Join(", ", team.Missing), on],
        FindingPlace.Of(team.Unit.ToString())) with { Measure = team.Missing.Count, MeasureUnit = "places" }));

    /// <summary>Checks a definition without a map.</summary>
    internal static FindingReport Check(TeamDefinition definition, Establishment establishment)
    {
        var findings = new StaffingFindings();
        findings.CheckCode(definition.Code, "/code", new HashSet<string>(StringComparer.Ordinal));
        var level = findings.CheckLevel(definition.Level, "/level", definition.Code, establishment);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Roles.Count; i++)
        {
            var role = definition.Roles[i];
            findings.CheckCode(role.Code, $"/roles/{i}/code", codes);
            for (var k = 0; k < role.Posts.Count; k++)
            {
                findings.CheckHead(role.Posts[k], $"/roles/{i}/posts/{k}", role.Code, level, establishment);
            }

            for (var k = 0; k < role.Departments.Count; k++)
            {
                if (!establishment.TryFindDepartment(role.Departments[k], out _))
                {
                    findings.Add("staffing.no-such-department", $"/roles/{i}/departments/{k}", role.Code, role.Departments[k]);
                }
            }

            if (role is { Posts.Count: 0, Departments.Count: 0, Party: false, AnyDepartment: false })
            {
                findings.Add("staffing.role-of-nobody", $"/roles/{i}", role.Code, role.Code);
            }
        }

        return findings.ToReport();
    }

    private TeamMember? Member(TeamRole role, GridCode unit, LocalDate on, EquatableArray<Secondment> attached)
    {
        foreach (var code in role.Posts)
        {
            if (_establishment.TryFindPost(code, out var post) && _map.AncestorAt(unit, post.Level) is { } at
                && Roster.ActingFor(new Seat(code, at.Code.ToString()), on) is { } acting)
            {
                return new TeamMember(role.Code, acting, null);
            }
        }

        if (role.Party && Party?.UnitsAt(unit) is [var branch, ..])
        {
            return new TeamMember(role.Code, null, branch.Code);
        }

        var department = attached.FirstOrDefault(row => role.AnyDepartment || role.Departments.Contains(row.Department));
        return department is null ? null : new TeamMember(role.Code, null, department.Department);
    }
}
