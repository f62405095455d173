using Xunit.Abstractions;
using Xunit.Sdk;

namespace GridGovernance.Sdk.TestKit;

/// <summary>Finds the test cases of <see cref="PropertyAttribute"/>: one for each method.</summary>
/// <param name="messages">Where xunit wants its diagnostics.</param>
public sealed class PropertyDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new PropertyTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}
