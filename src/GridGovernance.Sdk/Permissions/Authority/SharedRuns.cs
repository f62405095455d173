using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Runs of numbers of one length, each kept once however often it occurs.</summary>
internal sealed class SharedRuns
{
    private readonly int _length;
    private readonly List<ushort> _numbers = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    internal SharedRuns(int length) => _length = length;

    /// <summary>Returns the number of a run, from 0 in the order in which they came.</summary>
    internal int Keep(ReadOnlySpan<ushort> run)
    {
        var text = MemoryMarshal.Cast<ushort, char>(run);
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(text, out var number))
        {
            number = _numbers.Count / _length;
            _known.Add(text.ToString(), number);
            _numbers.AddRange(run);
        }

        return number;
    }

    internal ushort[] ToArray() => [.. _numbers];
}
