using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class SeatTests
{
    [Fact]
    public void ToString_OfASeat_IsWhatParseReads()
    {
        var seat = new Seat("grid-worker", "511921100201001");

        Assert.Equal("grid-worker@511921100201001", seat.ToString());
        Assert.Equal(seat, Seat.Parse(seat.ToString()));
    }

    [Fact]
    public void ToString_OfDefault_IsEmpty() => Assert.Equal("", default(Seat).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("@a")]
    [InlineData("a@")]
    [InlineData("a@b@c")]
    [InlineData(null)]
    public void TryParse_NotASeat_Fails(string? text)
    {
        Assert.False(Seat.TryParse(text, out var seat));
        Assert.Equal(default, seat);
    }

    [Fact]
    public void Parse_NotASeat_SaysWhatWasExpected() =>
        Assert.Contains("post@unit", Assert.Throws<FormatException>(static () => Seat.Parse("a")).Message, StringComparison.Ordinal);
}
