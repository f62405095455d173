using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>An edge on the quantum with a direction: the area that it bounds lies to its left.</summary>
internal readonly record struct DirectedEdge(long FromX, long FromY, long ToX, long ToY)
{
    /// <summary>Gets the same edge in the other direction.</summary>
    internal DirectedEdge Reverse => new(ToX, ToY, FromX, FromY);

    /// <summary>Gets a value indicating whether it runs east, or straight north: one of two opposite edges does.</summary>
    internal bool IsCanonical => FromX < ToX || (FromX == ToX && FromY < ToY);

    /// <summary>Adds edges up as a chain: opposite ones cancel, repeated ones stay as often as they are left.</summary>
    /// <param name="edges">The edges.</param>
    /// <returns>What is left, in the order of first appearance.</returns>
    internal static List<DirectedEdge> Cancel(List<DirectedEdge> edges)
    {
        var net = new Dictionary<DirectedEdge, int>(edges.Count);
        var order = new List<DirectedEdge>();
        foreach (var edge in edges)
        {
            var canonical = edge.IsCanonical ? edge : edge.Reverse;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(net, canonical, out var known);
            count += edge.IsCanonical ? 1 : -1;
            if (!known)
            {
                order.Add(canonical);
            }
        }

        var rest = new List<DirectedEdge>();
        foreach (var edge in order)
        {
            var count = net[edge];
            for (var i = 0; i < Math.Abs(count); i++)
            {
                rest.Add(count > 0 ? edge : edge.Reverse);
            }
        }

        return rest;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        unchecked
        {
            var hash = (ulong)FromX * 0x9E3779B97F4A7C15;
            hash = (hash ^ (hash >> 29) ^ (ulong)FromY) * 0xBF58476D1CE4E5B9;
            hash = (hash ^ (hash >> 32) ^ (ulong)ToX) * 0x94D049BB133111EB;
            hash = (hash ^ (hash >> 29) ^ (ulong)ToY) * 0x9E3779B97F4A7C15;
            return (int)(hash >> 32);
        }
    }
}
