using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Numbers codes from 0 in the order given.</summary>
/// <remarks>Codes mostly differ at their beginning, their end or in length; that much tells the slot, and one comparison the rest. Codes that crowd are hashed whole.</remarks>
internal sealed class CodeIndex
{
    private const int MostSteps = 4;

    private readonly FrozenDictionary<string, int> _ids;
    private readonly (string? Code, int Id)[] _slots;
    private readonly int _shift;

    internal CodeIndex(IEnumerable<string> codes)
    {
        _ids = codes.Distinct(StringComparer.Ordinal).Select(static (code, id) => (code, id)).ToFrozenDictionary(static pair => pair.code, static pair => pair.id, StringComparer.Ordinal);
        var size = 8;
        _shift = 61;
        while (size < 4L * _ids.Count)
        {
            (size, _shift) = (size * 2, _shift - 1);
        }

        // Slots beyond the last hash take what the last ones push on.
        _slots = new (string?, int)[size + MostSteps];
        foreach (var (code, id) in _ids.OrderBy(static pair => pair.Value))
        {
            var slot = SlotOf(code);
            var end = slot + MostSteps;
            while (slot < end && _slots[slot].Code is not null)
            {
                slot++;
            }

            if (slot == end)
            {
                _slots = [];
                return;
            }

            _slots[slot] = (code, id);
        }
    }

    internal int Count => _ids.Count;

    /// <summary>Returns the number of a code, or −1.</summary>
    internal int Of(string? code)
    {
        if (code is null)
        {
            return -1;
        }

        if (_slots.Length == 0)
        {
            return _ids.TryGetValue(code, out var found) ? found : -1;
        }

        // INVARIANT: the last slot is empty, so every walk ends.
        var slot = SlotOf(code);
        ref var one = ref _slots[slot];
        while (one.Code is { } known)
        {
            if (AreEqual(known, code))
            {
                return one.Id;
            }

            one = ref _slots[++slot];
        }

        return -1;
    }

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

    // Codes are a few words long: a call for each would cost more than the comparison. The last word overlaps the one before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreEqual(string known, string code)
    {
        var last = (code.Length * sizeof(char)) - sizeof(ulong);
        if (known.Length != code.Length || last < 0)
        {
            return string.Equals(known, code, StringComparison.Ordinal);
        }

        ref var one = ref FirstByteOf(known);
        ref var other = ref FirstByteOf(code);
        for (var at = 0; at < last; at += sizeof(ulong))
        {
            if (WordAt(ref one, at) != WordAt(ref other, at))
            {
                return false;
            }
        }

        return WordAt(ref one, last) == WordAt(ref other, last);
    }

    private static ref byte FirstByteOf(string code) => ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(code.AsSpan()));

    private static ulong WordAt(ref byte first, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(string code)
    {
        var bytes = MemoryMarshal.AsBytes(code.AsSpan());
        ulong head = 0, tail = 0;
        if (bytes.Length >= sizeof(ulong))
        {
            ref var first = ref MemoryMarshal.GetReference(bytes);
            head = WordAt(ref first, 0);
            tail = WordAt(ref first, bytes.Length - sizeof(ulong));
        }
        else
        {
            foreach (var one in bytes)
            {
                head = (head << 8) | one;
            }
        }

        unchecked
        {
            return (int)(((head * 0x9E3779B97F4A7C15) + (tail * 0xC2B2AE3D27D4EB4F) + ((ulong)bytes.Length * 0x165667B19E3779F9)) >> _shift);
        }
    }
}
