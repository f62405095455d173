namespace GridGovernance.Sdk.TestKit;

/// <summary>The repository that a test was built in, found from where its assembly lies.</summary>
public static class SourceTree
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>Gets the folder of the solution.</summary>
    /// <exception cref="InvalidOperationException">The test runs outside a clone.</exception>
    public static string Root => Found.Value;

    /// <summary>Returns the path of a file or folder of the repository.</summary>
    /// <param name="parts">The parts of the path, such as <c>"src", "BannedSymbols.txt"</c>.</param>
    /// <returns>A full path, whether or not anything is there.</returns>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>Returns the files under a folder of the repository, build output left out.</summary>
    /// <param name="folder">The folder, relative to <see cref="Root"/> with <c>/</c> between.</param>
    /// <param name="pattern">The pattern of their names, such as <c>*.cs</c>.</param>
    /// <returns>Paths relative to <see cref="Root"/> with <c>/</c> between, in ordinal order.</returns>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "GridGovernance.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above \"{AppContext.BaseDirectory}\" holds GridGovernance.Sdk.sln.");
    }
}
