using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Tests;

public sealed class AllocationTests
{
    [Fact]
    public void PerCall_IsExact()
    {
        Assert.Equal(1024, Allocation.PerCall(static () => new byte[1000].Length));
        Assert.Equal(0, Allocation.PerCall(static () => 1));
    }
}
