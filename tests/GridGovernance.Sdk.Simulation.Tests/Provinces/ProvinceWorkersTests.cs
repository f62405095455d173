using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Simulation.Tests.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Provinces;

public sealed class ProvinceWorkersTests
{
    private const int Days = 3;

    // Friday to Sunday: evenings, a night and two rest days.
    private static readonly ProvinceClock Clock = new(SampleCounty.Model.Calendar, new LocalDate(2026, 3, 6), Days);

    [Property(MaxTest = 60)]
    public void AWorker_IsDoneWhenOneWhoWorksMinuteByMinuteIs(long seed, bool isBusy)
    {
        var stream = new RandomStreams(seed).Stream("requests");
        var requests = new List<(int Minute, int Service, bool RoundTheClock)>();
        for (var minute = stream.NextInt32(600); minute < Clock.Minutes; minute += stream.NextInt32(isBusy ? 60 : 400))
        {
            requests.Add((minute, 1 + stream.NextInt32(isBusy ? 80 : 300), stream.NextChance(1, 3)));
        }

        var workers = new ProvinceWorkers(Clock, 1, 1);
        var served = requests.Select(request => workers.Serve(0, request.Minute, request.Service, request.RoundTheClock)).ToArray();

        var (done, busy) = MinuteByMinute(requests);
        Assert.Equal(done, served);
        Assert.Equal(busy, workers.Minutes);
    }

    [Fact]
    public void Serve_OfTwoWorkers_GoesToWhoIsFreeFirstAndToNoOtherGrid()
    {
        var (workers, nine) = (new ProvinceWorkers(Clock, 2, 4), 9 * 60);

        Assert.Equal(nine + 30, workers.Serve(1, nine, 30, roundTheClock: false));
        Assert.Equal(nine + 10, workers.Serve(1, nine, 10, roundTheClock: true));
        Assert.Equal(nine + 15, workers.Serve(1, nine, 5, roundTheClock: false));
        Assert.Equal(nine + 15, workers.Serve(1, nine + 1, 0, roundTheClock: false));
        Assert.Equal(nine + 3, workers.Serve(0, nine + 1, 2, roundTheClock: false));
        Assert.Equal(47, workers.Minutes);
    }

    [Fact]
    public void Serve_InTheNight_DoesWhatRunsRoundTheClockAtOnce()
    {
        var (workers, late, opening) = (new ProvinceWorkers(Clock, 1, 1), 22 * 60, (2 * 1_440) - 1);
        while (!Clock.IsWorked(opening))
        {
            opening++;
        }

        Assert.Equal(opening + 40, workers.Serve(0, late, 40, roundTheClock: false));
        Assert.Equal(late + 21, workers.Serve(0, late + 1, 20, roundTheClock: true));
        Assert.Equal(late + 21, workers.Serve(0, late + 2, 0, roundTheClock: true));
        Assert.Equal(late + 31, workers.Serve(0, late + 2, 10, roundTheClock: true));

        // What is not done when work begins waits behind what was there before.
        Assert.Equal(opening + 40 + 5, workers.Serve(0, opening - 5, 10, roundTheClock: true));
    }

    [Fact]
    public void Serve_MoreThanTheClockHolds_IsNeverDoneAndKeepsTheWorkerBusyToTheEnd()
    {
        var workers = new ProvinceWorkers(Clock, 1, 1);

        Assert.Equal(ProvinceClock.Unknown, workers.Serve(0, 60, 1_000_000, roundTheClock: false));
        Assert.Equal(ProvinceClock.Unknown, workers.Serve(0, 61, 1_000_000, roundTheClock: true));
        Assert.Equal(ProvinceClock.Unknown, workers.Serve(0, 61, 0, roundTheClock: true));
        Assert.Equal(Clock.Minutes - 61, workers.Minutes);
    }

    // Each minute goes to the first of what is not done: in working time of all, else of what runs round the clock.
    private static (int[] Done, int Busy) MinuteByMinute(List<(int Minute, int Service, bool RoundTheClock)> requests)
    {
        var (done, left, busy) = (new int[requests.Count], requests.Select(static one => one.Service).ToArray(), 0);
        for (var minute = 0; left.Any(static some => some > 0); minute++)
        {
            var isWorked = SampleCounty.Model.Calendar.IsWorkingTime(Clock.At(minute)) == true;
            var next = Enumerable.Range(0, left.Length).FirstOrDefault(i => requests[i].Minute <= minute && left[i] > 0 && (isWorked || requests[i].RoundTheClock), -1);
            if (next >= 0)
            {
                busy += minute < Clock.Minutes ? 1 : 0;
                done[next] = --left[next] == 0 ? minute + 1 : 0;
            }
        }

        return (done, busy);
    }
}
