using GridGovernance.Sdk.Simulation.Kernel;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Kernel;

/// <summary>Loop, resource and plan together: an office of one desk, open in the morning, and of two from ten to eleven on Mondays.</summary>
public sealed class ShiftTests
{
    private const int ShiftChange = -1;
    private readonly CapacityPlan _plan = CapacityPlan.Weekly(
        [
            .. Enumerable.Range(1, 5).Select(static day => new ShiftSpell((IsoDayOfWeek)day, new LocalTime(8, 0), new LocalTime(12, 0), 1)),
            new ShiftSpell(IsoDayOfWeek.Monday, new LocalTime(10, 0), new LocalTime(11, 0), 1),
        ]);

    [Fact]
    public void AnOffice_ServesInItsHours_AndFinishesWhatItBegan()
    {
        // Each needs 45 minutes; the first comes before the office opens, hour 0 being Monday's midnight.
        double[] arrivals = [0, 8.5, 9.25, 9.5, 11.75, 12.25, 5 * 24];
        var loop = new EventLoop<int>();
        var desk = new Resource<int>(_plan.CapacityAt(0));
        var begun = new SortedDictionary<int, double>();
        var gone = new HashSet<int>();
        foreach (var (who, at) in arrivals.Index())
        {
            loop.ScheduleAt(at, who);
        }

        loop.ScheduleAt(_plan.NextChangeAfter(0), ShiftChange);
        loop.Run(8 * 24, Handle);

        Assert.Equal([8, 8.75, 9.5, 10, 11.75, 24 + 8, (7 * 24) + 8], begun.Values);
        Assert.Equal(7, gone.Count);
        Assert.Equal(0, desk.Busy);
        Assert.True(desk.CheckLittlesLaw(loop.Now).Holds());

        void Handle(int who)
        {
            if (who == ShiftChange)
            {
                desk.SetCapacity(_plan.CapacityAt(loop.Now));
                loop.ScheduleAt(_plan.NextChangeAfter(loop.Now), ShiftChange);
                while (desk.TryAdmit(loop.Now, out var admitted))
                {
                    Serve(admitted);
                }
            }
            else if (begun.ContainsKey(who))
            {
                gone.Add(who);
                if (desk.TryRelease(loop.Now, out var next))
                {
                    Serve(next);
                }
            }
            else if (desk.TrySeize(who, loop.Now))
            {
                Serve(who);
            }
        }

        void Serve(int who)
        {
            begun.Add(who, loop.Now);
            loop.Schedule(0.75, who);
        }
    }
}
