using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Everything that decides about cases: the county's definitions, its map and who sits where.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class CaseModel
{
    /// <summary>Gets the lifecycles, in all versions that open cases follow.</summary>
    public required LifecycleCatalogue Lifecycles { get; init; }

    /// <summary>Gets the working calendar, whose zone is the county's.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>Gets the matters.</summary>
    public required MatterCatalogue Matters { get; init; }

    /// <summary>Gets the lists that dispatch is checked against.</summary>
    public required ICaseLists Lists { get; init; }

    /// <summary>Gets the posts and departments.</summary>
    public required Establishment Establishment { get; init; }

    /// <summary>Gets the map.</summary>
    public required GridMap Map { get; init; }

    /// <summary>Gets the network through time, of which the map is a day; null where the host does not say, and a case whose grid is no more has nobody in its place.</summary>
    /// <remarks>A case keeps pointing to the grid of its day: this says who has it now.</remarks>
    public GridHistory? History { get; init; }

    /// <summary>Gets who sits where; null where the host does not say, and no seat counts as vacant.</summary>
    public Roster? Roster { get; init; }

    /// <summary>Gets the channels (渠道) by which matters become known. The default is <see cref="CaseChannel.Presets"/>; a report by any other is refused.</summary>
    public EquatableArray<CaseChannel> Channels { get; init; } = CaseChannel.Presets;

    /// <summary>Gets the register of facilities (部件), whose departments a case keeps; null where the host has none, and no facility counts as unknown.</summary>
    public SubjectRegister<FacilityEntry>? Facilities { get; init; }

    /// <summary>Gets the rules that give a report its tier; where there are any, a tier by hand needs a reason. Where it is empty, whoever reports says the tier.</summary>
    public EquatableArray<TierRule> TierRules { get; init; }

    /// <summary>Gets the published table of the three-party evaluation, whose window ends what parties may still rate; null where the host has no window.</summary>
    public EvaluationTable? Evaluation { get; init; }

    /// <summary>Gets the guards by name. The default is <see cref="CaseGuards.All"/>.</summary>
    public EquatableArray<CaseGuard> Guards { get; init; } = CaseGuards.All;

    /// <summary>Says which units have the place of a case at an instant: the grid that the case points to while it holds, otherwise those that it went on as.</summary>
    /// <param name="c">The case.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The units; without a history, the case's own where the map has it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="c"/> is null.</exception>
    public GridResolution PlaceOf(GridCase c, Instant at)
    {
        ArgumentNullException.ThrowIfNull(c);
        return Resolve(c.Place, at);
    }

    /// <summary>Returns the model with what a host adds to a county's definitions.</summary>
    /// <param name="channels">The channels; null for those of this model.</param>
    /// <param name="tierRules">The rules that give a tier; null for those of this model.</param>
    /// <param name="facilities">The register of facilities; null for that of this model.</param>
    /// <param name="evaluation">The table of evaluation; null for that of this model.</param>
    /// <returns>The other model.</returns>
    public CaseModel With(
        EquatableArray<CaseChannel>? channels = null, EquatableArray<TierRule>? tierRules = null, SubjectRegister<FacilityEntry>? facilities = null, EvaluationTable? evaluation = null) => new()
        {
            Lifecycles = Lifecycles,
            Calendar = Calendar,
            Matters = Matters,
            Lists = Lists,
            Establishment = Establishment,
            Map = Map,
            History = History,
            Roster = Roster,
            Guards = Guards,
            Channels = channels ?? Channels,
            TierRules = tierRules ?? TierRules,
            Facilities = facilities ?? Facilities,
            Evaluation = evaluation ?? Evaluation,
        };

    // The unit of a level that has a place: the one above it, or above all that it went on as.
    internal GridCode? AncestorAt(GridCode place, string level, Instant at)
    {
        if (Map.TryFind(place, out _))
        {
            return Map.AncestorAt(place, level)?.Code;
        }

        GridCode? one = null;
        foreach (var unit in Resolve(place, at).Units)
        {
            var above = Map.TryFind(unit, out _) ? Map.AncestorAt(unit, level)?.Code : null;
            if (above is null || (one is not null && one != above))
            {
                return null;
            }

            one = above;
        }

        return one;
    }

    internal LocalDateTime LocalTime(Instant at) => at.InZone(Calendar.Zone).LocalDateTime;

    private GridResolution Resolve(GridCode place, Instant at)
    {
        var (on, isKnown) = (LocalTime(at).Date, Map.TryFind(place, out _));
        return History?.Resolve(place, on) ?? new GridResolution(place, on, isKnown, isKnown ? [place] : []);
    }
}
