using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class TallyTests
{
    [Fact]
    public void Per_ZhejiangVisits_GivesTheRatesOfTheArticle()
    {
        var households = new Tally(106_000_000, TallyUnit.HouseholdTimes);
        var persons = new Tally(292_000_000, TallyUnit.PersonTimes);

        Assert.Equal(2.75m, persons.Per(households).Round(2));
        Assert.Equal(1737.7m, households.Per(new Tally(61_000, TallyUnit.Times)).Round(1));
    }

    [Fact]
    public void Plus_DifferentUnits_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Tally(1, TallyUnit.HouseholdTimes) + new Tally(1, TallyUnit.PersonTimes));
        Assert.Equal(new Tally(5_000_000_000, TallyUnit.Persons), new Tally(4_000_000_000, TallyUnit.Persons) + new Tally(1_000_000_000, TallyUnit.Persons));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tally(-1, TallyUnit.Cases));
    }

    [Fact]
    public void Plus_Beyond64Bits_Throws() =>
        Assert.Throws<OverflowException>(() => new Tally(long.MaxValue, TallyUnit.Cases) + new Tally(1, TallyUnit.Cases));
}
