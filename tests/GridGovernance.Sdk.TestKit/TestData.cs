namespace GridGovernance.Sdk.TestKit;

/// <summary>The folder of real data that some tests need and a clone does not have: the variable <c>GG_TEST_DATA</c> names it.</summary>
public static class TestData
{
    /// <summary>Gets the folder; null where there is none.</summary>
    public static string? Folder =>
        Environment.GetEnvironmentVariable("GG_TEST_DATA") is { Length: > 0 } folder && Directory.Exists(folder) ? System.IO.Path.GetFullPath(folder) : null;

    /// <summary>Gets the reason why a test that needs the folder is skipped; null where the folder is there.</summary>
    internal static string? SkipReason => Folder is null ? "GG_TEST_DATA names no folder of test data." : null;

    /// <summary>Returns the path of a file or folder in it.</summary>
    /// <param name="parts">The parts of the path, such as <c>"boundaries", "511921.geojson"</c>.</param>
    /// <returns>A full path to something that exists.</returns>
    /// <exception cref="InvalidOperationException">There is no such folder: the test lacks <see cref="DataFactAttribute"/>.</exception>
    /// <exception cref="FileNotFoundException">The folder lacks this file.</exception>
    public static string Path(params string[] parts)
    {
        var folder = Folder ?? throw new InvalidOperationException("A test that reads GG_TEST_DATA must be a [DataFact] or a [DataTheory].");
        var path = System.IO.Path.Combine([folder, .. parts]);
        return File.Exists(path) || Directory.Exists(path) ? path : throw new FileNotFoundException($"GG_TEST_DATA lacks \"{string.Join('/', parts)}\".", path);
    }
}
