using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Numbers codes from 0 in the order given.</summary>
/// <remarks>Codes mostly differ at their beginning, their end or in length; that much tells the slot, and one comparison the rest. Codes that crowd are hashed whole.</remarks>
internal sealed class CodeIndex
{
    private const int MostSteps = 4;
    private const int MostFactors = 32;

    // Characters in a word and in a run. Most codes are two words or three runs long at most: these, over one another where need be, are all of them.
    private const int Word = 4;
    private const int Run = 8;

    private readonly FrozenDictionary<string, int> _ids;

    // INVARIANT: empty where codes crowd; else the last slot is free, so that every walk ends.
    private readonly (string? Code, int Id)[] _slots = [];
    private readonly ulong _factor;
    private readonly int _shift = 61;

    internal CodeIndex(IEnumerable<string> codes)
    {
        _ids = codes.Distinct(StringComparer.Ordinal).Select(static (code, id) => (code, id)).ToFrozenDictionary(static pair => pair.code, static pair => pair.id, StringComparer.Ordinal);
        var size = 8;
        while (size < 4L * _ids.Count)
        {
            (size, _shift) = (size * 2, _shift - 1);
        }

        // A code in its own slot is found without a step that the processor would have to guess: the factor that leaves the fewest elsewhere is the best.
        var fewest = int.MaxValue;
        var factor = 0x9E3779B97F4A7C15;
        for (var i = 0; i < MostFactors && fewest > 0; i++)
        {
            var (slots, displaced) = Place(size, factor);
            if (slots is not null && displaced < fewest)
            {
                (_slots, _factor, fewest) = (slots, factor, displaced);
            }

            factor = unchecked(factor * 0xD1342543DE82EF95);
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

        ref var one = ref _slots[SlotOf(code, _factor)];
        while (one.Code is { } known)
        {
            if (AreEqual(known, code))
            {
                return one.Id;
            }

            one = ref Unsafe.Add(ref one, 1);
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

    // A call for each code would cost more than the comparison.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreEqual(string known, string code)
    {
        var length = code.Length;
        if (known.Length != length)
        {
            return false;
        }

        if (length is < Word or > 3 * Run)
        {
            return string.Equals(known, code, StringComparison.Ordinal);
        }

        ref var one = ref FirstOf(known);
        ref var other = ref FirstOf(code);
        if (length < Run)
        {
            return WordAt(ref one, 0) == WordAt(ref other, 0) && WordAt(ref one, length - Word) == WordAt(ref other, length - Word);
        }

        var last = length - Run;
        var middle = Math.Min(Run, last);
        var differing = RunAt(ref one, 0) ^ RunAt(ref other, 0);
        differing |= RunAt(ref one, middle) ^ RunAt(ref other, middle);
        differing |= RunAt(ref one, last) ^ RunAt(ref other, last);
        return differing == Vector128<ushort>.Zero;
    }

    private static ref ushort FirstOf(string code) => ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(code.AsSpan()));

    private static Vector128<ushort> RunAt(ref ushort first, int at) => Vector128.LoadUnsafe(ref first, (nuint)at);

    private static ulong WordAt(ref ushort first, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref first, at)));

    /// <summary>Puts the codes into slots; null for slots where too many crowd, with the number of codes that are not in their own.</summary>
    private ((string? Code, int Id)[]? Slots, int Displaced) Place(int size, ulong factor)
    {
        // Slots beyond the last hash take what the last ones push on.
        var slots = new (string?, int)[size + MostSteps];
        var displaced = 0;
        foreach (var (code, id) in _ids.OrderBy(static pair => pair.Value))
        {
            var own = SlotOf(code, factor);
            var slot = own;
            while (slots[slot].Item1 is not null)
            {
                if (++slot == own + MostSteps)
                {
                    return (null, displaced);
                }
            }

            slots[slot] = (code, id);
            displaced += slot == own ? 0 : 1;
        }

        return (slots, displaced);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(string code, ulong factor)
    {
        var mixed = (ulong)code.Length;
        if (code.Length >= Word)
        {
            ref var first = ref FirstOf(code);
            mixed ^= WordAt(ref first, 0) ^ BitOperations.RotateLeft(WordAt(ref first, code.Length - Word), 23);
        }
        else
        {
            foreach (var one in code)
            {
                mixed = (mixed << 16) | one;
            }
        }

        return (int)(unchecked(mixed * factor) >> _shift);
    }
}
