using System.Diagnostics;
using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Tests;

public sealed class ThreadClockTests
{
    [Fact]
    public void Nanoseconds_CountWorkAndNotSleep()
    {
        var begin = ThreadClock.Nanoseconds();
        Thread.Sleep(100);
        var slept = ThreadClock.Nanoseconds() - begin;

        var wall = Stopwatch.StartNew();
        var x = 1.0;
        while (ThreadClock.Nanoseconds() - begin - slept < 20_000_000)
        {
            x = Math.Sqrt(x + 1);
        }

        Assert.True(wall.ElapsedMilliseconds >= 19 && x > 0);
        Assert.True(slept < 50_000_000 || !OperatingSystem.IsLinux());
    }
}
