using GridGovernance.Sdk.Simulation.Kernel;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Kernel;

public sealed class EventQueueTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact]
    public void TryTake_OfEventsAtOneInstant_KeepsTheirOrder()
    {
        var queue = new EventQueue<int>(Start);
        for (var i = 0; i < 1_000; i++)
        {
            queue.Schedule(Start, i);
        }

        for (var i = 0; i < 1_000; i++)
        {
            Assert.True(queue.TryTake(out var item));
            Assert.Equal(i, item);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TryTake_MixedWithSchedule_GivesTheOrderOfASortedList(long seed)
    {
        var stream = new RandomStreams(seed).Stream("queue");
        var queue = new EventQueue<int>(Start);
        var model = new List<(Instant At, int Item)>();
        for (var i = 0; i < 4_000; i++)
        {
            if (stream.NextChance(11, 20))
            {
                var at = queue.Now + Duration.FromSeconds(stream.NextInt32(50));
                queue.Schedule(at, i);
                model.Add((at, i));
            }
            else if (queue.TryTake(out var item))
            {
                var first = model.Index().MinBy(e => (e.Item.At, e.Index));
                model.RemoveAt(first.Index);
                Assert.Equal(first.Item.Item, item);
                Assert.Equal(first.Item.At, queue.Now);
            }

            Assert.Equal(model.Count, queue.Count);
        }
    }

    [Fact]
    public void TryTakeBefore_AtTheHorizon_LeavesTheEvent()
    {
        var queue = new EventQueue<string>(Start);
        queue.Schedule(Start + Duration.FromHours(1), "late");

        Assert.False(queue.TryTakeBefore(Start + Duration.FromHours(1), out _));
        Assert.Equal(Start, queue.Now);
        Assert.True(queue.TryTakeBefore(Start + Duration.FromHours(1) + Duration.Epsilon, out var item));
        Assert.Equal("late", item);
        Assert.False(queue.TryTake(out _));
    }

    [Fact]
    public void Schedule_BeforeNow_Throws()
    {
        var queue = new EventQueue<int>(Start);

        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Schedule(Start - Duration.Epsilon, 1));
    }

    [Fact]
    public void ScheduleAndTryTake_OnceGrown_AllocateNothing()
    {
        var queue = new EventQueue<int>(Start);
        for (var i = 0; i < 50; i++)
        {
            queue.Schedule(Start, i);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            queue.TryTake(out var item);
            queue.Schedule(queue.Now + Duration.FromMinutes(item % 7), item);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
