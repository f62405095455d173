namespace GridGovernance.Sdk.Geodesy;

/// <summary>Gives each face inside an outline to a site: its own, or for a piece that is cut off, the neighbour's with the longest shared border.</summary>
internal sealed class FaceOwners
{
    private readonly CoordinateSystem _system;
    private readonly PlanarFaces _faces;
    private readonly (long X, long Y)[] _sites;
    private readonly double _eastScale;
    private readonly int[] _owner;
    private readonly int[] _firstHalf;
    private readonly int[] _halves;

    internal FaceOwners(CoordinateSystem system, PlanarFaces faces, (long X, long Y)[] sites, double eastScale)
    {
        _system = system;
        _faces = faces;
        _sites = sites;
        _eastScale = eastScale;
        _owner = new int[faces.Count + 1];
        Array.Fill(_owner, -1);
        _firstHalf = new int[faces.Count + 2];
        for (var half = 0; half < faces.HalfEdgeCount; half++)
        {
            _firstHalf[faces.FaceOf(half) + 1]++;
        }

        for (var face = 0; face <= faces.Count; face++)
        {
            _firstHalf[face + 1] += _firstHalf[face];
        }

        _halves = new int[faces.HalfEdgeCount];
        var fill = _firstHalf.AsSpan(0, faces.Count + 1).ToArray();
        for (var half = 0; half < _halves.Length; half++)
        {
            _halves[fill[faces.FaceOf(half)]++] = half;
        }
    }

    /// <summary>Assigns every face.</summary>
    /// <param name="owner">The site of each face; −1 outside the outline.</param>
    /// <returns>Null, or which sites cannot be told apart.</returns>
    internal string? Assign(out int[] owner)
    {
        owner = _owner;
        if (AssignOwn() is { } problem)
        {
            return problem;
        }

        var rest = new List<int>();
        for (var face = 0; face < _faces.Count; face++)
        {
            if (_owner[face] < 0 && _faces.IsInside(face))
            {
                rest.Add(face);
            }
        }

        while (rest.Count > 0)
        {
            var given = GiveToNeighbours(rest);
            if (given == 0)
            {
                GiveToNearest(rest);
            }

            rest.RemoveAll(face => _owner[face] >= 0);
        }

        return null;
    }

    private string? AssignOwn()
    {
        var index = new BoxBuckets(_faces.Count, BoxOf, face => _faces.IsInside(face));
        for (var site = 0; site < _sites.Length; site++)
        {
            var own = -1;
            foreach (var face in index.At(_sites[site].X, _sites[site].Y))
            {
                if (Contains(face, _sites[site].X, _sites[site].Y))
                {
                    own = face;
                    break;
                }
            }

            if (own < 0 || _owner[own] >= 0)
            {
                var other = own < 0 ? "the outline" : FormattableString.Invariant($"site {_owner[own]}");
                return FormattableString.Invariant($"site {site} at {_system.ToPoint(_sites[site].X, _sites[site].Y)}, too close to {other}");
            }

            _owner[own] = site;
        }

        return null;
    }

    // One round: each piece goes to the neighbour of the round before with the longest shared border, the first site among equals.
    private int GiveToNeighbours(List<int> rest)
    {
        var gifts = new List<(int Face, int Site)>();
        var lengths = new Dictionary<int, double>();
        foreach (var face in rest)
        {
            lengths.Clear();
            foreach (var half in HalvesOf(face))
            {
                var site = _owner[_faces.FaceOf(half ^ 1)];
                if (site >= 0)
                {
                    var edge = _faces.Edge(half);
                    var metres = _system.DistanceMetres(_system.ToPoint(edge.FromX, edge.FromY), _system.ToPoint(edge.ToX, edge.ToY));
                    lengths[site] = lengths.GetValueOrDefault(site) + metres;
                }
            }

            var best = -1;
            foreach (var (site, metres) in lengths)
            {
                if (best < 0 || metres > lengths[best] || (metres == lengths[best] && site < best))
                {
                    best = site;
                }
            }

            if (best >= 0)
            {
                gifts.Add((face, best));
            }
        }

        foreach (var (face, site) in gifts)
        {
            _owner[face] = site;
        }

        return gifts.Count;
    }

    // A part of the outline without any site: its first face goes to the nearest site, the others follow as neighbours.
    private void GiveToNearest(List<int> rest)
    {
        var edge = _faces.Edge(HalvesOf(rest[0])[0]);
        var (best, bestSquare) = (0, double.PositiveInfinity);
        for (var site = 0; site < _sites.Length; site++)
        {
            var (dx, dy) = ((_sites[site].X - edge.FromX) * _eastScale, (double)(_sites[site].Y - edge.FromY));
            var square = (dx * dx) + (dy * dy);
            if (square < bestSquare)
            {
                (best, bestSquare) = (site, square);
            }
        }

        _owner[rest[0]] = best;
    }

    private ReadOnlySpan<int> HalvesOf(int face) => _halves.AsSpan(_firstHalf[face], _firstHalf[face + 1] - _firstHalf[face]);

    private EdgeBox BoxOf(int face)
    {
        var box = EdgeBox.Empty;
        foreach (var half in HalvesOf(face))
        {
            box = box.Include(_faces.Edge(half));
        }

        return box;
    }

    private bool Contains(int face, long x, long y)
    {
        var inside = false;
        foreach (var half in HalvesOf(face))
        {
            var edge = _faces.Edge(half);
            inside ^= ExactPredicates.RayMeets(edge.FromX, edge.FromY, edge.ToX, edge.ToY, x, y);
        }

        return inside;
    }
}
