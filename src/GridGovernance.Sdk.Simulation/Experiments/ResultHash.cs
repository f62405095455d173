using System.Buffers.Binary;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>The hash of the values of an experiment, bit for bit: each as one byte for its presence and eight of its IEEE form, lowest first.</summary>
internal static class ResultHash
{
    internal static ContentHash Of(double?[][] rows)
    {
        var bytes = new byte[rows.Sum(static row => 9 * row.Length)];
        var at = 0;
        foreach (var row in rows)
        {
            foreach (var value in row)
            {
                bytes[at] = value is null ? (byte)0 : (byte)1;
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at + 1), value ?? 0);
                at += 9;
            }
        }

        return ContentHash.Of(bytes);
    }
}
