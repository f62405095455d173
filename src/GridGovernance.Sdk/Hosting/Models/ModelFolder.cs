using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Hosting;

/// <summary>Reads the files of a model from a folder; a file that is missing or cannot be read is a finding, as any other fault is.</summary>
/// <param name="folder">The folder.</param>
/// <param name="limits">How large a file may be.</param>
internal sealed class ModelFolder(string folder, ImportLimits limits)
{
    // What a verb reads beside the model, and no model holds.
    private static readonly string[] Beside = ["visit-subjects.csv", "visits.csv", "appointments.csv"];

    internal ReadResult<T> Json<T>(string file) =>
        TryRead(file, out var content, out var finding) ? GovernanceJson.Read<T>(content, file, limits) : ReadResult<T>.Failed(file, finding);

    internal ReadResult<EquatableArray<T>> Csv<T>(string file) =>
        TryRead(file, out var content, out var finding)
            ? GovernanceCsv.Read<T>(content, file, CsvEncoding.Utf8, limits)
            : ReadResult<EquatableArray<T>>.Failed(file, finding);

    /// <summary>Says whether the model has a file.</summary>
    internal bool Has(string file) => File.Exists(Path.Combine(folder, file));

    /// <summary>Reads a definition that may be absent.</summary>
    internal ReadResult<T>? OptionalJson<T>(string file) => Has(file) ? Json<T>(file) : null;

    /// <summary>Reads a table that may be absent; then it has no rows.</summary>
    internal ReadResult<EquatableArray<T>> OptionalCsv<T>(string file) => Has(file) ? Csv<T>(file) : ReadResult<EquatableArray<T>>.Of(file, []);

    /// <summary>Reads every JSON file of a folder that may be absent.</summary>
    internal EquatableArray<ReadResult<T>> OptionalJsonFolder<T>(string inner) =>
        Directory.Exists(Path.Combine(folder, inner)) && Directory.EnumerateFiles(Path.Combine(folder, inner), "*.json").Any() ? JsonFolder<T>(inner) : [];

    /// <summary>Reads every JSON file of a folder inside the model, in the ordinal order of their names.</summary>
    /// <typeparam name="T">The definition.</typeparam>
    /// <param name="inner">The name of the folder.</param>
    /// <returns>What came of each; one failure where the folder has none.</returns>
    internal EquatableArray<ReadResult<T>> JsonFolder<T>(string inner)
    {
        var path = Path.Combine(folder, inner);
        var files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.json").Select(file => inner + "/" + Path.GetFileName(file)).Order(StringComparer.Ordinal).ToArray()
            : [];
        return files.Length == 0
            ? [ReadResult<T>.Failed(inner + "/*.json", Missing(inner + "/*.json"))]
            : EquatableArray.From(files.Select(Json<T>));
    }

    /// <summary>Warns of definition files that no model reads, such as one whose name is misspelt.</summary>
    /// <returns>A warning for each.</returns>
    internal FindingReport Strays()
    {
        if (!Directory.Exists(folder))
        {
            return FindingReport.Empty;
        }

        var known = string.Join(", ", ModelFile.All.Select(static file => file.Path));
        return new FindingReport(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(static file => Path.GetExtension(file) is ".json" or ".csv" && !Beside.Contains(file, StringComparer.Ordinal) && !ModelFile.All.Any(known => known.Reads(file)))
            .Order(StringComparer.Ordinal)
            .Select(file => Finding.Warning(HostingMessages.All["hosting.unknown-file", file, known], FindingPlace.Nowhere.InFile(file, null))));
    }

    private static Finding Missing(string file) => Finding.Error(HostingMessages.All["hosting.missing-file", file]);

    private bool TryRead(string file, out byte[] content, out Finding finding)
    {
        content = [];
        finding = Missing(file);
        var path = new FileInfo(Path.Combine(folder, file));
        if (!path.Exists)
        {
            return false;
        }

        if (path.Length > limits.MaxBytes)
        {
            finding = Finding.Error(HostingMessages.All["hosting.too-large", file, limits.MaxBytes, path.Length]);
            return false;
        }

        if (ImportFile.TryRead(path.FullName, limits, out var bytes, out var fault))
        {
            content = bytes;
            return true;
        }

        finding = Finding.Error(HostingMessages.All["hosting.unreadable-file", file, fault.Message.Values[^1]]);
        return false;
    }
}
