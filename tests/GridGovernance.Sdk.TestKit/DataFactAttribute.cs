using Xunit;

namespace GridGovernance.Sdk.TestKit;

/// <summary>A fact over the data of <see cref="TestData"/>: skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    public DataFactAttribute() => Skip = TestData.SkipReason;
}
