using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Runs of numbers, each kept once however often it occurs.</summary>
internal sealed class SharedRuns
{
    private readonly List<int> _numbers = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>Gets the numbers that are kept.</summary>
    internal List<int> Numbers => _numbers;

    /// <summary>Returns where a run begins among the numbers that are kept.</summary>
    internal int Keep(ReadOnlySpan<int> run)
    {
        var text = MemoryMarshal.Cast<int, char>(run);
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(text, out var start))
        {
            start = _numbers.Count;
            _known.Add(text.ToString(), start);
            _numbers.AddRange(run);
        }

        return start;
    }
}
