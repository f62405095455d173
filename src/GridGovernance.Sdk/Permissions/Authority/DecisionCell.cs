namespace GridGovernance.Sdk.Permissions;

/// <summary>A cell of a <see cref="DecisionTable"/>: what is said over time where that changes seldom, else where it stands.</summary>
/// <remarks>Most cells change twice at most, so that a decision reads one number; which of them applies is reckoned, for a branch on it would be guessed wrong too often.</remarks>
internal readonly struct DecisionCell
{
    // Bit 0 of a cell that only points says so, bit 1 that it points at a row of departments, and above them is the place.
    // Else bits 1–7 are the entry at first, and then come two changes: five bits the time from which on it holds, seven bits what it flips in the entry.
    private const int Pointing = 1;
    private const int ToRow = 2;
    private const int StartShift = 2;
    private const int EntryShift = 1;
    private const int EntryMask = 0x7F;
    private const int TimeMask = 0x1F;
    private const int TimeBits = 5;
    private const int FirstChange = 8;
    private const int ChangeBits = 12;
    private const int MostChanges = 2;

    private readonly int _bits;

    private DecisionCell(int bits) => _bits = bits;

    /// <summary>Gets a value indicating whether the cell only says where its entries stand.</summary>
    internal bool IsPointer => (_bits & Pointing) != 0;

    /// <summary>Gets a value indicating whether they stand in a row, one series a department.</summary>
    internal bool IsRow => (_bits & ToRow) != 0;

    /// <summary>Gets where its series or its row begins.</summary>
    internal int Start => _bits >> StartShift;

    internal static DecisionCell Series(int start) => new((start << StartShift) | Pointing);

    internal static DecisionCell Row(int start) => new((start << StartShift) | Pointing | ToRow);

    /// <summary>Writes entries into a cell.</summary>
    /// <param name="entries">The entries over time, at most 32.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>False where an entry says more than seven bits hold, or entries change too often.</returns>
    internal static bool TryWrite(ReadOnlySpan<int> entries, out DecisionCell cell)
    {
        var bits = entries[0] << EntryShift;
        var changes = 0;
        for (var time = 0; time < entries.Length; time++)
        {
            var flip = time == 0 ? 0 : entries[time] ^ entries[time - 1];
            if ((entries[time] & ~EntryMask) != 0 || (flip != 0 && changes == MostChanges))
            {
                cell = default;
                return false;
            }

            if (flip != 0)
            {
                bits |= (time | (flip << TimeBits)) << (FirstChange + (ChangeBits * changes++));
            }
        }

        cell = new DecisionCell(bits);
        return true;
    }

    /// <summary>Reads the entry at a time; only of a cell that is no pointer.</summary>
    internal int EntryAt(int time) => ((_bits >> EntryShift) & EntryMask) ^ FlipAt(_bits >> FirstChange, time) ^ FlipAt(_bits >> (FirstChange + ChangeBits), time);

    // The flip of a change that has come, else nothing: whether it has is the sign of a difference, spread over all bits.
    private static int FlipAt(int change, int time) => (change >> TimeBits) & EntryMask & (((change & TimeMask) - 1 - time) >> 31);
}
