using GridGovernance.Sdk.Simulation.Kernel;

namespace GridGovernance.Sdk.Simulation.Tests.Kernel;

public sealed class EventLoopTests
{
    [Property(MaxTest = 300)]
    public void Run_OfAnySchedule_HandlesInTheOrderOfTimeAndThenOfSchedulingAsASortedListDoes(byte[] delays, byte burst)
    {
        // Each event schedules as many others as its number says, modulo 3, while there are delays left.
        var loop = new EventLoop<int>();
        var model = new List<(double Time, int Item)>();
        var (left, next) = (new Queue<byte>(delays), 0);
        Schedule(burst % 40);
        var expected = new List<(double Time, int Item)>();
        var found = new List<(double Time, int Item)>();
        loop.Run(double.PositiveInfinity, item =>
        {
            found.Add((loop.Now, item));
            var first = model.Index().MinBy(static e => (e.Item.Time, e.Index));
            expected.Add(first.Item);
            model.RemoveAt(first.Index);
            Schedule(item % 3);
        });

        Assert.Equal(expected, found);
        Assert.Equal(next, loop.Handled);
        Assert.Equal(0, loop.Count);

        void Schedule(int count)
        {
            while (count-- > 0 && left.TryDequeue(out var delay))
            {
                loop.Schedule(delay % 7, next);
                model.Add((loop.Now + (delay % 7), next++));
            }
        }
    }

    [Fact]
    public void Run_UntilATime_LeavesWhatHappensThenAndLater()
    {
        var loop = new EventLoop<string>(10);
        loop.Schedule(1, "soon");
        loop.ScheduleAt(12, "then");
        loop.ScheduleAt(10, "now");
        var handled = new List<string>();

        Assert.Equal(2, loop.Run(12, handled.Add));
        Assert.Equal(["now", "soon"], handled);
        Assert.Equal((12, 1, 2), (loop.Now, loop.Count, loop.Handled));
        Assert.Equal(0, loop.Run(12, handled.Add));
        Assert.Equal(1, loop.Run(double.PositiveInfinity, handled.Add));
        Assert.Equal(12, loop.Now);
    }

    [Fact]
    public void TryTake_InALoopOfTheModelsOwn_MovesTheTime()
    {
        var loop = new EventLoop<int>();
        loop.Schedule(2, 7);

        Assert.True(loop.TryTake(out var item));
        Assert.Equal((7, 2.0, 1L), (item, loop.Now, loop.Handled));
        Assert.False(loop.TryTake(out _));
        Assert.Equal(2, loop.Now);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Schedule_IntoThePastOrNowhere_Throws(double delay)
    {
        var loop = new EventLoop<int>(5);

        Assert.Throws<ArgumentOutOfRangeException>(() => loop.Schedule(delay, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => loop.ScheduleAt(5 + delay, 1));
        Assert.Equal(0, loop.Count);
    }

    [Fact]
    public void Run_UntilThePast_Throws()
    {
        var loop = new EventLoop<int>(5);

        Assert.Throws<ArgumentOutOfRangeException>(() => loop.Run(4.9, static _ => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => loop.Run(double.NaN, static _ => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventLoop<int>(double.NaN));
    }

    [Fact]
    public void Run_TellsItsProgress_AtMostOnceAPercentAndAtTheEnd()
    {
        var loop = new EventLoop<int>(1_000);
        var listener = new Listener();
        loop.Schedule(1, 0);
        loop.Run(51_000, _ => loop.Schedule(1, 0), listener);

        Assert.Equal(1, listener.Reports[^1]);
        Assert.InRange(listener.Reports.Count, 40, 101);
        Assert.Equal(listener.Reports, listener.Reports.Distinct().Order());
    }

    [Fact]
    public void Run_WhenCancelled_StopsSoon()
    {
        using var source = new CancellationTokenSource();
        var loop = new EventLoop<int>();
        loop.Schedule(0, 0);

        Assert.Throws<OperationCanceledException>(() => loop.Run(
            double.PositiveInfinity,
            _ =>
            {
                source.Cancel();
                loop.Schedule(1, 0);
            },
            cancellation: source.Token));
        Assert.InRange(loop.Handled, 1, 1_024);
    }

    [Fact]
    public void Run_WithCustomersAndAResource_AllocatesNothingForAnEvent()
    {
        var loop = new EventLoop<int>();
        var desk = new Resource<int>(2, priorities: 2);
        void Handle(int item)
        {
            // Even: arrivals; odd: departures.
            if (item % 2 == 0)
            {
                loop.Schedule(1, (item + 2) % 1_000);
                if (desk.TrySeize(item, loop.Now, item / 2 % 2))
                {
                    loop.Schedule(1.9, item + 1);
                }
            }
            else if (desk.TryRelease(loop.Now, out var next))
            {
                loop.Schedule(1.9, next + 1);
            }
        }

        Action<int> handle = Handle;
        loop.Schedule(0, 0);
        loop.Run(100, handle);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var events = loop.Run(10_000, handle);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(events, 19_000, 20_000);
    }

    [Fact]
    public void WhatHasHappenedOrLeft_IsNotKeptAlive()
    {
        var loop = new EventLoop<object>();
        var desk = new Resource<object>(0);
        var gone = Pass(loop, desk);
        GC.Collect();

        Assert.All(gone, static one => Assert.False(one.TryGetTarget(out _)));
        Assert.Equal(0, loop.Count + desk.Waiting);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static List<WeakReference<object>> Pass(EventLoop<object> loop, Resource<object> desk)
    {
        var gone = new List<WeakReference<object>>();
        for (var i = 0; i < 9; i++)
        {
            var item = new object();
            gone.Add(new WeakReference<object>(item));
            loop.Schedule(i % 4, item);
        }

        while (loop.TryTake(out var item))
        {
            desk.TrySeize(item, loop.Now);
        }

        desk.SetCapacity(9);
        while (desk.TryAdmit(loop.Now, out _))
        {
        }

        return gone;
    }

    private sealed class Listener : IProgress<double>
    {
        internal List<double> Reports { get; } = [];

        public void Report(double value) => Reports.Add(value);
    }
}
