using System.Collections.Immutable;
using System.Globalization;
using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>What a history has come to, in tables that share what an event does not change.</summary>
internal sealed record GridHistoryState
{
    internal static GridHistoryState Empty { get; } = new();

    internal ImmutableList<GridEvent> Events { get; private init; } = [];

    // INVARIANT: every code ever given is a key; versions are in order, and no two share a day.
    internal ImmutableSortedDictionary<GridCode, ImmutableList<GridUnitVersion>> Versions { get; private init; } = ImmutableSortedDictionary<GridCode, ImmutableList<GridUnitVersion>>.Empty;

    internal ImmutableSortedDictionary<GridCode, GridUnit> Current { get; private init; } = ImmutableSortedDictionary<GridCode, GridUnit>.Empty;

    internal ImmutableSortedDictionary<GridCode, ImmutableSortedSet<GridCode>> Parts { get; private init; } = ImmutableSortedDictionary<GridCode, ImmutableSortedSet<GridCode>>.Empty;

    internal ImmutableSortedDictionary<GridCode, ImmutableList<(GridCode Code, LocalDate On)>> Successors { get; private init; } = ImmutableSortedDictionary<GridCode, ImmutableList<(GridCode Code, LocalDate On)>>.Empty;

    internal ImmutableSortedDictionary<GridCode, ImmutableList<(GridCode Code, LocalDate On)>> Predecessors { get; private init; } = ImmutableSortedDictionary<GridCode, ImmutableList<(GridCode Code, LocalDate On)>>.Empty;

    // The largest number given after each head, so that the next one needs no search.
    internal ImmutableSortedDictionary<GridCode, long> Serials { get; private init; } = ImmutableSortedDictionary<GridCode, long>.Empty;

    internal CoordinateSystem? System { get; private init; }

    /// <summary>Adds an event.</summary>
    /// <param name="next">The event, on or after the last.</param>
    /// <returns>The state with it.</returns>
    /// <exception cref="ArgumentException">The event ends a code that does not hold, or gives a code again.</exception>
    internal GridHistoryState Apply(GridEvent next)
    {
        var (versions, current, parts, serials) = (Versions.ToBuilder(), Current.ToBuilder(), Parts.ToBuilder(), Serials.ToBuilder());
        foreach (var code in next.Ended)
        {
            if (!current.TryGetValue(code, out var unit))
            {
                throw new ArgumentException($"Expected the code of a unit that holds, but found \"{code}\".", nameof(next));
            }

            current.Remove(code);
            versions[code] = Close(versions[code], next.On);
            Detach(parts, unit);
        }

        foreach (var unit in next.Begun)
        {
            if (current.TryGetValue(unit.Code, out var before))
            {
                versions[unit.Code] = Close(versions[unit.Code], next.On).Add(new GridUnitVersion(unit, next.On));
                Detach(parts, before);
            }
            else if (versions.ContainsKey(unit.Code))
            {
                throw new ArgumentException($"Expected a code that was never given, but found \"{unit.Code}\".", nameof(next));
            }
            else
            {
                versions.Add(unit.Code, [new GridUnitVersion(unit, next.On)]);
                Count(serials, unit);
            }

            current[unit.Code] = unit;
            if (unit.Parent is { } parent)
            {
                parts[parent] = parts.GetValueOrDefault(parent, []).Add(unit.Code);
            }
        }

        return this with
        {
            Events = Events.Add(next),
            Versions = versions.ToImmutable(),
            Current = current.ToImmutable(),
            Parts = parts.ToImmutable(),
            Serials = serials.ToImmutable(),
            Successors = Link(Successors, next.Lineage.Select(static l => (l.From, l.To)), next.On),
            Predecessors = Link(Predecessors, next.Lineage.Select(static l => (l.To, l.From)), next.On),
            System = System ?? next.Begun.FirstOrDefault(static u => u.Boundary is not null)?.Boundary!.System,
        };
    }

    // A version that would end before it began was never seen by anybody.
    private static ImmutableList<GridUnitVersion> Close(ImmutableList<GridUnitVersion> versions, LocalDate on) => versions.IsEmpty || versions[^1].ValidTo is not null
        ? versions
        : versions[^1].ValidFrom == on
            ? versions.RemoveAt(versions.Count - 1)
            : versions.SetItem(versions.Count - 1, new GridUnitVersion(versions[^1].Unit, versions[^1].ValidFrom, on.PlusDays(-1)));

    private static void Detach(ImmutableSortedDictionary<GridCode, ImmutableSortedSet<GridCode>>.Builder parts, GridUnit unit)
    {
        if (unit.Parent is { } parent && parts.TryGetValue(parent, out var siblings))
        {
            siblings = siblings.Remove(unit.Code);
            if (siblings.IsEmpty)
            {
                parts.Remove(parent);
            }
            else
            {
                parts[parent] = siblings;
            }
        }
    }

    private static void Count(ImmutableSortedDictionary<GridCode, long>.Builder serials, GridUnit unit)
    {
        var text = unit.Code.ToString();
        if (unit.Level.Digits < text.Length && long.TryParse(text.AsSpan(text.Length - unit.Level.Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            var head = unit.Code.Truncate(text.Length - unit.Level.Digits);
            serials[head] = Math.Max(serials.GetValueOrDefault(head), serial);
        }
    }

    private static ImmutableSortedDictionary<GridCode, ImmutableList<(GridCode Code, LocalDate On)>> Link(
        ImmutableSortedDictionary<GridCode, ImmutableList<(GridCode Code, LocalDate On)>> links, IEnumerable<(GridCode From, GridCode To)> added, LocalDate on)
    {
        var builder = links.ToBuilder();
        foreach (var (from, to) in added)
        {
            builder[from] = builder.GetValueOrDefault(from, []).Add((to, on));
        }

        return builder.ToImmutable();
    }
}
