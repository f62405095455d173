namespace GridGovernance.Sdk.TestKit.Tests;

public sealed class SourceTreeTests
{
    [Fact]
    public void Root_IsTheFolderOfTheSolution() => Assert.True(File.Exists(SourceTree.Path("GridGovernance.Sdk.sln")));

    [Fact]
    public void Files_AreRelativeOrderedAndWithoutBuildOutput()
    {
        var files = SourceTree.Files("tests/GridGovernance.Sdk.TestKit", "*.cs");

        Assert.Contains("tests/GridGovernance.Sdk.TestKit/SourceTree.cs", files);
        Assert.DoesNotContain(files, file => file.Contains("/obj/", StringComparison.Ordinal));
        Assert.Equal(files.Order(StringComparer.Ordinal), files);
    }
}
