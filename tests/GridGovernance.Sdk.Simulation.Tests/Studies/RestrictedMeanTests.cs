using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Simulation.Studies;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

public class RestrictedMeanTests
{
    // The curve is 1 until 2, 3/4 until 5, and 3/8 after it: one of four left unseen at 3, so that two are left at 5.
    [Theory]
    [InlineData("2 3- 5 9", 10, 2.0 + (0.75 * 3) + (0.375 * 4))]
    [InlineData("2 3- 5 9", 4, 2.0 + (0.75 * 2))]
    [InlineData("2 3- 5 9", 1, 1.0)]
    [InlineData("2 2- 2 9", 4, 2.0 + (0.5 * 2))]
    [InlineData("7-", 4, 4.0)]
    [InlineData("1-", 4, 4.0)]
    [InlineData("0 0 8", 6, 2.0)]
    public void Hours_ByHand(string watched, int horizon, double hours) => Assert.Equal(hours, Of(watched, horizon)!.Value, 12);

    [Theory]
    [InlineData("", 4)]
    [InlineData("1 2", 0)]
    public void Hours_NobodyOrNoHorizon_IsMissing(string watched, int horizon) => Assert.Null(Of(watched, horizon));

    [Fact]
    public void Hours_EverybodyWatchedToTheHorizon_IsTheMeanOfTheLesser()
    {
        var stream = new RandomStreams(1).Stream("x");
        var times = Enumerable.Range(0, 500).Select(_ => Duration.FromSeconds(stream.NextInt32(90_000))).ToArray();

        Assert.Equal(times.Average(static one => Math.Min(20, one.TotalHours)), RestrictedMean.Hours(times.Select(static one => (one, one < Duration.FromHours(22))), Duration.FromHours(20))!.Value, 9);
    }

    private static double? Of(string watched, int horizon) => RestrictedMean.Hours(
        watched.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static one => (Duration.FromHours(int.Parse(one.TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture)), !one.EndsWith('-'))),
        Duration.FromHours(horizon));
}
