using System.Globalization;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Runs;

public class CountyRunTests
{
    private static readonly CountyRunResult Result = SampleCounty.Run();

    [Fact]
    public void Run_SameSeed_GivesTheSameEventsInEveryCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            var again = SampleCounty.Run();

            Assert.Equal(Result.Cases.SelectMany(history => history.Events), again.Cases.SelectMany(history => history.Events));
            Assert.Equal(Result.Refused, again.Refused);
            Assert.Equal(Result.Checked, again.Checked);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Run_AnotherSeed_GivesOtherEvents() => Assert.NotEqual(
        Result.Cases.SelectMany(history => history.Events),
        SampleCounty.Run(seed: 2).Cases.SelectMany(history => history.Events));

    [Fact]
    public void Run_EveryCase_IsTheReplayOfItsEvents()
    {
        Assert.True(Result.Cases.Count > 500, $"Expected some hundred cases, but found {Result.Cases.Count}.");
        Assert.All(Result.Cases, history => Assert.Equal(history.Case, GridCase.Replay(history.Events)));
    }

    [Fact]
    public void Run_EveryOpenCase_HasOneResponsibleSeatAndANextDeadline()
    {
        var open = Result.Cases.Where(history => history.Case.IsOpen).ToList();

        Assert.NotEmpty(open);
        Assert.All(open, history => Assert.NotNull(history.Case.Responsible));
        Assert.All(open, history => Assert.True(history.Case.NextDeadline >= Result.Until - Duration.FromSeconds(1), $"{history.Case.Id} was forgotten at {history.Case.NextDeadline}."));
    }

    [Fact]
    public void Run_MoreReports_AreTheSameMattersAndOthersBesideThem()
    {
        // The tier, matter, channel and hardness of a matter hang on nothing but the matter.
        static Dictionary<(Instant?, string, string), string> Drawn(CountyRunParameters parameters) =>
            SampleCounty.Run(parameters).Cases.ToDictionary(static one => (one.AroseAt, one.Case.Place.ToString(), one.Case.Matter), static one => one.Case.Tier + "/" + one.Case.Channel);

        var (few, many) = (Drawn(SampleCounty.FourWeeks), Drawn(SampleCounty.FourWeeks with { ReportsPerMillionPeople = 4_500 }));

        Assert.True(many.Count > few.Count * 5 / 4);
        Assert.All(few, one => Assert.Equal(one.Value, many[one.Key]));
    }

    [Fact]
    public void Run_SlowerDetection_FindsTheSameMattersLater()
    {
        static Dictionary<(Instant?, string), (string, string)> Found(int workerHours) => SampleCounty.Run(SampleCounty.FourWeeks with { Detection = new DetectionBehaviour { WorkerMeanHours = workerHours, ResidentMeanHours = 100 } })
            .Cases.ToDictionary(static one => (one.AroseAt, one.Case.Place.ToString()), static one => (one.Case.Tier, one.Case.Matter));

        var (quick, slow, never) = (Found(5), Found(50), Found(0));

        Assert.True(slow.Count < quick.Count && never.Count < slow.Count);
        Assert.All(slow, one => Assert.Equal(one.Value, quick[one.Key]));
        Assert.All(never, one => Assert.Equal(one.Value, slow[one.Key]));
    }

    [Fact]
    public void Run_ASeriousMatterInTheNight_IsNotBegunInTheMorningBehindADailyOne()
    {
        static double Hours(int dailyWeight)
        {
            var night = SampleCounty.FourWeeks with
            {
                ReportsPerMillionPeople = 20_000,
                To = SampleCounty.FourWeeks.From.PlusDays(4),
                HourWeights = [.. Enumerable.Range(0, 24).Select(static hour => hour is >= 20 and <= 22 ? 1 : 0)],
                Tiers = [SampleCounty.FourWeeks.Tiers[0] with { Weight = dailyWeight }, SampleCounty.FourWeeks.Tiers[2] with { Weight = 100 }],
            };
            return SampleCounty.Run(night).Cases.Where(static one => one.Case.Tier == "serious").Select(static one => one.Events.OfType<CaseMoved>().Skip(1).FirstOrDefault() is { } moved ? (moved.At - one.Case.ReportedAt).TotalHours : 12).Average();
        }

        var (alone, among) = (Hours(0), Hours(1_900));
        Assert.True(among < alone + 0.3, $"{among} against {alone} hours");
    }

    [Fact]
    public void Run_EveryTier_OccursAndCloses()
    {
        foreach (var tier in new[] { "daily", "ordinary", "serious" })
        {
            Assert.Contains(Result.Cases, history => history.Case.Tier == tier && !history.Case.IsOpen);
        }
    }

    [Fact]
    public void Run_SomeActs_AreRefusedForSeveralReasonsAndSomeCasesEscalate()
    {
        Assert.True(Result.Refused.SelectMany(act => act.Refusals).Select(refusal => refusal.Code).Distinct().Count() >= 5);
        Assert.True(Result.Checked > Result.Refused.Count);
        Assert.Contains(Result.Cases, history => history.Events.OfType<CaseEscalated>().Any());
    }

    [Fact]
    public void Run_NobodyMisdispatches_FewerActsAreRefused() =>
        Assert.True(SampleCounty.Run(SampleCounty.FourWeeks with { MisdispatchPermille = 0 }).Refused.Count < Result.Refused.Count);

    [Fact]
    public void Run_ADispatchOnTheList_NamesItsRules() => Assert.All(
        Result.Cases.SelectMany(history => history.Events).OfType<CaseDispatched>(), dispatched => Assert.NotEmpty(dispatched.Rules));

    [Fact]
    public void Run_ItsWorkersReport_AtLeast93OfAHundred()
    {
        var share = Result.Cases.Count(history => history.Case.Channel == SampleCounty.FourWeeks.WorkerChannel) / (double)Result.Cases.Count;

        Assert.InRange(share, 0.90, 0.97);
    }

    [Fact]
    public void Run_Progress_EndsAtOne()
    {
        var told = new List<double>();

        SampleCounty.Run(progress: new Listener(told.Add));

        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    [Fact]
    public void Run_Cancelled_Throws() =>
        Assert.Throws<OperationCanceledException>(() => SampleCounty.Run(cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void Run_BadParameters_ThrowAndSayWhat()
    {
        Assert.Throws<ArgumentException>(() => SampleCounty.Run(SampleCounty.FourWeeks with { To = new LocalDate(2025, 1, 1) }));
        Assert.Throws<ArgumentException>(() => SampleCounty.Run(SampleCounty.FourWeeks with { HourWeights = [1, 2] }));
        var error = Assert.Throws<ArgumentException>(() => SampleCounty.Run(
            SampleCounty.FourWeeks with { Tiers = [new TierBehaviour { Tier = "unheard-of", Weight = 1, HardPermille = 0 }] }));
        Assert.Contains("unheard-of", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Roster_Vacancies_AreAboutTheirShareAndNeverAtTheTop()
    {
        var roster = SyntheticRoster.Create(SampleCounty.Model.Establishment, SampleCounty.Map, new LocalDate(2025, 1, 1), 500, 7);

        var cells = SampleCounty.Map.UnitsAt("cell").Select(unit => new Seat("cell-informant", unit.Code.ToString())).ToArray();
        Assert.InRange(roster.Vacancies(cells, new LocalDate(2026, 1, 1)).Count, cells.Length * 3 / 8, cells.Length * 5 / 8);
        Assert.NotNull(roster.HolderOf(new Seat("county-commander", "511921"), new LocalDate(2026, 1, 1)));
    }

    private sealed class Listener(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
