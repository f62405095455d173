using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>Places the states of a lifecycle in columns by their distance from the initial state.</summary>
internal sealed class LifecycleLayout
{
    internal const int BoxWidth = 132;
    internal const int BoxHeight = 46;
    private const int ColumnGap = 128;
    private const int RowGap = 64;
    private const int Margin = 24;
    private readonly Dictionary<string, (int Column, int Row)> _places = new(StringComparer.Ordinal);

    internal LifecycleLayout(Lifecycle lifecycle)
    {
        var depths = DepthsOf(lifecycle);
        var last = depths.Count == 0 ? 0 : depths.Values.Max();
        var finals = lifecycle.States.Any(state => state.IsFinal && !state.IsSuperstate) ? last + 1 : last;
        var filled = new int[finals + 1];
        foreach (var state in lifecycle.States.Where(state => !state.IsSuperstate))
        {
            var column = state.IsFinal ? finals : depths.GetValueOrDefault(state.Code, last);
            _places[state.Code] = (column, filled[column]++);
        }

        Rows = filled.Max();
        Columns = filled.Length;
        for (var column = 0; column < filled.Length; column++)
        {
            Fill(column, filled[column]);
        }
    }

    internal int Rows { get; }

    internal int Columns { get; }

    internal int Width => (2 * Margin) + (Columns * BoxWidth) + ((Columns - 1) * ColumnGap);

    internal int Height => (2 * Margin) + BackEdgeRoom + (Rows * BoxHeight) + ((Rows - 1) * RowGap);

    private static int BackEdgeRoom => 120;

    private Dictionary<string, double> Offsets { get; } = new(StringComparer.Ordinal);

    internal int ColumnOf(LifecycleState state) => _places[state.Code].Column;

    internal (double X, double Y) CornerOf(LifecycleState state) =>
        (Margin + (_places[state.Code].Column * (BoxWidth + ColumnGap)), Margin + (BackEdgeRoom / 2) + Offsets[state.Code]);

    // A short column stands in the middle of the picture.
    private void Fill(int column, int count)
    {
        var free = (Rows - count) * (BoxHeight + RowGap) / 2.0;
        foreach (var (code, place) in _places.Where(pair => pair.Value.Column == column))
        {
            Offsets[code] = free + (place.Row * (BoxHeight + RowGap));
        }
    }

    private static Dictionary<string, int> DepthsOf(Lifecycle lifecycle)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal) { [lifecycle.Initial.Code] = 0 };
        var open = new Queue<LifecycleState>([lifecycle.Initial]);
        while (open.TryDequeue(out var state))
        {
            foreach (var target in LifecycleEdge.From(lifecycle, state).Select(edge => edge.Target).Where(target => !target.IsFinal))
            {
                if (depths.TryAdd(target.Code, depths[state.Code] + 1))
                {
                    open.Enqueue(target);
                }
            }
        }

        return depths;
    }
}
