using System.Collections.Frozen;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Numbers codes from 0 in the order given.</summary>
internal sealed class CodeIndex
{
    private readonly FrozenDictionary<string, int> _ids;

    internal CodeIndex(IEnumerable<string> codes) =>
        _ids = codes.Distinct(StringComparer.Ordinal).Select(static (code, id) => (code, id)).ToFrozenDictionary(static pair => pair.code, static pair => pair.id, StringComparer.Ordinal);

    internal int Count => _ids.Count;

    /// <summary>Returns the number of a code, or −1.</summary>
    internal int Of(string? code) => code is not null && _ids.TryGetValue(code, out var id) ? id : -1;

    /// <summary>Returns a bit set of some codes; null for an empty list, which fits everything.</summary>
    internal ulong[]? Mask(EquatableArray<string> codes)
    {
        if (codes.Count == 0)
        {
            return null;
        }

        var mask = new ulong[Math.Max(1, (Count + 63) >> 6)];
        foreach (var code in codes)
        {
            var id = Of(code);
            mask[id >> 6] |= 1UL << (id & 63);
        }

        return mask;
    }
}
