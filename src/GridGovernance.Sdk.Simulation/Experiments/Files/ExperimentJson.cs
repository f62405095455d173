using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Writes manifests and results as JSON, and reads them back unchanged: numbers keep every bit.</summary>
/// <remarks>This type is safe to share between threads.</remarks>
public static class ExperimentJson
{
    /// <summary>Writes a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <returns>UTF-8, indented, ending in a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="manifest"/> is null.</exception>
    public static byte[] WriteManifest(ExperimentManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return Write(ManifestFile.From(manifest), ExperimentJsonContext.Indented.ManifestFile);
    }

    /// <summary>Reads a manifest.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="file">The name that an error gives the file.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="FormatException">The file is no manifest; the message says where and what was expected.</exception>
    public static ExperimentManifest ReadManifest(ReadOnlySpan<byte> content, string file) =>
        Read(content, file, ExperimentJsonContext.Indented.ManifestFile).ToManifest(file);

    /// <summary>Writes a result with its manifest.</summary>
    /// <param name="result">The result, or that of a share.</param>
    /// <returns>UTF-8 in one line, ending in a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public static byte[] WriteResult(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Write(new ResultFile { Manifest = ManifestFile.From(result.Manifest), Values = result.Values }, ExperimentJsonContext.Compact.ResultFile);
    }

    /// <summary>Reads a result.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="file">The name that an error gives the file.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="FormatException">The file is no result, or its values are not those that its manifest names; the message says where and what was expected.</exception>
    public static ExperimentResult ReadResult(ReadOnlySpan<byte> content, string file)
    {
        var read = Read(content, file, ExperimentJsonContext.Compact.ResultFile);
        var manifest = read.Manifest.ToManifest(file);
        var (rows, columns) = ((long)manifest.Replications.Count * manifest.Scenarios.Count, manifest.Metrics.Count);
        if (read.Values.Length != rows || Array.Exists(read.Values, row => row is null || row.Length != columns))
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"\"{file}\" must hold {rows} rows of {columns} values (replications × scenarios, metrics), but holds {read.Values.Length} rows, or rows of other lengths."));
        }

        return ResultHash.Of(read.Values) == manifest.ResultHash
            ? new ExperimentResult(manifest, read.Values)
            : throw new FormatException($"\"{file}\" must hold the values that its manifest names by their hash, but its values have the hash \"{ResultHash.Of(read.Values)}\".");
    }

    private static byte[] Write<T>(T value, JsonTypeInfo<T> contract) => [.. JsonSerializer.SerializeToUtf8Bytes(value, contract), (byte)'\n'];

    private static T Read<T>(ReadOnlySpan<byte> content, string file, JsonTypeInfo<T> contract)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return JsonSerializer.Deserialize(content, contract) ?? throw new FormatException($"\"{file}\" must hold an object, but holds null.");
        }
        catch (JsonException exception)
        {
            throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"\"{file}\", line {(exception.LineNumber ?? 0) + 1}: {exception.Message}"), exception);
        }
    }
}
