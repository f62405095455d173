namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary>A BenchmarkDotNet class that the gate can run too: its methods take nothing and return a checksum of their answer.</summary>
public interface IGateBenchmark
{
    /// <summary>Gets or sets how large the input is; set before <see cref="Setup"/>.</summary>
    int Size { get; set; }

    /// <summary>Builds the input, outside of what is measured.</summary>
    void Setup();
}
