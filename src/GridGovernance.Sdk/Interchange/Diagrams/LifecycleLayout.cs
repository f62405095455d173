using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>Places a lifecycle in one column from top to bottom: steps to the next state run straight down, steps further down in lanes on the right, steps back in lanes on the left.</summary>
/// <remarks>Each arrow has its own port and, where it overlaps another, its own lane, and each label stands over the beginning of its arrow: nothing is drawn over a box or a text.</remarks>
internal sealed class LifecycleLayout
{
    internal const int BoxWidth = 178;
    internal const int FramePadding = 14;
    internal const int LaneWidth = 15;
    private const int BoxHeight = 46;
    private const int HeadingHeight = 26;
    private const int PortSpacing = 19;
    private const int RowGap = 26;
    private const int Margin = 12;
    private readonly int _deepest;
    private readonly double _labelsLeft;
    private readonly double _labelsRight;

    internal LifecycleLayout(Lifecycle lifecycle, Func<LifecycleEdge, double> labelWidth)
    {
        Rows = LifecycleRow.Of(lifecycle);
        var edges = LifecycleEdge.From(lifecycle, Rows);
        _deepest = Rows.Max(static row => row.Depth);
        Straight = [.. edges.Where(IsStraight)];
        Right = [.. edges.Where(edge => edge.Span >= 0 && !IsStraight(edge))];
        Left = [.. edges.Where(static edge => edge.Span < 0)];
        PlaceRows();
        PlacePorts(Right);
        PlacePorts(Left);
        LanesRight = AssignLanes(Right);
        LanesLeft = AssignLanes(Left);
        _labelsLeft = Left.Count == 0 ? 0 : Left.Max(labelWidth) + 22;
        _labelsRight = Right.Count == 0 ? 0 : Right.Max(labelWidth) + 22;
        _labelsRight = Math.Max(_labelsRight, Straight.Count == 0 ? 0 : Straight.Max(labelWidth) + 14 - (BoxWidth / 2.0));
    }

    internal IReadOnlyList<LifecycleRow> Rows { get; }

    internal IReadOnlyList<LifecycleEdge> Straight { get; }

    internal IReadOnlyList<LifecycleEdge> Right { get; }

    internal IReadOnlyList<LifecycleEdge> Left { get; }

    internal double Width => RightEdge(0) + _labelsRight + (LanesRight * LaneWidth) + Margin;

    internal double Height => Rows.Max(FrameBottom) + Margin;

    /// <summary>Gets the left border of the boxes.</summary>
    internal double BoxLeft => Margin + (LanesLeft * LaneWidth) + _labelsLeft + (_deepest * FramePadding);

    internal double Centre => BoxLeft + (BoxWidth / 2.0);

    private int LanesLeft { get; }

    private int LanesRight { get; }

    /// <summary>Returns the left border of a row: of its box or of its frame.</summary>
    internal double LeftOf(LifecycleRow row) => row.IsFrame ? LeftEdge(row.Depth) : BoxLeft;

    /// <summary>Returns the right border of a row: of its box or of its frame.</summary>
    internal double RightOf(LifecycleRow row) => row.IsFrame ? RightEdge(row.Depth) : BoxLeft + BoxWidth;

    /// <summary>Returns where a frame ends below.</summary>
    internal double FrameBottom(LifecycleRow row)
    {
        var inner = Rows[row.Last];
        var ending = Rows.Count(frame => frame.IsFrame && frame.Last == row.Last && frame.Depth >= row.Depth);
        return inner.Bottom + (ending * FramePadding);
    }

    /// <summary>Returns the border of the outermost frame on the side of an arrow.</summary>
    internal double BorderOf(LifecycleEdge edge) => edge.Span < 0 ? LeftEdge(0) : RightEdge(0);

    /// <summary>Returns where the lane of an arrow lies.</summary>
    internal double LaneX(LifecycleEdge edge) => edge.Span < 0
        ? LeftEdge(0) - _labelsLeft - (edge.Lane * LaneWidth)
        : RightEdge(0) + _labelsRight + (edge.Lane * LaneWidth);

    private double LeftEdge(int depth) => BoxLeft - ((_deepest - depth) * FramePadding);

    private double RightEdge(int depth) => BoxLeft + BoxWidth + ((_deepest - depth) * FramePadding);

    // To the next box below, whatever headings lie between.
    private bool IsStraight(LifecycleEdge edge) => edge.Span > 0 && !edge.Source.IsFrame && !edge.Target.IsFrame
        && Rows.Skip(edge.Source.Index + 1).Take(edge.Span - 1).All(static row => row.IsFrame);

    private void PlaceRows()
    {
        double y = Margin;
        foreach (var row in Rows)
        {
            var ports = Math.Max(PortsOf(Right, row), PortsOf(Left, row));
            row.Top = y;
            row.Height = Math.Max(row.IsFrame ? HeadingHeight : BoxHeight, PortSpacing * (ports + 1));
            y = row.Bottom + (row.IsFrame ? 4 : RowGap) + (Rows.Count(frame => frame.IsFrame && frame.Last == row.Index) * FramePadding);
        }
    }

    private static int PortsOf(IReadOnlyList<LifecycleEdge> side, LifecycleRow row) =>
        side.Sum(edge => (ReferenceEquals(edge.Source, row) ? 1 : 0) + (ReferenceEquals(edge.Target, row) ? 1 : 0));

    // Arrows from above arrive over those that leave downwards; the longer run outside, so that they do not cross the shorter.
    private void PlacePorts(IReadOnlyList<LifecycleEdge> side)
    {
        foreach (var row in Rows)
        {
            var upper = side.Where(edge => ReferenceEquals(edge.Span < 0 ? edge.Source : edge.Target, row)).OrderBy(static edge => Math.Abs(edge.Span)).ToArray();
            var lower = side.Where(edge => ReferenceEquals(edge.Span < 0 ? edge.Target : edge.Source, row)).OrderByDescending(static edge => Math.Abs(edge.Span)).ToArray();
            var step = row.Height / (upper.Length + lower.Length + 1);
            for (var i = 0; i < upper.Length + lower.Length; i++)
            {
                var (edge, y) = (i < upper.Length ? upper[i] : lower[i - upper.Length], row.Top + ((i + 1) * step));
                if (i < upper.Length == edge.Span < 0)
                {
                    edge.SourceY = y;
                }
                else
                {
                    edge.TargetY = y;
                }
            }
        }
    }

    private static int AssignLanes(IReadOnlyList<LifecycleEdge> side)
    {
        var lanes = new List<List<LifecycleEdge>>();
        foreach (var edge in side.OrderBy(static edge => edge.Bottom - edge.Top))
        {
            // Inside everything longer: only lanes further in than every lane that already holds an overlapping, shorter arrow would be crossed.
            edge.Lane = lanes.FindLastIndex(lane => lane.Any(other => other.Top <= edge.Bottom && edge.Top <= other.Bottom)) + 1;
            if (edge.Lane == lanes.Count)
            {
                lanes.Add([]);
            }

            lanes[edge.Lane].Add(edge);
        }

        return lanes.Count;
    }
}
