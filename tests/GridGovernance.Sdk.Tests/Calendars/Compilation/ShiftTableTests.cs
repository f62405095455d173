using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Tests.Calendars.Compilation;

public sealed class ShiftTableTests
{
    // Day 10: two stretches; 11: none; 12: three; 13: one.
    private static readonly ShiftTable Table = new(10, [[(100, 110), (120, 140)], [], [(300, 301), (305, 310), (320, 330)], [(400, 450)]]);

    [Fact]
    public void Days_WithAndWithoutShifts_AreMeasuredAndCounted()
    {
        Assert.Equal([30, 0, 16, 50], Enumerable.Range(10, 4).Select(Table.LengthOf));
        Assert.Equal([0, 1, 1, 2, 3], Enumerable.Range(10, 5).Select(Table.Before));
    }

    [Theory]
    [InlineData(10, 0, 1000, 30)]
    [InlineData(10, 105, 125, 10)]
    [InlineData(10, 110, 120, 0)] // the break
    [InlineData(10, 139, 140, 1)]
    [InlineData(10, 130, 105, 0)] // nothing lies between the later and the earlier
    [InlineData(11, 0, 1000, 0)]
    [InlineData(12, 300, 330, 16)]
    [InlineData(12, 301, 321, 6)]
    [InlineData(13, 0, 400, 0)]
    [InlineData(13, 449, 1000, 1)]
    public void Worked_BetweenTwoInstants_IsTheTimeOfThatShiftOnly(int day, long from, long to, long expected) =>
        Assert.Equal(expected, Table.Worked(day, from, to));

    [Theory]
    [InlineData(10, 110, 120, true)]
    [InlineData(10, 112, 118, true)]
    [InlineData(10, 109, 120, false)]
    [InlineData(10, 110, 121, false)]
    [InlineData(10, 140, 150, false)]
    [InlineData(10, 90, 100, false)]
    [InlineData(11, 200, 210, false)]
    [InlineData(12, 301, 305, true)]
    [InlineData(12, 310, 320, true)]
    [InlineData(13, 400, 400, false)]
    [InlineData(9, 110, 120, false)] // outside the table
    [InlineData(14, 110, 120, false)]
    public void IsBreak_OfAnInterval_IsTrueBetweenTwoStretchesOfTheShift(int day, long from, long to, bool expected) =>
        Assert.Equal(expected, Table.IsBreak(day, from, to));
}
