namespace GridGovernance.Sdk.Tool.Tests;

public sealed class GridgovCommandTests
{
    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("schema county --no-such-option")]
    [InlineData("schema county extra")]
    [InlineData("schema --lang fr")]
    [InlineData("model check")]
    [InlineData("model check no-such-folder")]
    [InlineData("schema no-such-file")]
    public void Run_UnusableOptions_ExitsWith2AndOneLine(string args)
    {
        var run = ToolRun.Of(args.Split(' '));

        Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("gridgov: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnUnknownVerb_NamesTheVerbsThatThereAre()
    {
        Assert.Contains("\"foo\" should be one of days, due, but is not.", ToolRun.Of("calendar", "foo").Error, StringComparison.Ordinal);
        Assert.Contains("“foo”应为下列之一：days, due。", ToolRun.Of("calendar", "foo", "--lang", "zh").Error, StringComparison.Ordinal);
        Assert.Contains("\"foo\" should be one of model", ToolRun.Of("foo").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Help_ListsTheVerbs()
    {
        var run = ToolRun.Of("--help");

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("gridgov [command]", run.Output, StringComparison.Ordinal);
        Assert.Contains("gridgov calendar due [options]", ToolRun.Of("calendar", "due", "--help").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, ToolRun.Of("--version").Exit);
        Assert.Contains("model", run.Output, StringComparison.Ordinal);
        Assert.Contains("schema", run.Output, StringComparison.Ordinal);
    }
}
