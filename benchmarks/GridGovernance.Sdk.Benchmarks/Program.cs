using BenchmarkDotNet.Running;
using GridGovernance.Sdk.Benchmarks.Division;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.Simulation;

if (args is ["--gate", ..])
{
    return GateCommand.Run(args[1..], GateCommand.AllCases(), Console.Out, Console.Error);
}

if (args is ["--metis", ..])
{
    return MetisCommand.Run(args[1..], Console.Out, Console.Error);
}

if (args is ["--mm8", ..])
{
    return MultiServerCommand.Run(args[1..], Console.Out, Console.Error);
}

BenchmarkSwitcher.FromAssembly(typeof(GateCommand).Assembly).Run(args);
return 0;
