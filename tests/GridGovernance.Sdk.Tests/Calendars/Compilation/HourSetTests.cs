using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Tests.Calendars.Compilation;

public sealed class HourSetTests
{
    [Theory]
    [InlineData("08:00-12:00 12:00-18:00", "08:00-18:00")]
    [InlineData("14:00-18:00 08:00-12:00", "08:00-12:00 14:00-18:00")]
    [InlineData("08:00-12:00 09:00-10:00", "08:00-12:00")]
    [InlineData("08:00-12:00 11:59-13:00", "08:00-13:00")]
    [InlineData("00:00-12:00 12:00-24:00", "00:00-24:00")] // a whole day is one stretch
    [InlineData("08:00-20:00 20:00-08:00", "08:00-08:00")]
    [InlineData("00:00-24:00 24:00-25:00", "00:00-24:00 24:00-25:00")] // a minute more has no text
    [InlineData("08:00-16:00 16:00-24:00 24:00-33:00", "08:00-24:00 24:00-33:00")]
    public void Normalise_Hours_JoinsWhatTouchesUpToADay(string hours, string expected) => Assert.Equal(Of(expected), HourSet.Normalise(Of(hours)));

    [Theory]
    [InlineData("08:00-12:00 14:00-18:00", "11:00-15:00", "11:00-12:00 14:00-15:00", "08:00-11:00 15:00-18:00")]
    [InlineData("08:00-12:00", "12:00-14:00", "", "08:00-12:00")]
    [InlineData("08:00-12:00", "09:00-10:00 10:30-11:00", "09:00-10:00 10:30-11:00", "08:00-09:00 10:00-10:30 11:00-12:00")]
    [InlineData("08:00-12:00", "07:00-13:00", "08:00-12:00", "")]
    [InlineData("08:00-12:00", "08:00-08:01", "08:00-08:01", "08:01-12:00")]
    public void Intersect_And_Subtract_PartTheHours(string hours, string other, string shared, string rest)
    {
        Assert.Equal(Of(shared), HourSet.Intersect(Of(hours), Of(other)));
        Assert.Equal(Of(rest), HourSet.Subtract(Of(hours), Of(other)));
    }

    private static EquatableArray<DailyHours> Of(string hours) => [.. hours.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hours)];

    // Texts end within a day of their beginning; those of later days are given by their minutes.
    private static DailyHours Hours(string text)
    {
        var minutes = text.Split('-').Select(static time => (int.Parse(time[..2], System.Globalization.CultureInfo.InvariantCulture) * 60) + int.Parse(time[3..], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new DailyHours(minutes[0], minutes[1] <= minutes[0] ? minutes[1] + 1440 : minutes[1]);
    }
}
