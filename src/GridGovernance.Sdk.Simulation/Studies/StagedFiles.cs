using System.Globalization;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>Writes several files into a folder, all or none: they are staged beside it and then swapped in; a swap that fails is taken back.</summary>
internal static class StagedFiles
{
    internal static void Write(string folder, IReadOnlyList<KeyValuePair<string, byte[]>> files)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target))
        {
            throw new IOException($"Expected a folder, but \"{folder}\" is a file.");
        }

        if (files.FirstOrDefault(file => Directory.Exists(Path.Combine(target, file.Key))) is { Key: { } taken })
        {
            throw new IOException($"Expected to write a file \"{taken}\" into \"{folder}\", but there is a folder of that name.");
        }

        var staging = Stage(target);
        try
        {
            foreach (var (name, content) in files)
            {
                File.WriteAllBytes(Path.Combine(staging, name), content);
            }

            Swap(staging, target, files);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    private static string Stage(string target)
    {
        for (var attempt = 0; ; attempt++)
        {
            var staging = string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}-{attempt}.partial");
            if (!Path.Exists(staging))
            {
                Directory.CreateDirectory(staging);
                return staging;
            }
        }
    }

    private static void Swap(string staging, string target, IReadOnlyList<KeyValuePair<string, byte[]>> files)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(staging, target);
            return;
        }

        var replaced = Directory.CreateDirectory(Path.Combine(staging, "replaced")).FullName;
        var swapped = new Stack<string>();
        try
        {
            foreach (var (name, _) in files)
            {
                swapped.Push(name);
                var place = Path.Combine(target, name);
                if (File.Exists(place))
                {
                    File.Move(place, Path.Combine(replaced, name));
                }

                File.Move(Path.Combine(staging, name), place);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            foreach (var name in swapped.Where(name => File.Exists(Path.Combine(replaced, name))))
            {
                File.Move(Path.Combine(replaced, name), Path.Combine(target, name), overwrite: true);
            }

            throw;
        }
    }
}
