using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>Gives every face of a map's lines to its units, level by level from the top.</summary>
internal sealed class RepairPlan
{
    private readonly GridMap _map;
    private readonly RepairSettings _settings;
    private readonly int[] _unitOf;
    private readonly int[] _parentOf;
    private readonly AreaArrangement _faces;

    // INVARIANT: the owners of each face, of all levels so far, ascending.
    private readonly List<int>[] _owners;

    internal RepairPlan(GridMap map, RepairSettings settings)
    {
        _map = map;
        _settings = settings;
        _unitOf = [.. Enumerable.Range(0, map.Units.Count).Where(i => map.Units[i].Boundary is not null)];
        var positions = map.Units.Select(static (unit, i) => (unit.Code, i)).ToDictionary(static p => p.Code, static p => p.i);
        _parentOf = [.. map.Units.Select(unit => unit.Parent is { } parent ? positions[parent] : -1)];
        var areas = Array.ConvertAll(_unitOf, i => map.Units[i].Boundary!);
        _faces = new AreaArrangement(map.System!, VertexSnapper.Snap(areas, settings.SnapMetres));
        _owners = [.. Enumerable.Range(0, _faces.Count).Select(static _ => new List<int>(4))];
    }

    /// <summary>Plans.</summary>
    /// <returns>The boundary of each unit of the map; null where it has none.</returns>
    internal GridBoundary?[] Boundaries()
    {
        for (var face = 0; face < _faces.Count; face++)
        {
            GiveToTop(face);
        }

        foreach (var level in _map.Scheme.Levels.Skip(1))
        {
            GiveToLevel(level.Depth);
        }

        return _faces.Unite(_owners, _map.Units.Count);
    }

    // A top without a boundary, around a list of cells, owns all that they enclose.
    private void GiveToTop(int face)
    {
        var tops = new List<int>();
        for (var unit = 0; unit < _map.Units.Count && _map.Units[unit].Level.Depth == 0; unit++)
        {
            if (_map.Units[unit].Boundary is null)
            {
                _owners[face].Add(unit);
                return;
            }
        }

        foreach (var area in _faces.CoversOf(face))
        {
            if (_map.Units[_unitOf[area]].Level.Depth == 0)
            {
                tops.Add(_unitOf[area]);
            }
        }

        if (tops.Count > 0)
        {
            _owners[face].AddRange(Choose(tops) ?? [Smallest(tops)]);
        }
    }

    private void GiveToLevel(int depth)
    {
        var pending = new List<(int Face, int Parent, List<int> Claimants)>();
        var given = new List<(int Face, List<int> Units)>();
        for (var face = 0; face < _faces.Count; face++)
        {
            foreach (var parent in _owners[face].ToArray())
            {
                if (_map.Units[parent].Level.Depth != depth - 1)
                {
                    continue;
                }

                var claimants = Claimants(face, parent, depth);
                if (claimants.Count > 0 && Choose(claimants) is { } chosen)
                {
                    given.Add((face, chosen));
                }
                else
                {
                    pending.Add((face, parent, claimants));
                }
            }
        }

        given.ForEach(gift => _owners[gift.Face].AddRange(gift.Units));
        Fill(pending);
    }

    private List<int> Claimants(int face, int parent, int depth)
    {
        var claimants = new List<int>();
        foreach (var area in _faces.CoversOf(face))
        {
            var unit = _unitOf[area];
            if (_parentOf[unit] == parent && _map.Units[unit].Level.Depth == depth)
            {
                claimants.Add(unit);
            }
        }

        return claimants;
    }

    // All of them where they may overlap by rule, one of them where the policy says which; null where that depends on the neighbours.
    private List<int>? Choose(List<int> claimants)
    {
        if (claimants.Count == 1 || PartsCheck.Conflicts(_map.Scheme, claimants.ConvertAll(unit => _map.Units[unit])).Count == 0)
        {
            return claimants;
        }

        return _settings.Owner switch
        {
            OverlapOwner.Smaller => [Smallest(claimants)],
            OverlapOwner.Larger => [claimants.MaxBy(unit => _map.Units[unit].Boundary!.HalfSquareMillimetres)],
            OverlapOwner.FirstByCode => [claimants[0]],
            _ => null,
        };
    }

    private int Smallest(List<int> units) => units.MinBy(unit => _map.Units[unit].Boundary!.HalfSquareMillimetres);

    // From the rim inwards: each round looks at the owners of the round before.
    private void Fill(List<(int Face, int Parent, List<int> Claimants)> pending)
    {
        var parts = _unitOf.Where(unit => _parentOf[unit] >= 0).ToLookup(unit => _parentOf[unit]);
        pending.RemoveAll(open => !parts[open.Parent].Any());
        while (pending.Count > 0)
        {
            var gifts = new List<(int Face, int Unit)>();
            foreach (var (face, parent, claimants) in pending)
            {
                if (LongestBorder(face, parent, claimants) is { } unit)
                {
                    gifts.Add((face, unit));
                }
            }

            if (gifts.Count == 0)
            {
                var (face, parent, claimants) = pending[0];
                gifts.Add((face, claimants.Count > 0 ? Smallest(claimants) : Nearest(face, parts[parent])));
            }

            foreach (var (face, unit) in gifts)
            {
                _owners[face].Add(unit);
            }

            var done = gifts.Select(gift => (gift.Face, _parentOf[gift.Unit])).ToHashSet();
            pending.RemoveAll(open => done.Contains((open.Face, open.Parent)));
        }
    }

    private int? LongestBorder(int face, int parent, List<int> claimants)
    {
        var lengths = new SortedDictionary<int, double>();
        _faces.ForEachNeighbour(face, (other, metres) =>
        {
            foreach (var unit in other < _faces.Count ? _owners[other] : [])
            {
                if (_parentOf[unit] == parent && (claimants.Count == 0 || claimants.Contains(unit)))
                {
                    lengths[unit] = lengths.GetValueOrDefault(unit) + metres;
                }
            }
        });
        return lengths.Count == 0 ? null : lengths.MaxBy(static pair => pair.Value).Key;
    }

    private int Nearest(int face, IEnumerable<int> units)
    {
        var corner = _faces.CornerOf(face);
        return units.MinBy(unit => _map.System!.DistanceMetres(corner, _map.Units[unit].Boundary!.LabelPoint));
    }
}
