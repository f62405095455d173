using System.Globalization;

namespace CountyQuickstart.Outputs;

/// <summary>An output folder that is written whole or not at all: files are staged in a folder of their own beside it, and swapped in at the end.</summary>
internal sealed class StagedFolder : IDisposable
{
    private const string Replaced = "replaced";
    private readonly string _target;
    private readonly string _staging;

    private StagedFolder(string target, string staging)
    {
        _target = target;
        _staging = staging;
    }

    /// <summary>Begins to stage files for a folder.</summary>
    /// <param name="target">The folder; it may exist, and keeps what it holds under other names.</param>
    /// <returns>The staging folder, which nobody else has.</returns>
    internal static StagedFolder For(string target)
    {
        EnsureUsable(target);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        for (var attempt = 0; ; attempt++)
        {
            var staging = string.Create(CultureInfo.InvariantCulture, $"{full}.{Environment.ProcessId}-{attempt}.partial");
            if (!Path.Exists(staging))
            {
                Directory.CreateDirectory(staging);
                return new StagedFolder(full, staging);
            }
        }
    }

    /// <summary>Throws where the results could not be written, before any work is done.</summary>
    /// <param name="target">The folder.</param>
    internal static void EnsureUsable(string target)
    {
        if (string.IsNullOrWhiteSpace(target) || File.Exists(target))
        {
            throw new UnusableInputException($"--out must name a folder, but \"{target}\" is {(string.IsNullOrWhiteSpace(target) ? "empty" : "a file")}.");
        }
    }

    /// <summary>Stages a text file: UTF-8, lines ended by a line feed.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes it.</param>
    internal void Write(string name, Action<TextWriter> write)
    {
        using var file = new StreamWriter(Path.Combine(_staging, name));
        file.NewLine = "\n";
        write(file);
    }

    /// <summary>Stages a file of bytes.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes it.</param>
    internal void WriteBytes(string name, Action<Stream> write)
    {
        using var file = File.Create(Path.Combine(_staging, name));
        write(file);
    }

    /// <summary>Swaps the staged files in: all of them, or none.</summary>
    internal void Commit()
    {
        if (!Directory.Exists(_target))
        {
            Directory.Move(_staging, _target);
            return;
        }

        var names = Directory.GetFiles(_staging).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToArray();
        if (names.FirstOrDefault(name => Directory.Exists(Path.Combine(_target, name))) is { } folder)
        {
            throw new UnusableInputException($"--out must take a file \"{folder}\", but \"{_target}\" holds a folder of that name.");
        }

        Directory.CreateDirectory(Path.Combine(_staging, Replaced));
        var swapped = new Stack<string>();
        try
        {
            foreach (var name in names)
            {
                swapped.Push(name);
                Swap(name);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            foreach (var name in swapped)
            {
                Restore(name);
            }

            throw;
        }
    }

    /// <summary>Removes what was staged and not swapped in.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_staging))
        {
            Directory.Delete(_staging, recursive: true);
        }
    }

    private void Swap(string name)
    {
        var target = Path.Combine(_target, name);
        if (File.Exists(target))
        {
            File.Move(target, Path.Combine(_staging, Replaced, name));
        }

        File.Move(Path.Combine(_staging, name), target);
    }

    private void Restore(string name)
    {
        var kept = Path.Combine(_staging, Replaced, name);
        if (File.Exists(kept))
        {
            File.Move(kept, Path.Combine(_target, name), overwrite: true);
        }
    }
}
