using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A party organisation, checked: every party unit has its parent one tier up, and what it is attached to exists.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class PartyOrganisation
{
    private readonly Establishment _establishment;
    private readonly Dictionary<string, PartyUnit> _byCode;
    private readonly ILookup<GridCode, PartyUnit> _byUnit;

    private PartyOrganisation(PartyOrganisationDefinition definition, Establishment establishment)
    {
        Definition = definition;
        _establishment = establishment;
        _byCode = definition.Units.ToDictionary(static unit => unit.Code, StringComparer.Ordinal);
        _byUnit = definition.Units.SelectMany(static unit => unit.Units, static (unit, code) => (unit, code)).ToLookup(static pair => pair.code, static pair => pair.unit);
    }

    /// <summary>Gets the definition.</summary>
    public PartyOrganisationDefinition Definition { get; }

    /// <summary>Checks and compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="establishment">The posts of the heads, and the levels.</param>
    /// <param name="report">Every problem found, with JSON Pointers into the definition.</param>
    /// <param name="map">The map that must have the units; null where only the form of their codes is checked.</param>
    /// <returns>The organisation; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> or <paramref name="establishment"/> is null.</exception>
    public static PartyOrganisation? Compile(
        PartyOrganisationDefinition definition, Establishment establishment, out FindingReport report, GridMap? map = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(establishment);
        report = PartyOrganisationCheck.Run(definition, establishment, map);
        return report.HasErrors ? null : new PartyOrganisation(definition, establishment);
    }

    /// <summary>Returns the party units attached to a unit itself.</summary>
    /// <param name="unit">The unit's code.</param>
    /// <returns>The party units, in the order of the definition.</returns>
    public EquatableArray<PartyUnit> UnitsAt(GridCode unit) => EquatableArray.From(_byUnit[unit]);

    /// <summary>Returns a party unit and those above it.</summary>
    /// <param name="code">The code of the party unit.</param>
    /// <returns>The chain, the party unit itself first; empty when there is none of this code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public EquatableArray<PartyUnit> ChainOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var chain = new List<PartyUnit>();

        // INVARIANT: a parent is one tier wider, so the chain ends.
        for (var next = code; next is not null && _byCode.TryGetValue(next, out var unit); next = unit.Parent)
        {
            chain.Add(unit);
        }

        return EquatableArray.From(chain);
    }

    /// <summary>Returns who heads a party unit on a day: whoever acts in its tier's post at the first unit that it is attached to and for which somebody does.</summary>
    /// <param name="code">The code of the party unit.</param>
    /// <param name="map">The map.</param>
    /// <param name="roster">Who sits where.</param>
    /// <param name="on">The day.</param>
    /// <returns>The head; null where nobody acts or no post is named.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ActingPerson? HeadOf(string code, GridMap map, Roster roster, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(roster);
        if (!_byCode.TryGetValue(code, out var unit) || Definition.Tiers.First(tier => string.Equals(tier.Code, unit.Tier, StringComparison.Ordinal)).Head is not { } head
            || !_establishment.TryFindPost(head, out var post))
        {
            return null;
        }

        foreach (var at in unit.Units)
        {
            if (map.TryFind(at, out _) && map.AncestorAt(at, post.Level) is { } seat && roster.ActingFor(new Seat(head, seat.Code.ToString()), on) is { } acting)
            {
                return acting;
            }
        }

        return null;
    }

    /// <summary>Finds the units of a level to which no party unit is attached, such as the grids without a branch.</summary>
    /// <param name="level">The code of the level.</param>
    /// <param name="map">The map.</param>
    /// <returns>A warning for each.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has no such level.</exception>
    public FindingReport AuditCoverage(string level, GridMap map)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(map);
        return new FindingReport(map.UnitsAt(level).Where(unit => !_byUnit.Contains(unit.Code))
            .Select(static unit => Finding.Warning(StaffingMessages.Catalogue["staffing.no-party-unit", unit.Code], FindingPlace.Of(unit.Code.ToString()))));
    }
}
