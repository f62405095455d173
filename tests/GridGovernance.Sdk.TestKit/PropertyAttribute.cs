using Xunit;
using Xunit.Sdk;

namespace GridGovernance.Sdk.TestKit;

/// <summary>Runs a method as an FsCheck property: its parameters are generated, a counterexample is shrunk and can be replayed.</summary>
/// <remarks>
/// <para>Named and shaped like the attribute of <c>FsCheck.Xunit</c>, which the registry lacks, so that the swap is a <c>using</c>.</para>
/// <para>Environment: <c>GG_PBT_RUNS</c> runs for every property (default 1000); <c>GG_PBT_REPLAY</c> is <c>seed,gamma</c>
/// for a whole run or <c>seed,gamma,size</c> for the one failing case, as a failure prints it.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("GridGovernance.Sdk.TestKit.PropertyDiscoverer", "GridGovernance.Sdk.TestKit")]
public sealed class PropertyAttribute : FactAttribute
{
    /// <summary>Gets or sets the runs of this property where <c>GG_PBT_RUNS</c> is at its default of 1000; another value scales it alike. 0: the default.</summary>
    public int MaxTest { get; set; }

    /// <summary>Gets or sets the size that generators are given in the last run. 0: the default of 60.</summary>
    public int EndSize { get; set; }

    /// <summary>Gets or sets the types whose public static members of type <c>Arbitrary&lt;T&gt;</c> generate the parameters.</summary>
    public Type[] Arbitrary { get; set; } = [];

    /// <summary>Gets or sets a replay, as <c>GG_PBT_REPLAY</c>; the environment wins over it.</summary>
    public string? Replay { get; set; }
}
