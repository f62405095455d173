using GridGovernance.Sdk.Simulation.Kernel;

namespace GridGovernance.Sdk.Simulation.Tests.Kernel;

public sealed class ResourceTests
{
    private const int Priorities = 3;

    [Property(MaxTest = 500)]
    public void AnyActs_AgreeWithAListOfWhoWaits(byte[] acts)
    {
        var resource = new Resource<string>(2, Priorities);
        var (capacity, busy, now, arrived) = (2, 0, 0.0, 0);
        var line = new List<(int Priority, string Who, double Since)>();
        var waits = Enumerable.Range(0, Priorities).Select(static _ => new List<double>()).ToArray();
        var (busyArea, waitingArea) = (0.0, 0.0);
        foreach (var act in acts)
        {
            var step = act % 4 * 0.5;
            now += step;
            busyArea += busy * step;
            waitingArea += line.Count * step;
            string? next;
            switch (act / 4 % 8)
            {
                case <= 3:
                    var (who, priority) = ($"c{arrived++}", act / 32 % Priorities);
                    var free = busy < capacity && line.Count == 0;
                    Assert.Equal(free, resource.TrySeize(who, now, priority));
                    if (free)
                    {
                        busy++;
                        waits[priority].Add(0);
                    }
                    else
                    {
                        line.Add((priority, who, now));
                    }

                    break;
                case <= 5 when busy > 0:
                    busy--;
                    Assert.Equal(Admit(), resource.TryRelease(now, out next) ? next : null);
                    break;
                case 6:
                    capacity = act / 32 % 4;
                    resource.SetCapacity(capacity);
                    break;
                case 7:
                    Assert.Equal(Admit(), resource.TryAdmit(now, out next) ? next : null);
                    break;
                default:
                    Assert.Throws<InvalidOperationException>(() => resource.TryRelease(now, out _));
                    break;
            }

            Assert.Equal((capacity, busy, line.Count), (resource.Capacity, resource.Busy, resource.Waiting));
        }

        Assert.Equal(waits.Sum(static w => w.Count), resource.Started());
        AssertMean(waits.SelectMany(static w => w), resource.MeanWait());
        for (var priority = 0; priority < Priorities; priority++)
        {
            Assert.Equal(waits[priority].Count, resource.Started(priority));
            AssertMean(waits[priority], resource.MeanWait(priority));
        }

        Assert.Equal(now > 0, resource.MeanBusy(now).HasValue);
        Assert.Equal(busyArea, resource.MeanBusy(now) * now ?? 0, 1e-9);
        Assert.Equal(waitingArea, resource.MeanWaiting(now) * now ?? 0, 1e-9);
        Assert.True(resource.CheckLittlesLaw(now).Holds());

        string? Admit()
        {
            if (line.Count == 0 || busy >= capacity)
            {
                return null;
            }

            var first = line.Index().MinBy(static e => (e.Item.Priority, e.Index));
            line.RemoveAt(first.Index);
            busy++;
            waits[first.Item.Priority].Add(now - first.Item.Since);
            return first.Item.Who;
        }
    }

    [Fact]
    public void ClearStatistics_InTheMiddleOfWaits_KeepsLittlesLaw()
    {
        var desk = new Resource<int>(1);
        desk.TrySeize(1, 0);
        desk.TrySeize(2, 1);
        desk.TrySeize(3, 2);
        desk.ClearStatistics(4);
        desk.TryRelease(5, out _);
        desk.TrySeize(4, 6);

        // From 4 to 8: the second waited one hour, the third four, the fourth two.
        var law = desk.CheckLittlesLaw(8);
        Assert.Equal(7 / 4.0, law.MeanNumber, 1e-12);
        Assert.True(law.Holds());
        Assert.Equal(1, desk.Started());
        Assert.Equal(1, desk.MeanBusy(8));
    }

    [Fact]
    public void CheckLittlesLaw_WithoutCustomersOrTime_HoldsOfNothing()
    {
        Assert.Equal(default, new Resource<int>(1).CheckLittlesLaw(5));
        var desk = new Resource<int>(1, now: 3);
        desk.TrySeize(1, 3);
        Assert.Equal(default, desk.CheckLittlesLaw(3));
        Assert.Null(desk.MeanBusy(3));
        Assert.Null(new Resource<int>(1).MeanWait());
    }

    [Fact]
    public void Resource_WithNumbersOutsideTheirRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource<int>(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource<int>(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource<int>(1).SetCapacity(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource<int>(1).TrySeize(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource<int>(1).TrySeize(1, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource<int>(1).MeanWait(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource<int>(1).Started(-1));
    }

    private static void AssertMean(IEnumerable<double> expected, double? found)
    {
        var values = expected.ToList();
        Assert.Equal(values.Count > 0, found.HasValue);
        Assert.Equal(values.Count > 0 ? values.Average() : 0, found ?? 0, 1e-9);
    }

    [Fact]
    public void Time_ThatGoesBack_IsRefused()
    {
        var desk = new Resource<int>(1);
        desk.TrySeize(1, 10);

        Assert.Throws<ArgumentOutOfRangeException>(() => desk.TrySeize(2, 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.TrySeize(2, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.TryRelease(9, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.TryAdmit(9, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.ClearStatistics(9));
        Assert.False(desk.TrySeize(2, 10));
        Assert.Equal((1, 1), (desk.Busy, desk.Waiting));
    }
}
