namespace GridGovernance.Sdk.Geodesy;

/// <summary>The edges of one boundary that a sweep line passes, in order from south to north.</summary>
/// <remarks>
/// A treap (Seidel and Aragon, Randomized search trees, 1996) whose priorities are a mix of the edges' numbers, so that the same boundary gives the same tree; its edges also form a list. Edge i runs from point i
/// to the next point of its ring. An edge is compared by the place where it joins the line.
/// </remarks>
internal sealed class SweepStatus
{
    private readonly GridBoundary _boundary;
    private readonly int[] _links;
    private readonly int[] _after = [];
    private readonly int[] _before = [];
    private int _root = -1;
    private int _overlap;

    internal SweepStatus(GridBoundary boundary)
    {
        _boundary = boundary;
        _links = new int[5 * boundary.VertexCount];
        Array.Fill(_links, -1);
        if (boundary.RingCount == 1)
        {
            return;
        }

        (_after, _before) = (new int[boundary.VertexCount], new int[boundary.VertexCount]);
        for (var point = 0; point < _after.Length; point++)
        {
            _after[point] = boundary.PointAfter(point);
            _before[_after[point]] = point;
        }
    }

    /// <summary>Returns the edge below, or −1.</summary>
    internal int Below(int edge) => _links[(5 * edge) + 3];

    /// <summary>Returns the edge above, or −1.</summary>
    internal int Above(int edge) => _links[(5 * edge) + 4];

    /// <summary>Returns the edge that ends where another begins.</summary>
    internal int Before(int edge) => _before.Length == 0 ? _boundary.PointBefore(edge) : _before[edge];

    /// <summary>Says whether two edges, or an edge and the end of the line (−1), are on the line and next to each other.</summary>
    internal bool AreNeighbours(int below, int above)
    {
        if (below >= 0)
        {
            return IsOn(below) && Above(below) == above;
        }

        return above >= 0 && IsOn(above) && Below(above) < 0;
    }

    /// <summary>Returns an edge from its western end, or where it runs north from its southern end, to the other.</summary>
    internal DirectedEdge Edge(int edge)
    {
        var quanta = _boundary.Quanta;
        var next = After(edge);
        var directed = new DirectedEdge(quanta[2 * edge], quanta[(2 * edge) + 1], quanta[2 * next], quanta[(2 * next) + 1]);
        return directed.IsCanonical ? directed : directed.Reverse;
    }

    /// <summary>Says whether the ring runs along an edge from its western end, so that the area lies above it.</summary>
    internal bool RunsEast(int edge)
    {
        var quanta = _boundary.Quanta;
        var next = After(edge);
        return (quanta[2 * edge], quanta[(2 * edge) + 1]).CompareTo((quanta[2 * next], quanta[(2 * next) + 1])) < 0;
    }

    /// <summary>Says whether an edge has its eastern end at a place.</summary>
    internal bool EndsAt(int edge, long x, long y)
    {
        var e = Edge(edge);
        return e.ToX == x && e.ToY == y;
    }

    /// <summary>Adds an edge that begins at the line's place.</summary>
    /// <returns>−1, or an edge that it overlaps; then it was not added.</returns>
    internal int Insert(int edge)
    {
        var (parent, below, above) = (-1, -1, -1);
        _overlap = -1;
        var joining = Edge(edge);
        for (var at = _root; at >= 0;)
        {
            parent = at;
            if (IsAbove(joining, at))
            {
                (below, at) = (at, Child(at, 1));
            }
            else
            {
                (above, at) = (at, Child(at, 0));
            }

            if (_overlap >= 0)
            {
                return _overlap;
            }
        }

        SetParent(edge, parent);
        SetChild(edge, 0, -1);
        SetChild(edge, 1, -1);
        if (parent < 0)
        {
            _root = edge;
        }
        else
        {
            SetChild(parent, parent == below ? 1 : 0, edge);
        }

        Link(below, edge);
        Link(edge, above);
        while (Parent(edge) >= 0 && Priority(Parent(edge)) < Priority(edge))
        {
            RotateUp(edge);
        }

        return -1;
    }

    /// <summary>Takes an edge off the line.</summary>
    internal void Remove(int edge)
    {
        while (Child(edge, 0) >= 0 || Child(edge, 1) >= 0)
        {
            var (low, high) = (Child(edge, 0), Child(edge, 1));
            RotateUp(low < 0 ? high : high < 0 ? low : Priority(low) > Priority(high) ? low : high);
        }

        var parent = Parent(edge);
        if (parent < 0)
        {
            _root = -1;
        }
        else
        {
            SetChild(parent, Child(parent, 1) == edge ? 1 : 0, -1);
        }

        Link(Below(edge), Above(edge));
        (_links[(5 * edge) + 3], _links[(5 * edge) + 4]) = (-1, -1);
        SetParent(edge, -1);
    }

    private int After(int point) => _after.Length == 0 ? _boundary.PointAfter(point) : _after[point];

    private static uint Priority(int edge)
    {
        unchecked
        {
            var mixed = (uint)edge * 0x9E3779B9;
            mixed = (mixed ^ (mixed >> 16)) * 0x85EBCA6B;
            return mixed ^ (mixed >> 13);
        }
    }

    private bool IsOn(int edge) => edge == _root || Parent(edge) >= 0;

    // Where the edge that joins begins, seen from the other; where it begins on the other, where it ends.
    private bool IsAbove(in DirectedEdge joining, int at)
    {
        var other = Edge(at);
        var side = ExactPredicates.Orientation(other.FromX, other.FromY, other.ToX, other.ToY, joining.FromX, joining.FromY);
        if (side == 0)
        {
            side = ExactPredicates.Orientation(other.FromX, other.FromY, other.ToX, other.ToY, joining.ToX, joining.ToY);
            _overlap = side == 0 ? at : _overlap;
        }

        return side > 0;
    }

    private void RotateUp(int edge)
    {
        var parent = Parent(edge);
        var (side, grand) = (Child(parent, 1) == edge ? 1 : 0, Parent(parent));
        var inner = Child(edge, 1 - side);
        SetChild(parent, side, inner);
        if (inner >= 0)
        {
            SetParent(inner, parent);
        }

        SetChild(edge, 1 - side, parent);
        SetParent(parent, edge);
        SetParent(edge, grand);
        if (grand < 0)
        {
            _root = edge;
        }
        else
        {
            SetChild(grand, Child(grand, 1) == parent ? 1 : 0, edge);
        }
    }

    private void Link(int below, int above)
    {
        if (below >= 0)
        {
            _links[(5 * below) + 4] = above;
        }

        if (above >= 0)
        {
            _links[(5 * above) + 3] = below;
        }
    }

    private int Child(int edge, int side) => _links[(5 * edge) + side];

    private void SetChild(int edge, int side, int child) => _links[(5 * edge) + side] = child;

    private int Parent(int edge) => _links[(5 * edge) + 2];

    private void SetParent(int edge, int parent) => _links[(5 * edge) + 2] = parent;
}
