using System.Diagnostics;

namespace GridGovernance.Sdk.Packages.Tests;

/// <summary>The SDK's command, run on the repository as a person would run it.</summary>
internal static class Dotnet
{
    /// <summary>Builds, packs or publishes; fails when that fails or warns.</summary>
    internal static void Build(params string[] arguments) =>
        Assert.DoesNotContain(Run(arguments).Split('\n'), static line => line.Contains("warning ", StringComparison.Ordinal));

    /// <summary>Runs <c>dotnet</c> and returns its output; fails when it fails.</summary>
    internal static string Run(params string[] arguments)
    {
        var (exitCode, output) = Start(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    /// <summary>Runs a program and returns how it ended, with all that it printed.</summary>
    internal static (int ExitCode, string Output) Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = SourceTree.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A build inside a test run must not inherit that run's build, nor leave a server behind that holds our pipes.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["SOURCE_DATE_EPOCH"] = "1767225600";

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
