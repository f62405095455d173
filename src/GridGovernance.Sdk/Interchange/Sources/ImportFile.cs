using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Takes the bytes of a file for a reader, and never waits or reads without end.</summary>
/// <remarks>
/// A file that says it has no bytes is not opened: what has no size of its own, such as a pipe nobody writes into or an endless device, counts as empty.
/// This type is safe to share between threads.
/// </remarks>
public static class ImportFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null. A larger one is not opened.</param>
    /// <param name="content">The bytes; null where they cannot be had.</param>
    /// <param name="finding">Why not: there is no file, it is a folder, it is too large, or the system refuses.</param>
    /// <returns>True when there are bytes, or none in an empty file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    public static bool TryRead(string path, ImportLimits? limits, [NotNullWhen(true)] out byte[]? content, [NotNullWhen(false)] out Finding? finding)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (content, finding) = (null, null);
        try
        {
            // The size of a link is its own, not that of what it leads to.
            var file = new FileInfo(path);
            var target = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
            if (target is DirectoryInfo || Directory.Exists(target.FullName))
            {
                finding = Fault("interchange.file-is-folder", path);
            }
            else if (!target.Exists)
            {
                finding = Fault("interchange.no-file", path);
            }
            else
            {
                var length = ((FileInfo)target).Length;
                var most = (limits ?? ImportLimits.Default).MaxBytes;
                finding = length > most ? Fault("interchange.too-large", path, [most, length]) : null;
                content = length > most ? null : length == 0 ? [] : File.ReadAllBytes(target.FullName);
            }
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            finding = Fault("interchange.no-file", path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            finding = Fault("interchange.unreadable-file", path, [path, fault.GetType().Name]);
        }

        return content is not null;
    }

    private static Finding Fault(string code, string path, params ReadOnlySpan<object?> values) =>
        Finding.Error(InterchangeMessages.All[code, values.IsEmpty ? [path] : values], FindingPlace.Nowhere.InFile(path, null));
}
