using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Tests.Calendars;

public sealed class TimeLimitTests
{
    [Fact]
    public void TryParse_SaysWhetherItIsALimit()
    {
        Assert.True(TimeLimit.TryParse("15 calendar-days", null, out var limit));
        Assert.Equal(new TimeLimit(15, LimitUnit.CalendarDays), limit);
        Assert.False(TimeLimit.TryParse("15 fortnights", null, out limit));
        Assert.Equal(default, limit);
        Assert.False(TimeLimit.TryParse(null, null, out _));
    }

    [Theory]
    [InlineData("15 calendar-days", 15, LimitUnit.CalendarDays)]
    [InlineData("1 calendar-day", 1, LimitUnit.CalendarDays)]
    [InlineData("0 urgent-hours", 0, LimitUnit.UrgentHours)]
    [InlineData("8 working-hours", 8, LimitUnit.WorkingHours)]
    [InlineData("5 working-days", 5, LimitUnit.WorkingDays)]
    [InlineData("3 months", 3, LimitUnit.Months)]
    [InlineData("100 years", 100, LimitUnit.Years)]
    [InlineData("1 year", 1, LimitUnit.Years)]
    [InlineData("1 working-hour", 1, LimitUnit.WorkingHours)]
    public void Parse_AmountAndUnit_GivesTheLimit(string text, int amount, LimitUnit unit)
    {
        var limit = TimeLimit.Parse(text, null);

        Assert.Equal(new TimeLimit(amount, unit), limit);
        Assert.Equal(limit, TimeLimit.Parse(limit.ToString(), null));
        Assert.Equal(unit is LimitUnit.UrgentHours or LimitUnit.WorkingHours, limit.IsInHours);
    }

    [Theory]
    [InlineData("-3 working-days", "within 0..36525 working-days, but was -3")]
    [InlineData("101 years", "within 0..100 years, but was 101")]
    [InlineData("36526 calendar-days", "within 0..36525")]
    [InlineData("3 fortnights", "one of urgent-hours, working-hours, working-days, calendar-days, months, years, but was \"fortnights\"")]
    [InlineData("3 ", "but was \"\"")]
    [InlineData("3", "a whole number, a space and a unit")]
    [InlineData("three days", "a whole number, a space and a unit")]
    [InlineData("1.5 days", "a whole number, a space and a unit")]
    [InlineData("99999999999 days", "one of urgent-hours")]
    [InlineData("99999999999 working-days", "within 0..36525 working-days, but was 99999999999")]
    [InlineData("-99999999999 months", "within 0..1200 months, but was -99999999999")]
    [InlineData("3 Working-Days", "but was \"Working-Days\"")]
    public void Parse_AnythingElse_SaysWhatWasExpected(string text, string expected)
    {
        Assert.False(TimeLimit.TryParse(text, null, out var limit));
        Assert.Equal(default, limit);
        var fault = Assert.Throws<FormatException>(() => TimeLimit.Parse(text, null));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{text}\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new TimeLimit(-1, LimitUnit.Months));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new TimeLimit(1_201, LimitUnit.Months));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new TimeLimit(1, (LimitUnit)6));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new TimeLimit(1, (LimitUnit)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new TimeLimit(876_601, LimitUnit.UrgentHours));
        Assert.Equal(1_200, new TimeLimit(1_200, LimitUnit.Months).Amount);
        Assert.Equal(0, new TimeLimit(0, LimitUnit.Years).Amount);
        Assert.False(TimeLimit.TryParse(null, null, out _));
    }
}
