using BenchmarkDotNet.Running;
using GridGovernance.Sdk.Benchmarks.Harness;

if (args is ["--gate", ..])
{
    return GateCommand.Run(args[1..], GateCommand.AllCases(), Console.Out, Console.Error);
}

BenchmarkSwitcher.FromAssembly(typeof(GateCommand).Assembly).Run(args);
return 0;
