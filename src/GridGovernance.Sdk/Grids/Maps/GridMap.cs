using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>All areas of a hierarchy at one time: who is part of what.</summary>
/// <remarks>
/// <para>It guarantees that codes are unique and fit their level, that every unit below the top has its parent one level up (an off-territory grid: anywhere above), and that all boundaries are in one coordinate system.
/// Whether the boundaries cover, a coverage audit says.</para>
/// <para>Units are ordered by level, then by code. Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GridMap
{
    private readonly GridUnit[] _units;
    private readonly Dictionary<GridCode, int> _index;
    private readonly IReadOnlyList<GridUnit>[] _byLevel;
    private readonly int[] _levelStart;
    private readonly int[] _parent;
    private readonly int[] _firstChild;
    private readonly int[] _children;

    internal GridMap(GridScheme scheme, GridUnit[] units, CoordinateSystem? system)
    {
        Scheme = scheme;
        System = system;
        _units = units;
        Units = Array.AsReadOnly(units);
        _index = new Dictionary<GridCode, int>(units.Length);
        _levelStart = new int[scheme.Levels.Count + 1];
        for (var i = 0; i < units.Length; i++)
        {
            _index.Add(units[i].Code, i);
            _levelStart[units[i].Level.Depth + 1] = i + 1;
        }

        _byLevel = new IReadOnlyList<GridUnit>[scheme.Levels.Count];
        for (var depth = 0; depth < _byLevel.Length; depth++)
        {
            _levelStart[depth + 1] = Math.Max(_levelStart[depth + 1], _levelStart[depth]);
            _byLevel[depth] = Array.AsReadOnly(units[_levelStart[depth].._levelStart[depth + 1]]);
        }

        _parent = new int[units.Length];
        _firstChild = new int[units.Length + 1];
        for (var i = 0; i < units.Length; i++)
        {
            _parent[i] = units[i].Parent is { } parent ? _index[parent] : -1;
            if (_parent[i] >= 0)
            {
                _firstChild[_parent[i] + 1]++;
            }
        }

        for (var i = 0; i < units.Length; i++)
        {
            _firstChild[i + 1] += _firstChild[i];
        }

        _children = new int[_firstChild[^1]];
        var fill = _firstChild.AsSpan(0, units.Length).ToArray();
        for (var i = 0; i < units.Length; i++)
        {
            if (_parent[i] >= 0)
            {
                _children[fill[_parent[i]]++] = i;
            }
        }
    }

    /// <summary>Gets the hierarchy.</summary>
    public GridScheme Scheme { get; }

    /// <summary>Gets the coordinate system of all boundaries; null when no unit has a boundary.</summary>
    public CoordinateSystem? System { get; }

    /// <summary>Gets all units, by level, then by code.</summary>
    public IReadOnlyList<GridUnit> Units { get; }

    /// <summary>Checks units and builds a map of them.</summary>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="units">The units, in any order.</param>
    /// <param name="report">All findings; each names the unit's code.</param>
    /// <returns>The map, or null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static GridMap? Create(GridScheme scheme, IReadOnlyList<GridUnit> units, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(units);
        report = GridMapChecker.Check(scheme, units);
        if (report.HasErrors)
        {
            return null;
        }

        var sorted = units.ToArray();
        Array.Sort(sorted, static (a, b) => (a.Level.Depth, a.Code).CompareTo((b.Level.Depth, b.Code)));
        return new GridMap(scheme, sorted, Array.Find(sorted, static u => u.Boundary is not null)?.Boundary!.System);
    }

    /// <summary>Returns the units of a level, by code.</summary>
    /// <param name="levelCode">The code of the level.</param>
    /// <returns>The units; empty when there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="levelCode"/> is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has no such level.</exception>
    public IReadOnlyList<GridUnit> UnitsAt(string levelCode)
    {
        ArgumentNullException.ThrowIfNull(levelCode);
        return _byLevel[Scheme.Level(levelCode).Depth];
    }

    /// <summary>Finds a unit by its code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="unit">The unit, or null.</param>
    /// <returns>True when there is one.</returns>
    public bool TryFind(GridCode code, [NotNullWhen(true)] out GridUnit? unit)
    {
        unit = _index.TryGetValue(code, out var index) ? _units[index] : null;
        return unit is not null;
    }

    /// <summary>Returns a unit by its code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException">The map has no such unit.</exception>
    public GridUnit Unit(GridCode code) => _units[Index(code)];

    /// <summary>Returns the unit that another is part of.</summary>
    /// <param name="code">The code of the part.</param>
    /// <returns>The parent; null at the top.</returns>
    /// <exception cref="ArgumentException">The map has no such unit.</exception>
    public GridUnit? ParentOf(GridCode code) => _parent[Index(code)] is >= 0 and var parent ? _units[parent] : null;

    /// <summary>Returns the parts of a unit, by code.</summary>
    /// <param name="code">The unit's code.</param>
    /// <returns>The units one level below, and off-territory grids that are attached to it; empty when it has none.</returns>
    /// <exception cref="ArgumentException">The map has no such unit.</exception>
    public IReadOnlyList<GridUnit> ChildrenOf(GridCode code)
    {
        var index = Index(code);
        var children = new GridUnit[_firstChild[index + 1] - _firstChild[index]];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = _units[_children[_firstChild[index] + i]];
        }

        return children;
    }

    /// <summary>Returns the unit at a level that another is part of.</summary>
    /// <param name="code">The code of the part.</param>
    /// <param name="levelCode">The code of the level.</param>
    /// <returns>The ancestor, or the unit itself at its own level; null when the level lies below.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="levelCode"/> is null.</exception>
    /// <exception cref="ArgumentException">The map has no such unit, or the hierarchy no such level.</exception>
    public GridUnit? AncestorAt(GridCode code, string levelCode)
    {
        ArgumentNullException.ThrowIfNull(levelCode);
        var depth = Scheme.Level(levelCode).Depth;
        var index = Index(code);
        while (index >= 0 && _units[index].Level.Depth > depth)
        {
            index = _parent[index];
        }

        return index >= 0 && _units[index].Level.Depth == depth ? _units[index] : null;
    }

    /// <summary>Says whether a unit is another or lies under it in the hierarchy.</summary>
    /// <param name="code">The code of the part.</param>
    /// <param name="ancestor">The code of the whole.</param>
    /// <returns>True when it does; false too when the map lacks one of them.</returns>
    public bool IsWithin(GridCode code, GridCode ancestor)
    {
        if (!_index.TryGetValue(ancestor, out var goal) || !_index.TryGetValue(code, out var index))
        {
            return false;
        }

        while (index > goal)
        {
            index = _parent[index];
        }

        return index == goal;
    }

    /// <summary>Says whether there is one unit at the top and whoever has a boundary is part of a unit with one.</summary>
    internal bool IsUnderOneOutline()
    {
        for (var i = 0; i < _units.Length; i++)
        {
            if (_units[i].Boundary is not null && _parent[i] >= 0 && _units[_parent[i]].Boundary is null)
            {
                return false;
            }
        }

        return _byLevel[0].Count == 1;
    }

    private int Index(GridCode code) => _index.TryGetValue(code, out var index)
        ? index
        : throw new ArgumentException($"Expected the code of a unit of the map, but found \"{code}\".", nameof(code));
}
