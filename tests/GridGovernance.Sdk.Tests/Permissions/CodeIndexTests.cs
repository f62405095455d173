using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>Codes numbered in their order, whatever they look like.</summary>
public sealed class CodeIndexTests
{
    // Few letters and every length up to three words: many share head, tail and length, and so their slot.
    [Theory]
    [InlineData(0, 3, "ab")]
    [InlineData(3, 5, "ab")]
    [InlineData(0, 13, "ab")]
    [InlineData(8, 13, "a-")]
    [InlineData(4, 4, "abcdefgh")]
    [InlineData(9, 9, "xy")]
    [InlineData(15, 17, "ab")]
    [InlineData(22, 27, "ab")]
    public void Of_AnyCode_IsItsPosition(int shortest, int longest, string letters)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            string Code() => string.Create(random.Next(shortest, longest + 1), random, (text, source) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    text[i] = letters[source.Next(letters.Length)];
                }
            });
            var codes = Enumerable.Range(0, random.Next(1, 40)).Select(_ => Code()).ToArray();
            var expected = codes.Distinct(StringComparer.Ordinal).ToList();

            var index = new CodeIndex(codes);

            Assert.Equal(expected.Count, index.Count);
            Assert.All(expected, code => Assert.Equal(expected.IndexOf(code), index.Of(new string(code))));
            for (var i = 0; i < 40; i++)
            {
                var other = Code();
                Assert.Equal(expected.IndexOf(other), index.Of(other));
            }
        }
    }

    // Alike but for the middle, one or a few words long.
    [Fact]
    public void Of_CodesThatDifferInTheMiddleAlone_TellsThemApart()
    {
        for (var count = 1; count <= 6; count++)
        {
            var index = new CodeIndex(Enumerable.Range(0, count).Select(static i => $"post-{i}-of-the-county"));
            for (var i = 0; i < 9; i++)
            {
                Assert.Equal(i < count ? i : -1, index.Of($"post-{i}-of-the-county"));
            }
        }
    }

    // Wherever the one character stands: at the ends, in the middle, on the seam of two comparisons.
    [Fact]
    public void Of_ACodeThatDiffersInOneCharacter_IsAnother()
    {
        for (var length = 1; length <= 40; length++)
        {
            var code = new string('a', length);
            var index = new CodeIndex([code]);
            Assert.Equal(0, index.Of(new string(code.AsSpan())));
            Assert.Equal(-1, index.Of(code + "a"));
            for (var i = 0; i < length; i++)
            {
                Assert.Equal(-1, index.Of(string.Concat(code.AsSpan(0, i), "b", code.AsSpan(i + 1))));
            }
        }
    }

    [Fact]
    public void Of_NothingOrAnUnknownCode_IsNone()
    {
        Assert.Equal(-1, new CodeIndex([]).Of("a"));
        Assert.Equal(-1, new CodeIndex(["a"]).Of(null));
        Assert.Equal((0, -1, -1, -1), (new CodeIndex([""]).Of(""), new CodeIndex([""]).Of("a"), new CodeIndex(["abc"]).Of("abd"), new CodeIndex(["abcd"]).Of("abcde")));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void Mask_OfSomeCodes_HasTheirBits(int count)
    {
        var codes = Enumerable.Range(0, count).Select(static i => $"code-{i}").ToArray();
        var index = new CodeIndex(codes);
        var mask = index.Mask([codes[0], codes[^1]])!;

        Assert.Null(index.Mask([]));
        Assert.Equal((count + 63) / 64, mask.Length);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(i == 0 || i == count - 1, (mask[i / 64] & (1UL << (i % 64))) != 0));
    }
}
