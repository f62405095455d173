using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace GridGovernance.Sdk.Interchange;

/// <summary>The bytes of a file on their way to becoming text: size, byte-order mark and encoding.</summary>
internal static class SourceText
{
    /// <summary>Accepts the bytes of a UTF-8 file, with or without a byte-order mark.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="limits">How many there may be.</param>
    /// <param name="findings">Takes what is wrong with them.</param>
    /// <param name="text">The bytes after the mark.</param>
    /// <returns>True when they are UTF-8 and few enough.</returns>
    internal static bool TryAccept(ReadOnlySpan<byte> content, ImportLimits limits, ICollection<Finding> findings, out ReadOnlySpan<byte> text)
    {
        text = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        if (!FitsIn(content.Length, limits, findings))
        {
            return false;
        }

        if (Utf8.IsValid(text))
        {
            return true;
        }

        var rest = text;
        while (Rune.DecodeFromUtf8(rest, out _, out var length) == OperationStatus.Done)
        {
            rest = rest[length..];
        }

        var line = text[..^rest.Length].Count((byte)'\n') + 1;
        var place = FindingPlace.At("") with { Line = line };
        findings.Add(Finding.Error(InterchangeMessages.All["interchange.not-utf8", line, content.Length - rest.Length], place));
        return false;
    }

    /// <summary>Checks a size.</summary>
    /// <param name="bytes">The size in bytes.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="findings">Takes the finding where it is larger.</param>
    /// <returns>True when it fits.</returns>
    internal static bool FitsIn(long bytes, ImportLimits limits, ICollection<Finding> findings)
    {
        if (bytes <= limits.MaxBytes)
        {
            return true;
        }

        findings.Add(Finding.Error(InterchangeMessages.All["interchange.too-large", limits.MaxBytes, bytes], FindingPlace.At("")));
        return false;
    }
}
