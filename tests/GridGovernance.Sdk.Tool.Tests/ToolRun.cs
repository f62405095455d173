namespace GridGovernance.Sdk.Tool.Tests;

/// <summary>One run of the command in this process.</summary>
internal sealed record ToolRun(int Exit, string Output, string Error)
{
    internal static ToolRun Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = GridgovCommand.Run(args, output, error);
        return new ToolRun(exit, output.ToString(), error.ToString());
    }
}
