namespace GridGovernance.Sdk.Tests;

/// <summary>A text beside the tests that says in full what is expected; a run with <c>GG_APPROVE=1</c> writes it anew, to be read and committed.</summary>
internal static class ApprovedText
{
    /// <summary>Asserts that a text is the approved one.</summary>
    internal static void Check(string file, string actual)
    {
        var path = SourceTree.Path("tests", "GridGovernance.Sdk.Tests", file);
        if (Environment.GetEnvironmentVariable("GG_APPROVE") is "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
