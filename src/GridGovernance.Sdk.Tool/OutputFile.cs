namespace GridGovernance.Sdk.Tool;

/// <summary>Output files of verbs: written whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file beside its place and moves it there when it is complete.</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="UnusableInputException">The place is a folder, or its folder is not there.</exception>
    internal static void Write(Session session, string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full) || !Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new UnusableInputException(session.Say(
                $"-o should name a file in a folder that is there, but is \"{path}\".", $"-o应为已有文件夹中的文件，但为“{path}”。"));
        }

        var partial = full + ".part";
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(partial, full, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
