namespace CountyQuickstart.Outputs;

/// <summary>A folder of results that appears whole or not at all: files are written beside it and moved in when all of them are there.</summary>
internal sealed class StagedFolder : IDisposable
{
    private readonly string _target;
    private readonly string _staging;

    private StagedFolder(string target)
    {
        _target = target;
        _staging = target + ".partial";
    }

    /// <summary>Opens the staging folder; what an earlier, killed run left there goes.</summary>
    /// <param name="target">The folder of results, absolute or relative to the current one.</param>
    /// <returns>The folder; dispose it, committed or not.</returns>
    internal static StagedFolder For(string target)
    {
        EnsureUsable(target);
        var folder = new StagedFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target)));
        folder.Discard();
        Directory.CreateDirectory(folder._staging);
        return folder;
    }

    /// <summary>Says early, before any work, that results could not be written.</summary>
    /// <param name="target">The folder of results.</param>
    internal static void EnsureUsable(string target)
    {
        if (string.IsNullOrWhiteSpace(target) || File.Exists(target))
        {
            throw new UnusableInputException($"--out must name a folder, but \"{target}\" is {(string.IsNullOrWhiteSpace(target) ? "empty" : "a file")}.");
        }
    }

    /// <summary>Writes a file: UTF-8 without a byte-order mark, lines as given.</summary>
    /// <param name="name">Its name in the folder.</param>
    /// <param name="write">Writes the content.</param>
    internal void Write(string name, Action<TextWriter> write)
    {
        using var file = new StreamWriter(Path.Combine(_staging, name));
        file.NewLine = "\n";
        write(file);
    }

    /// <summary>Writes a file of bytes.</summary>
    /// <param name="name">Its name in the folder.</param>
    /// <param name="write">Writes the content.</param>
    internal void WriteBytes(string name, Action<Stream> write)
    {
        using var file = File.Create(Path.Combine(_staging, name));
        write(file);
    }

    /// <summary>Moves everything in. A file of an earlier run is replaced; files that others put there stay.</summary>
    internal void Commit()
    {
        if (!Directory.Exists(_target))
        {
            Directory.Move(_staging, _target);
            return;
        }

        foreach (var file in Directory.GetFiles(_staging))
        {
            File.Move(file, Path.Combine(_target, Path.GetFileName(file)), overwrite: true);
        }
    }

    public void Dispose() => Discard();

    private void Discard()
    {
        if (Directory.Exists(_staging))
        {
            Directory.Delete(_staging, recursive: true);
        }
    }
}
