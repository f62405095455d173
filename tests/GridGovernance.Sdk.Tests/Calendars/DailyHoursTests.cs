using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Tests.Calendars;

public sealed class DailyHoursTests
{
    [Theory]
    [InlineData("08:00-12:00", 480, 720)]
    [InlineData("22:00-06:00", 1320, 1800)]
    [InlineData("00:00-24:00", 0, 1440)]
    [InlineData("18:30-00:00", 1110, 1440, "18:30-24:00")]
    [InlineData("26:00-30:00", 1560, 1800)]
    [InlineData("08:00-07:59", 480, 1919)]
    [InlineData("24:00-48:00", 1440, 2880)]
    [InlineData("23:59-24:00", 1439, 1440)]
    [InlineData("00:01-00:00", 1, 1440, "00:01-24:00")]
    public void Parse_TwoTimes_GivesTheHours(string text, int from, int to, string? canonical = null)
    {
        var hours = DailyHours.Parse(text, null);

        Assert.Equal(new DailyHours(from, to), hours);
        Assert.Equal(canonical ?? text, hours.ToString());
        Assert.Equal(hours, DailyHours.Parse(hours.ToString(), null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("8:00-12:00")]
    [InlineData("08:00-08:00")]
    [InlineData("08:60-12:00")]
    [InlineData("08:00 12:00")]
    [InlineData("08.00-12.00")]
    [InlineData("0a:00-12:00")]
    [InlineData("08:00-48:01")]
    [InlineData("08:00-33:00")]
    [InlineData("30:00-26:00")]
    [InlineData("48:00-49:00")]
    [InlineData("47:00-01:00")]
    [InlineData("0:00-012:00")]
    [InlineData("08:a0-12:00")]
    [InlineData("08:0a-12:00")]
    [InlineData("a8:00-12:00")]
    [InlineData("08:00-12:60")]
    public void Parse_AnythingElse_IsRefused(string text)
    {
        Assert.False(DailyHours.TryParse(text, null, out _));
        Assert.Contains($"\"{text}\"", Assert.Throws<FormatException>(() => DailyHours.Parse(text, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new DailyHours(-1, 60));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new DailyHours(60, 60));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new DailyHours(60, 1501));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new DailyHours(1500, 2881));
        Assert.Equal(1440, new DailyHours(60, 1500).ToMinute - new DailyHours(60, 1500).FromMinute);
        Assert.Equal("00:00-00:00", default(DailyHours).ToString());
    }
}
