namespace GridGovernance.Sdk.Assessment;

/// <summary>A result that depends on some inputs, each uniform between 0 and 1.</summary>
/// <param name="inputs">The inputs.</param>
/// <returns>The result, a finite number.</returns>
public delegate double SensitivityFunction(ReadOnlySpan<double> inputs);
