using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class VacantPostsTests
{
    private static readonly Seat[] Seats = [GridWorker.Seat, VillageHead.Seat, Verifier.Seat, TownshipCommander.Seat, Dispatcher.Seat, Handler.Seat, Head.Seat];

    [Fact]
    public void WithThreeInTenPostsVacant_EveryOverdueCaseReachesAPerson()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new RandomStreams(seed).Stream("vacant");
            var roster = RosterOf([CountyCommander.Seat, .. Seats.Where(_ => random.NextInt32(10) >= 3)]);
            var engine = SmallCounty.Engine(roster: roster);
            var c = engine.Report(new[] { "daily", "ordinary", "serious" }[seed % 3]);
            for (var rung = 0; rung < 6; rung++)
            {
                var at = c.NextDeadline!.Value + Duration.FromMinutes(1);
                c = engine.Do(c, new PassDeadline($"p{rung}"), CaseActor.Clock, at);

                Assert.NotNull(roster.ActingFor(c.Supervisor!.Value, at.InZone(engine.Model.Calendar.Zone).Date));
                Assert.NotNull(roster.ActingFor(c.Responsible!.Value, at.InZone(engine.Model.Calendar.Zone).Date));
                Assert.True(c.NextDeadline > at);
            }

            Assert.Equal(CountyCommander.Seat, c.Supervisor);
        }
    }

    [Fact]
    public void ALateTimer_AfterClosure_DoesNothing()
    {
        var engine = SmallCounty.Engine();
        var c = engine.Report("daily");
        c = engine.Do(c, new MoveCase("r", "reject", "no"), Dispatcher, c.ChangedAt);

        Assert.Empty(engine.Decide(c, new PassDeadline("late"), CaseActor.Clock, c.ChangedAt + Duration.FromDays(90)).EnsureAccepted());
    }

    [Fact]
    public void AnEdit_DoesNotRestartTheClock()
    {
        var engine = SmallCounty.Engine();
        var c = engine.InHandling();

        var edited = engine.Do(c, new RecordOnCase("e", CaseRecordKind.Evidence, CaseRecordGround.Other, "photo", Reference: "sha256:1"), GridWorker, c.ChangedAt + Duration.FromHours(3));

        Assert.Equal(c.NextDeadline, edited.NextDeadline);
        Assert.Equal(c.Clocks, edited.Clocks);
    }
}
