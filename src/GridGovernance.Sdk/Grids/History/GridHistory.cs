using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>The grid network through time (网格沿革): every unit from its first day to its last, and what became of it.</summary>
/// <remarks>
/// <para>Decide, then evolve: <see cref="Decide"/> turns an edit into an event or refuses it with every reason; <see cref="Apply"/> folds events. Replaying the events gives
/// the same history, always. It guarantees that a code is never given twice, that every unit below the top has its parent, and that an edit never opens a gap, an overlap
/// or a part outside in a unit that its parts tiled; where something was amiss in a unit before, an edit leaves no more square metres amiss in it than there were.</para>
/// <para>What lies on a shared border is shared: where an edit adds a corner to a border, every unit along it gets that corner.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads: whoever holds a history is not touched by edits that are made to it later.</para>
/// </remarks>
public sealed class GridHistory
{
    private static readonly ImmutableSortedSet<GridCode> None = [];

    private readonly GridHistoryState _state;

    private GridHistory(GridScheme scheme, GridHistoryState state)
    {
        Scheme = scheme;
        _state = state;
    }

    /// <summary>Gets the hierarchy.</summary>
    public GridScheme Scheme { get; }

    /// <summary>Gets the events in their order.</summary>
    public IReadOnlyList<GridEvent> Events => _state.Events;

    /// <summary>Gets the day of the last event; null before the first.</summary>
    public LocalDate? LastOn => _state.Events.IsEmpty ? null : _state.Events[^1].On;

    /// <summary>Gets the coordinate system of all boundaries; null while there is none.</summary>
    public CoordinateSystem? System => _state.System;

    /// <summary>Gets the units that hold after the last event, by code.</summary>
    public IEnumerable<GridUnit> Current => _state.Current.Values;

    /// <summary>Gets every code that was ever given, in order; none of them is ever given again.</summary>
    public IEnumerable<GridCode> EverGiven => _state.Versions.Keys;

    /// <summary>Creates a history in which nothing has happened.</summary>
    /// <param name="scheme">The hierarchy.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> is null.</exception>
    public static GridHistory Begin(GridScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return new GridHistory(scheme, GridHistoryState.Empty);
    }

    /// <summary>Creates a history that begins with a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="on">The day from which it holds.</param>
    /// <returns>The history, with one event. A map that does not cover is taken as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public static GridHistory Begin(GridMap map, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Begin(map.Scheme).Apply(new GridEvent(GridEventKind.Established, on, [], EquatableArray.From(map.Units), []));
    }

    /// <summary>Folds events into a history.</summary>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="events">The events in their order.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An event does not follow from the ones before.</exception>
    public static GridHistory Replay(GridScheme scheme, IEnumerable<GridEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate(Begin(scheme), static (history, next) => history.Apply(next));
    }

    /// <summary>Reads a history from its definition.</summary>
    /// <param name="definition">The definition; <see cref="GridHistoryDefinition.Of"/> writes it.</param>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="report">Every problem found, with JSON Pointers into the definition; of events that do not follow from those before, the first; and the days on which the units form no map, each with what keeps them from it.</param>
    /// <returns>The history; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> or <paramref name="scheme"/> is null.</exception>
    public static GridHistory? Compile(GridHistoryDefinition definition, GridScheme scheme, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(scheme);
        return new GridHistoryCompiler(definition, scheme).Compile(out report);
    }

    /// <summary>Decides an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <returns>The event, or every reason why not; nothing has changed yet.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="edit"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="edit"/> is of a kind that is not of this library.</exception>
    public Decision<GridEvent> Decide(GridEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return GridEditor.Decide(this, edit);
    }

    /// <summary>Adds an event.</summary>
    /// <param name="next">The event.</param>
    /// <returns>The history with it; this one is left as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is null.</exception>
    /// <exception cref="ArgumentException">The event lies before the last one, ends a code that does not hold, or gives a code again.</exception>
    public GridHistory Apply(GridEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.On < LastOn)
        {
            throw new ArgumentException($"Expected an event on or after {LastOn:uuuu-MM-dd}, but found one on {next.On:uuuu-MM-dd}.", nameof(next));
        }

        return new GridHistory(Scheme, _state.Apply(next));
    }

    /// <summary>Decides an edit and adds its event.</summary>
    /// <param name="edit">The edit.</param>
    /// <returns>The history with the change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="edit"/> is null.</exception>
    /// <exception cref="GovernanceException">The edit is refused; the exception carries every reason.</exception>
    public GridHistory Edit(GridEdit edit) => Decide(edit).EnsureAccepted().Aggregate(this, static (history, next) => history.Apply(next));

    /// <summary>Returns the map as it was, or will be, on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The map of all units that hold on it; without units before the first event.</returns>
    /// <exception cref="GovernanceException">The units of that day form no map, because events were added that no decision gave.</exception>
    public GridMap AsOf(LocalDate on)
    {
        var units = new List<GridUnit>();
        foreach (var versions in _state.Versions.Values)
        {
            if (Find(versions, on) is { } unit)
            {
                units.Add(unit);
            }
        }

        return GridMap.Create(Scheme, units, out var report) ?? throw new GovernanceException(report);
    }

    /// <summary>Finds a unit as it was on a day.</summary>
    /// <param name="code">The code.</param>
    /// <param name="on">The day.</param>
    /// <param name="unit">The unit, or null.</param>
    /// <returns>True when the code held on the day.</returns>
    public bool TryFind(GridCode code, LocalDate on, [NotNullWhen(true)] out GridUnit? unit)
    {
        unit = _state.Versions.TryGetValue(code, out var versions) ? Find(versions, on) : null;
        return unit is not null;
    }

    /// <summary>Returns every version of a unit.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The versions in their order; empty for a code that was never given, and for one that was given and given up on the same day.</returns>
    public IReadOnlyList<GridUnitVersion> VersionsOf(GridCode code) => _state.Versions.TryGetValue(code, out var versions) ? versions : [];

    /// <summary>Says whether a code was ever given.</summary>
    /// <param name="code">The code.</param>
    /// <returns>True when it was, whether or not it still holds.</returns>
    public bool IsGiven(GridCode code) => _state.Versions.ContainsKey(code);

    /// <summary>Returns the codes that a unit went on as.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The codes in the order of the events; empty while it holds undivided.</returns>
    public EquatableArray<GridCode> SuccessorsOf(GridCode code) => Links(_state.Successors, code);

    /// <summary>Returns the codes that a unit came from.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The codes in the order of the events; empty for a unit that was set up.</returns>
    public EquatableArray<GridCode> PredecessorsOf(GridCode code) => Links(_state.Predecessors, code);

    /// <summary>Follows a code to what holds in its place on a day.</summary>
    /// <remarks>A case keeps the code of its day: this says who has it now.</remarks>
    /// <param name="code">The code, of any day.</param>
    /// <param name="on">The day that is asked about.</param>
    /// <returns>The code itself while it holds, otherwise its successors, and theirs, that hold on the day.</returns>
    public GridResolution Resolve(GridCode code, LocalDate on)
    {
        var found = new SortedSet<GridCode>();
        var seen = new HashSet<GridCode>();
        var open = new Queue<GridCode>([code]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if (TryFind(next, on, out _))
            {
                found.Add(next);
                continue;
            }

            foreach (var (to, since) in _state.Successors.GetValueOrDefault(next, []))
            {
                if (since <= on)
                {
                    open.Enqueue(to);
                }
            }
        }

        return new GridResolution(code, on, IsGiven(code), EquatableArray.From(found));
    }

    /// <summary>Follows a code to the one unit that holds on a day at a place.</summary>
    /// <param name="code">The code, of any day.</param>
    /// <param name="on">The day that is asked about.</param>
    /// <param name="place">The place, in the history's system, such as where a case lies.</param>
    /// <returns>Of what holds in the code's place, the unit that the place lies in; failing that, any unit of the same level that it lies in, because a border was moved. Otherwise all that hold.</returns>
    public GridResolution Resolve(GridCode code, LocalDate on, GeoPoint place)
    {
        var all = Resolve(code, on);
        foreach (var unit in all.Units)
        {
            if (TryFind(unit, on, out var found) && found.Boundary?.Contains(place) == true)
            {
                return all with { Units = [unit] };
            }
        }

        foreach (var versions in all.IsKnown ? _state.Versions.Values : [])
        {
            if (Find(versions, on) is { } unit && unit.Code.Length == code.Length && unit.Boundary?.Contains(place) == true)
            {
                return all with { Units = [unit.Code] };
            }
        }

        return all;
    }

    /// <summary>Returns the history as units with their days, which a file can hold.</summary>
    /// <returns>The timeline.</returns>
    public GridTimeline ToTimeline() => GridTimeline.Of(Scheme, _state.Versions.Values.SelectMany(static versions => versions));

    internal GridUnit? Find(GridCode code) => _state.Current.GetValueOrDefault(code);

    internal ImmutableSortedSet<GridCode> PartsOf(GridCode code) => _state.Parts.GetValueOrDefault(code, None);

    internal long LastSerial(GridCode head) => _state.Serials.GetValueOrDefault(head);

    private static GridUnit? Find(ImmutableList<GridUnitVersion> versions, LocalDate on)
    {
        for (var i = versions.Count - 1; i >= 0; i--)
        {
            if (versions[i].ValidFrom <= on)
            {
                return versions[i].IsValidOn(on) ? versions[i].Unit : null;
            }
        }

        return null;
    }

    private static EquatableArray<GridCode> Links(ImmutableSortedDictionary<GridCode, ImmutableList<(GridCode Code, LocalDate On)>> links, GridCode code) =>
        links.TryGetValue(code, out var found) ? EquatableArray.From(found.Select(static link => link.Code)) : [];
}
