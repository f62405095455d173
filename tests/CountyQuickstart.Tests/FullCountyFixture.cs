namespace CountyQuickstart.Tests;

/// <summary>The whole county, run once for all tests that look at it.</summary>
public sealed class FullCountyFixture : IAsyncLifetime
{
    internal QuickstartRun Run { get; private set; } = null!;

    public async Task InitializeAsync() => Run = await QuickstartRun.StartAsync();

    public Task DisposeAsync()
    {
        Run.Dispose();
        return Task.CompletedTask;
    }
}
