namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>What a fault says to whoever does not read the code: without the name of a parameter of a method.</summary>
internal static class FaultText
{
    internal static string Of(Exception fault) => fault is ArgumentException { ParamName: { Length: > 0 } name } && fault.Message.EndsWith($" (Parameter '{name}')", StringComparison.Ordinal)
        ? fault.Message[..^$" (Parameter '{name}')".Length]
        : fault.Message;
}
