using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Grids;

public sealed class DivisionCodeTests
{
    [Theory]
    [InlineData("511921")]
    [InlineData("511921001")]
    [InlineData("511921100")]
    [InlineData("511921216")]
    [InlineData("511921100201")]
    [InlineData("429004")]
    public void TryParse_AValidStructure_IsAccepted(string text)
    {
        Assert.True(DivisionCode.TryParse(text, null, out var code));
        Assert.Equal(text, code.ToString());
        Assert.Equal(text.Length, code.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("51192")]
    [InlineData("51192a")]
    [InlineData("５11921")]
    [InlineData("101921")]
    [InlineData("830101")]
    [InlineData("510021")]
    [InlineData("517121")]
    [InlineData("511900")]
    [InlineData("511921000")]
    [InlineData("511921600")]
    [InlineData("511921100000")]
    public void TryParse_AnotherStructure_IsRefused(string? text)
    {
        Assert.False(DivisionCode.TryParse(text, null, out var code));
        Assert.Equal(default, code);
        Assert.Equal("", code.ToString());
    }

    [Fact]
    public void Parse_AnotherStructure_Throws()
    {
        Assert.Throws<FormatException>(() => DivisionCode.Parse("1", null));
        Assert.Throws<ArgumentNullException>(() => DivisionCode.Parse(null!, null));
    }

    [Theory]
    [InlineData("511921100", "511921", true)]
    [InlineData("511921100201", "511921100", true)]
    [InlineData("511921100201", "511921101", false)]
    [InlineData("511921", "511921", false)]
    [InlineData("511921", "511921100", false)]
    public void IsWithin_ByProperBeginning(string inner, string outer, bool expected) =>
        Assert.Equal(expected, DivisionCode.Parse(inner, null).IsWithin(DivisionCode.Parse(outer, null)));

    [Fact]
    public void IsWithin_TheDefaultValue_HoldsNothing() => Assert.False(DivisionCode.Parse("511921", null).IsWithin(default));
}
