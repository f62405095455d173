using System.Globalization;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>What a proof says, number by number, in both languages.</summary>
public sealed class CertificateTextTests
{
    private const string Path4 = "a:100 b:100 c:100 d:100 | a-b b-c c-d";

    public static TheoryData<string, DivisionDefinition, string, string> Proofs => new()
    {
        {
            "UnitAboveMaximum people 500>400 b", Maps.Parse("a:100 b:500 c:100 | a-b b-c", min: 50, max: 400),
            "A grid may hold at most 400, but the size of unit b, which no plan may part, is 500 people.", "单元b不可拆分，共有500（people），但网格上限为400。"
        },
        {
            "UnitAboveMaximum people 200>150 a, b", Maps.Parse(Path4, max: 150) with { Groups = [new DivisionGroup("g", ["b", "a"])] },
            "A grid may hold at most 150, but the size of units a, b, which no plan may part, is 200 people.", "单元a, b不可拆分，共有200（people），但网格上限为150。"
        },
        {
            "IslandBelowMinimum people 50<100 d", Maps.Parse("a:100 b:100 c:100 d:50 | a-b b-c c/d", min: 100),
            "The size of unit d is 50 people, the minimum is 100, and no open edge leads elsewhere.", "单元d共有50（people），下限为100，且与其他单元不相连。"
        },
        {
            "IslandBelowMinimum people 400<500 a, b, c, d", Maps.Parse(Path4, min: 500),
            "The size of all that the parent has, units a, b, c, d, is 400 people, and the minimum of one grid is 500.", "上级的全部单元（a, b, c, d）共有400（people），而一个网格的下限为500。"
        },
        {
            "IslandBelowMinimum people 10<50 a", Maps.Parse("a:10 b:10 c:10 |", min: 50) with { Islands = IslandPolicy.OwnGrid },
            "What the parent has beside its islands and dedicated grids, unit a, is of size 10 people, and the minimum of one grid is 50.", "上级除独立成格的飞地和专属网格外，尚余单元a，共有10（people），而一个网格的下限为50。"
        },
        {
            "TooLittleForCount people 300<320 a, b, c", Maps.Parse("a:100 b:100 c:100 | a-b b-c", grids: 2, min: 160),
            "Grids of at least 160 people, 2 in number, need more than the parent has to be divided: 300.", "2个网格每个至少160（people），超过上级待划分总量300。"
        },
        {
            "TooLittleForCount people 300<400 a, b, c", Maps.Parse("a:100 b:100 c:100 d:500 | a-b b-c", min: 200) with { Seeds = ["a", "c"] },
            "Grids of at least 200 people, 2 in number, need more than the parent has to be divided: 300.", "2个网格每个至少200（people），超过上级待划分总量300。"
        },
        {
            "TooMuchForCount people 300>280 a, b, c", Maps.Parse("a:100 b:100 c:100 | a-b b-c", grids: 2, max: 140),
            "Grids of at most 140 people, 2 in number, hold less than the parent has to be divided: 300.", "2个网格每个至多140（people），不足上级待划分总量300。"
        },
        {
            "NoCountFits people 400>300 a, b, c, d", Maps.Parse(Path4, min: 150, max: 150),
            "The size of units a, b, c, d is 400 people; the minimum makes that no more grids than 2, which hold at most 300.", "单元a, b, c, d共有400（people），最多成2个网格，而这些网格最多容纳300。"
        },
        {
            "NoCountFits grids 3 2 a, b, c, d", Maps.Parse("a:145 b:145 c:145 d:145 | a-b c-d", grids: 3, min: 150),
            "The number of grids that the parts of the parent, which nothing joins, make within the bounds is from 2 to 2, but is to be 3.", "上级互不相连的各部分在界限内可成2至2个网格，但要求3个。"
        },
        {
            "NoCountFits grids 2 3 a, b, c, d", Maps.Parse("a:100 b:100 c:100 d:50 | a-b c-d", grids: 2, max: 190),
            "The number of grids that the parts of the parent, which nothing joins, make within the bounds is from 3 to 4, but is to be 2.", "上级互不相连的各部分在界限内可成3至4个网格，但要求2个。"
        },
        {
            "TooFewUnits units 2 3 a, b", Maps.Parse("a:100 b:100 | a-b", grids: 3),
            "Each grid needs a unit, or a group that stays together, but the grids are to number 3 and these number 2.", "3个网格至少需要同样多的单元或整组，但只有2个。"
        },
        {
            "TooManyParts parts 3 2 a, b, c", Maps.Parse("a:100 b:100 c:100 | a/b", grids: 2),
            "The parent has 3 parts or named grids that cannot share one, but the number of its grids is to be 2.", "上级有3个不能同格的部分或指定网格，但只划2个网格。"
        },
        {
            "TooManyParts parts 2 1 a, b, c", Maps.Parse("a:100 b:100 c:100 | a-b b-c", grids: 1) with { Seeds = ["a", "c"] },
            "The parent has 2 parts or named grids that cannot share one, but the number of its grids is to be 1.", "上级有2个不能同格的部分或指定网格，但只划1个网格。"
        },
        {
            "BranchFitsNowhere people 370>300 b, x, y, z", Maps.Parse("b:100 x:90 y:90 z:90 w:150 | b-x b-y b-z b-w", min: 100, max: 300),
            "What hangs on unit b alone is below the minimum of 100 people, branch by branch, so that one grid has units b, x, y, z; the size is 370, but a grid may hold at most 300.", ""
        },
        {
            "Exhausted people 300 120 a, b, c", Maps.Parse("a:100 b:100 c:100 | a-b b-c c-a", grids: 2, min: 120, max: 200),
            "Every connected plan of units a, b, c was looked at, and none keeps the bounds.", ""
        },
        {
            "Exhausted people 300 190 a, b, c", Maps.Parse("a:100 b:100 c:100 | a-b b-c c-a", grids: 2, max: 190),
            "Every connected plan of units a, b, c was looked at, and none keeps the bounds.", ""
        },
        {
            "TooMuchForCount households 30>20 u0, u1, u2, u3, u4, u5, u6, u7, u8, u9", Households("u0:3 u1:3 u2:3 u3:3 u4:3 u5:3 u6:3 u7:3 u8:3 u9:3", 2, 10),
            "Grids of at most 10 households, 2 in number, hold less than the parent has to be divided: 30.", ""
        },
        {
            "IslandBelowMinimum people 90<200 u0, u1, u2, u3, u4, u5, u6, u7, u8", Maps.Parse("u0:10 u1:10 u2:10 u3:10 u4:10 u5:10 u6:10 u7:10 u8:10 | u0-u1 u1-u2 u2-u3 u3-u4 u4-u5 u5-u6 u6-u7 u7-u8", min: 200),
            "The size of all that the parent has, units u0, u1, u2, u3, u4, u5, u6, u7 … (9), is 90 people, and the minimum of one grid is 200.", ""
        },
        {
            "IslandBelowMinimum people 80<200 u0, u1, u2, u3, u4, u5, u6, u7", Maps.Parse("u0:10 u1:10 u2:10 u3:10 u4:10 u5:10 u6:10 u7:10 | u0-u1 u1-u2 u2-u3 u3-u4 u4-u5 u5-u6 u6-u7", min: 200),
            "The size of all that the parent has, units u0, u1, u2, u3, u4, u5, u6, u7, is 80 people, and the minimum of one grid is 200.", ""
        },
    };

    [Theory]
    [MemberData(nameof(Proofs))]
    public void Divide_WithoutAPlan_SaysWhy(string summary, DivisionDefinition definition, string english, string chinese)
    {
        var outcome = Divider.Divide(Maps.Compile(definition), 1);

        var proof = Assert.Single(outcome.Certificates);
        var sign = proof.Kind is CertificateKind.UnitAboveMaximum or CertificateKind.TooMuchForCount or CertificateKind.BranchFitsNowhere || (proof.Kind == CertificateKind.NoCountFits && proof.Measure == "people")
            ? ">" : proof.Kind is CertificateKind.IslandBelowMinimum or CertificateKind.TooLittleForCount ? "<" : " ";
        Assert.Equal(summary, FormattableString.Invariant($"{proof.Kind} {proof.Measure} {proof.Holds}{sign}{proof.Needs} {string.Join(", ", proof.Units)}"));
        Assert.Equal(english, proof.Reason.ToString(CultureInfo.InvariantCulture));
        if (chinese.Length > 0)
        {
            Assert.Equal(chinese, proof.Reason.ToString(CultureInfo.GetCultureInfo("zh-CN")));
        }
    }

    // Just within every bound: none of the proofs may speak.
    [Theory]
    [InlineData("a:100 b:400 c:100 | a-b b-c", null, 100, 400)]
    [InlineData("a:100 b:100 c:100 | a-b b-c", 2, 100, 200)]
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", null, 200, 200)]
    [InlineData("a:100 b:100 c:100 d:100 | a-b c-d", 2, 200, 200)]
    [InlineData("b:100 x:90 y:90 z:90 w:150 | b-x b-y b-z b-w", null, 91, 370)]
    [InlineData("b:100 x:90 y:90 z:100 | b-x b-y b-z", null, 100, 280)]
    public void Divide_JustWithinTheBounds_FindsAPlan(string map, int? grids, int min, int max) =>
        Assert.Equal(DivisionVerdict.Found, Divider.Divide(Maps.Compile(Maps.Parse(map, grids, min, max)), 1).Verdict);

    private static DivisionDefinition Households(string units, int grids, int max)
    {
        var definition = Maps.Parse(units + " | u0-u1 u1-u2 u2-u3 u3-u4 u4-u5 u5-u6 u6-u7 u7-u8 u8-u9");
        return definition with
        {
            Units = EquatableArray.From(definition.Units.Select(static unit => unit with { Households = unit.People, People = 1 })),
            Sizing = [new DivisionSizing { Basis = SizingBasis.Households, Grids = grids, MaxHouseholds = max }],
        };
    }
}
