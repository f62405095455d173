using System.Numerics;

namespace GridGovernance.Sdk.Division;

/// <summary>
/// Walks over all ways to cut one grid off a connected set: every connected subset that holds the set's first vertex, keeps the window, and leaves
/// components that can be divided further by their sums.
/// </summary>
/// <remarks>What a component yields does not depend on how it came about, so that every descendant remembers it by (component, number of grids).</remarks>
internal abstract class ExactRecursion
{
    private readonly long _limit;

    /// <summary>Begins.</summary>
    /// <param name="graph">The parent.</param>
    /// <param name="window">Which grids are let through.</param>
    /// <param name="limit">How many steps the walk may take.</param>
    private protected ExactRecursion(ExactGraph graph, SizeWindow window, long limit) => (Graph, Window, _limit) = (graph, window, limit);

    /// <summary>Gets how many steps were taken.</summary>
    internal long Steps { get; private set; }

    /// <summary>Gets whether the walk ended for want of steps: what it found is then no proof.</summary>
    internal bool IsExhausted => Steps >= _limit;

    /// <summary>Gets the parent.</summary>
    private protected ExactGraph Graph { get; }

    /// <summary>Gets which grids are let through.</summary>
    private protected SizeWindow Window { get; }

    /// <summary>Says whether a whole connected set is one grid.</summary>
    private protected bool IsGrid(ulong set)
    {
        var size = Graph.SizeOf(set);
        return size >= Window.Low && size <= Window.High && Window.Allows(set, size);
    }

    /// <summary>Finds the components of a set, and how many grids the sums let each of them make.</summary>
    /// <param name="set">The set.</param>
    /// <returns>The components; null where one of them can make no number of grids.</returns>
    private protected Piece[]? Pieces(ulong set)
    {
        var pieces = new List<Piece>(4);
        for (var rest = set; rest != 0;)
        {
            var component = Graph.ComponentOf(rest, rest & (~rest + 1));
            rest &= ~component;
            var (low, high) = CountsOf(component, Graph.SizeOf(component));
            if (low > high)
            {
                return null;
            }

            pieces.Add(new Piece(component, low, high));
        }

        return [.. pieces];
    }

    /// <summary>Walks over the first grids of a connected set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="count">How many grids it makes, from 2.</param>
    /// <returns>Whether <see cref="Visit"/> or the want of steps ended the walk.</returns>
    private protected bool Walk(ulong set, int count)
    {
        var total = Graph.SizeOf(set);
        var high = Window.Low > 0 ? Math.Min(Window.High, total - (Window.Low * (count - 1))) : Window.High;
        var low = Window.High < total ? Math.Max(Window.Low, total - (Int128)Window.High * (count - 1) is var least && least > 0 ? (long)least : 0) : Window.Low;
        var first = set & (~set + 1);
        var size = Graph.Size[BitOperations.TrailingZeroCount(first)];
        return size <= high && low <= high && Extend(new Frame(set, count, low, high), first, size, Graph.NearOf(first), 0);
    }

    /// <summary>Takes one way to cut a grid off.</summary>
    /// <param name="frame">The set.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="pieces">What is left.</param>
    /// <returns>True to end the walk.</returns>
    private protected abstract bool Visit(Frame frame, ulong grid, Piece[] pieces);

    private (int Low, int High) CountsOf(ulong set, long size)
    {
        var low = Math.Max(1, BitOperations.PopCount(set & Graph.Labelled));
        var high = BitOperations.PopCount(set);
        if (Window.High < size)
        {
            low = Window.High == 0 ? int.MaxValue : (int)Math.Min(int.MaxValue, Math.Max(low, (size + Window.High - 1) / Window.High));
        }

        return (low, Window.Low > 0 ? (int)Math.Min(high, size / Window.Low) : high);
    }

    private bool Extend(Frame frame, ulong grid, long size, ulong near, ulong excluded)
    {
        if (++Steps >= _limit)
        {
            return true;
        }

        // A component that was refused a vertex must make grids of its own; one too small for that must be taken whole.
        var (forced, apart, least, most) = (0L, 0, 0, 0);
        var isWhole = true;
        for (var rest = frame.Set & ~grid; rest != 0;)
        {
            var component = Graph.ComponentOf(rest, rest & (~rest + 1));
            rest &= ~component;
            var held = Graph.SizeOf(component);
            var (low, high) = CountsOf(component, held);
            isWhole &= low <= high;
            least += Math.Min(low, 1000);
            most += high;
            if ((component & excluded) != 0)
            {
                if (high < 1)
                {
                    return false;
                }

                apart++;
            }
            else if (high < 1)
            {
                forced += held;
            }
        }

        if (size + forced > frame.High || apart >= frame.Count)
        {
            return false;
        }

        if (isWhole && size >= frame.Low && least < frame.Count && most >= frame.Count - 1
            && Window.Allows(grid, size) && Pieces(frame.Set & ~grid) is { } pieces && Visit(frame, grid, pieces))
        {
            return true;
        }

        for (var open = near & frame.Set & ~grid & ~excluded; open != 0; open &= open - 1)
        {
            var bit = open & (~open + 1);
            var v = BitOperations.TrailingZeroCount(bit);
            if (size + Graph.Size[v] <= frame.High && Extend(frame, grid | bit, size + Graph.Size[v], near | Graph.Near[v], excluded))
            {
                return true;
            }

            excluded |= bit;
        }

        return false;
    }

    /// <summary>A component and how many grids its sums let it make.</summary>
    private protected readonly record struct Piece(ulong Set, int Low, int High);

    /// <summary>A connected set that is being divided.</summary>
    private protected readonly record struct Frame(ulong Set, int Count, long Low, long High);
}
