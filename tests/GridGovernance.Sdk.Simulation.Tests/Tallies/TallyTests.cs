using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Tests.Tallies;

public sealed class TallyTests
{
    [Property(MaxTest = 200)]
    public void AnObservationTally_AgreesWithTheFormulas(short[] values)
    {
        var tally = new ObservationTally();
        tally.Add(99);
        tally.Clear();
        foreach (var value in values)
        {
            tally.Add(value + 1e6);
        }

        Assert.Equal(values.Length, tally.Count);
        Assert.Equal(values.Length > 0, tally.Mean.HasValue && tally.Minimum.HasValue && tally.Maximum.HasValue);
        Assert.Equal(values.Length > 1, tally.Variance.HasValue && tally.StandardDeviation.HasValue && tally.IntervalOfMean().HasValue);
        if (values.Length > 1)
        {
            var mean = values.Average(static value => (double)value);
            var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
            Assert.Equal(mean + 1e6, tally.Mean!.Value, 1e-6);
            Assert.Equal(variance, tally.Variance!.Value, 1e-6 * (1 + variance));
            Assert.Equal((values.Min() + 1e6, values.Max() + 1e6), (tally.Minimum!.Value, tally.Maximum!.Value));
        }
    }

    [Fact]
    public void ATimeWeightedTally_IsTheAreaUnderItsSteps()
    {
        var tally = new TimeWeightedTally(10, 2);
        Assert.Null(tally.Mean(10));
        tally.Set(12, 5);
        tally.Set(13, 1);

        Assert.Equal((1, 5, 13.0, 2.2), (tally.Value, tally.Maximum, tally.Area(17), tally.Mean(15)!.Value));
        tally.Clear(17);
        Assert.Null(tally.Mean(17));
        Assert.Equal((1, 1, 3.0, 1.0), (tally.Value, tally.Maximum, tally.Area(20), tally.Mean(20)!.Value));
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(6, 2, 3, 0)]
    [InlineData(5, 2, 3, 1 / 6.0)]
    [InlineData(6, 2, 2.5, 1 / 6.0)]
    public void LittlesLaw_OfBothSides_SaysHowFarTheyAreApart(double number, double rate, double time, double gap)
    {
        var law = new LittlesLaw(number, rate, time);

        Assert.Equal(gap, law.RelativeGap, 1e-12);
        Assert.Equal(gap == 0, law.Holds());
        Assert.True(law.Holds(0.2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void IntervalOfMean_OfNoConfidence_Throws(double confidence) => Assert.Throws<ArgumentOutOfRangeException>(() => new ObservationTally().IntervalOfMean(confidence));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Tallies_RefuseWhatIsNoNumberAndStayAsTheyWere(double value)
    {
        var (observed, timed) = (new ObservationTally(), new TimeWeightedTally(1, 2));
        observed.Add(3);
        timed.Set(4, 5);

        Assert.Throws<ArgumentOutOfRangeException>(() => observed.Add(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => timed.Set(value, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => timed.Set(6, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeWeightedTally(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeWeightedTally(0, value));
        Assert.Equal((1, 3.0, 16.0), (observed.Count, observed.Mean!.Value, timed.Area(6)));
    }

    [Fact]
    public void ATimeWeightedTally_GoesNotBackInTime()
    {
        var tally = new TimeWeightedTally(1, 2);
        tally.Set(4, 5);

        Assert.Contains("which was at 4", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Set(3.9, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Area(3.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Mean(3.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Clear(3.9));
        tally.Set(4, 6);
        Assert.Equal((6, 2.0), (tally.Value, tally.Mean(4)!.Value));
    }
}
