namespace GridGovernance.Sdk.TestKit.Tests;

public sealed class TestDataTests
{
    [Fact]
    public void Attributes_WithoutData_SkipWithAReasonThatNamesTheVariable()
    {
        var absent = TestData.Folder is null;

        Assert.All(
            [new DataFactAttribute().Skip, new DataTheoryAttribute().Skip],
            reason => Assert.Equal(absent, reason?.Contains("GG_TEST_DATA", StringComparison.Ordinal) ?? false));
    }

    [DataFact]
    public void Path_AFileThatExists_IsReturned() => Assert.True(File.Exists(TestData.Path("divisions", "511921-townships.csv")));

    [DataTheory]
    [InlineData("no-such-file.csv")]
    public void Path_AFileThatDoesNot_Throws(string name) =>
        Assert.Contains(name, Assert.Throws<FileNotFoundException>(() => TestData.Path("divisions", name)).Message, StringComparison.Ordinal);
}
