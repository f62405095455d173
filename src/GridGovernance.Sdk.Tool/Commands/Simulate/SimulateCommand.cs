using System.CommandLine;

namespace GridGovernance.Sdk.Tool.Commands.Simulate;

/// <summary><c>gridgov simulate …</c>: what would be under other rules.</summary>
internal static class SimulateCommand
{
    internal static Command Create() => new("simulate", "What would be under other rules: a real log replayed.") { SimulateReplayCommand.Create() };
}
