using Xunit;

namespace GridGovernance.Sdk.TestKit;

/// <summary>A theory over the data of <see cref="TestData"/>: skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataTheoryAttribute : TheoryAttribute
{
    /// <summary>Creates the attribute.</summary>
    public DataTheoryAttribute() => Skip = TestData.SkipReason;
}
