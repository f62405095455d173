using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>A row of the diagram: a state's box, or the heading of the frame around the states within a superstate.</summary>
internal sealed class LifecycleRow(LifecycleState state, int index, int depth)
{
    internal LifecycleState State => state;

    internal int Index => index;

    /// <summary>Gets how many frames lie around it.</summary>
    internal int Depth => depth;

    internal bool IsFrame => state.IsSuperstate;

    /// <summary>Gets the last row inside the frame; the row itself for a box.</summary>
    internal int Last { get; set; } = -1;

    internal double Top { get; set; }

    internal double Height { get; set; }

    internal double Bottom => Top + Height;

    /// <summary>Lists the states from report to closure in the order of the definition, those within a superstate after its heading.</summary>
    internal static List<LifecycleRow> Of(Lifecycle lifecycle)
    {
        var rows = new List<LifecycleRow>();
        Add(null, 0);
        return rows;

        void Add(LifecycleState? superstate, int depth)
        {
            foreach (var state in lifecycle.States.Where(state => ReferenceEquals(state.Superstate, superstate)))
            {
                var row = new LifecycleRow(state, rows.Count, depth);
                rows.Add(row);
                if (state.IsSuperstate)
                {
                    Add(state, depth + 1);
                }

                row.Last = rows.Count - 1;
            }
        }
    }
}
