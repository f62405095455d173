namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>Counts lines as a reader goes forward through a text.</summary>
internal sealed class LineCounter
{
    private long _offset;
    private int _line = 1;

    /// <summary>Returns the line of a byte.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">The position of the byte.</param>
    /// <returns>The line, from 1.</returns>
    internal int LineAt(ReadOnlySpan<byte> text, long offset)
    {
        if (offset < _offset)
        {
            (_offset, _line) = (0, 1);
        }

        _line += text[(int)_offset..(int)offset].Count((byte)'\n');
        _offset = offset;
        return _line;
    }
}
