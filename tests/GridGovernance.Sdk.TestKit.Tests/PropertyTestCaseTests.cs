using Xunit.Abstractions;
using Xunit.Sdk;

namespace GridGovernance.Sdk.TestKit.Tests;

/// <summary>The way through xunit itself: what it runs and what it reports.</summary>
public sealed class PropertyTestCaseTests
{
    [Fact]
    public async Task RunAsync_APropertyThatHolds_CountsOnePassedTest() => Assert.Equal((1, 0, 0, null), await Run(nameof(Specimen.Holds)));

    [Fact]
    public async Task RunAsync_APropertyThatDoesNotHold_CountsOneFailedTestWithItsMessage()
    {
        var (total, failed, skipped, message) = await Run(nameof(Specimen.DoesNotHold));

        Assert.Equal((1, 1, 0), (total, failed, skipped));
        Assert.Contains("counterexample", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("GG_PBT_REPLAY=", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ASkippedProperty_CountsOneSkippedTest() => Assert.Equal((1, 0, 1, null), await Run(nameof(Specimen.IsSkipped)));

    private static async Task<(int Total, int Failed, int Skipped, string? Message)> Run(string name)
    {
        using var bus = new RecordingBus();
        using var cancellation = new CancellationTokenSource();
        var sink = new NullMessageSink();
        var collection = new TestCollection(new TestAssembly(Reflector.Wrap(typeof(Specimen).Assembly)), null, "specimens");
        var method = new TestMethod(new TestClass(collection, Reflector.Wrap(typeof(Specimen))), Reflector.Wrap(typeof(Specimen).GetMethod(name)!));
        var testCase = new PropertyTestCase(sink, TestMethodDisplay.Method, TestMethodDisplayOptions.None, method);

        var summary = await testCase.RunAsync(sink, bus, [], new ExceptionAggregator(), cancellation);
        return (summary.Total, summary.Failed, summary.Skipped, bus.Failures.SingleOrDefault()?.Messages[0]);
    }

    private sealed class RecordingBus : IMessageBus
    {
        public List<ITestFailed> Failures { get; } = [];

        public void Dispose()
        {
        }

        public bool QueueMessage(IMessageSinkMessage message)
        {
            if (message is ITestFailed failure)
            {
                Failures.Add(failure);
            }

            return true;
        }
    }

#pragma warning disable xUnit1000, xUnit1004 // Not public, so that xunit does not run these by itself.
    private sealed class Specimen
    {
        [Property(MaxTest = 10)]
        public bool Holds(int value) => value == value + 0;

        [Property(Replay = "20260101,1")]
        public bool DoesNotHold(int value) => value < 10;

        [Property(Skip = "a reason")]
        public bool IsSkipped(int value) => value < 10;
    }
#pragma warning restore xUnit1000, xUnit1004
}
