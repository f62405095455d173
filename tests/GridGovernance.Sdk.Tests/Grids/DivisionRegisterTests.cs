using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

public class DivisionRegisterTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);

    [Theory]
    [InlineData("110101", DivisionLevel.County, DivisionKind.District, null)]
    [InlineData("511921", DivisionLevel.County, DivisionKind.County, null)]
    [InlineData("511981", DivisionLevel.County, DivisionKind.CountyLevelCity, null)]
    [InlineData("511921001", DivisionLevel.Township, DivisionKind.Street, "511921")]
    [InlineData("511921199", DivisionLevel.Township, DivisionKind.Town, "511921")]
    [InlineData("511921200", DivisionLevel.Township, DivisionKind.Township, "511921")]
    [InlineData("511921400", DivisionLevel.Township, DivisionKind.EnterpriseUnit, "511921")]
    [InlineData("511921100199", DivisionLevel.Village, DivisionKind.ResidentsCommittee, "511921100")]
    [InlineData("511921100200", DivisionLevel.Village, DivisionKind.VillagersCommittee, "511921100")]
    [InlineData("511921100499", DivisionLevel.Village, DivisionKind.LikeResidentsCommittee, "511921100")]
    [InlineData("511921100599", DivisionLevel.Village, DivisionKind.LikeVillagersCommittee, "511921100")]
    [InlineData("511921100498", DivisionLevel.Village, DivisionKind.VirtualCommunity, "511921100")]
    [InlineData("511921100598", DivisionLevel.Village, DivisionKind.VirtualLivingArea, "511921100")]
    public void ACode_TellsLevelKindAndParent(string text, DivisionLevel level, DivisionKind kind, string? parent)
    {
        var code = DivisionCode.Parse(text, null);

        Assert.Equal((level, kind, parent), (code.Level, code.Kind, code.Parent?.ToString()));
        Assert.Equal(text[..6], code.Truncate(DivisionLevel.County).ToString());
        Assert.Equal(level == DivisionLevel.Village ? text : null, code.Truncate(DivisionLevel.Village)?.ToString());
        Assert.True(DivisionCode.TryNormalise(code.ToPadded(), out var back));
        Assert.Equal(code, back);
        Assert.True(code.Parent is null || code.Parent.Value.IsAncestorOf(code));
    }

    [Fact]
    public void TheDefaultCode_HasNothing()
    {
        Assert.Equal((null, null, null, ""), (default(DivisionCode).Level, default(DivisionCode).Kind, default(DivisionCode).Parent, default(DivisionCode).ToPadded()));
        Assert.False(DivisionCode.TryNormalise("000000000000", out _));
        Assert.False(DivisionCode.TryNormalise(null, out _));
    }

    // 变更名称的，保留原代码: the same code under another name from a day on.
    [Fact]
    public void Find_ADivisionThatChangedItsName_IsAsItWasOnTheDay()
    {
        var register = Register(
            new(Code("511921100"), "新名镇", new(2020, 1, 1), new(2024, 12, 31), [Code("511921101")]),
            new(Code("511921100"), "旧名乡", new(2010, 1, 1), new(2019, 12, 31)),
            new(Code("511921101"), "后继镇", new(2025, 1, 1)));

        Assert.Equal(
            ["旧名乡", "旧名乡", "新名镇", "新名镇"],
            new LocalDate[] { new(2009, 1, 1), new(2019, 12, 31), new(2020, 1, 1), Day }.Select(day => register.Find(Code("511921100"), day)!.Name));
        Assert.Equal("新名镇", register.Find(Code("511921100"))!.Name);
        Assert.Null(register.Find(Code("511921199"), Day));
        Assert.Equal(["511921100"], Resolve(register, "511921100", new(2019, 12, 31)));
        Assert.Equal(["511921100"], Resolve(register, "511921100", new(2020, 1, 1)));
        Assert.Equal(["511921101"], Resolve(register, "511921100", Day));
        Assert.Empty(Resolve(register, "511921100", new(2009, 1, 1)));
    }

    // A day between would be a code that was given up and used again.
    [Theory]
    [InlineData("2020-01-02", null, "grids.duplicate-division")]
    [InlineData("2019-12-31", null, "grids.duplicate-division")]
    [InlineData(null, null, "grids.duplicate-division")]
    [InlineData("2020-01-01", "511921101", "grids.successor-of-living")]
    public void Create_RowsOfACodeThatDoNotFollow_AreNamed(string? from, string? successor, string expected)
    {
        Assert.Null(DivisionRegister.Create(
            [
                new(Code("511921100"), "旧名乡", new(2010, 1, 1), new(2019, 12, 31), successor is null ? [] : [Code(successor)]),
                new(Code("511921100"), "新名镇", from is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value),
                new(Code("511921101"), "后继镇"),
            ],
            out var report));

        Assert.Equal([expected], report.Select(static finding => finding.Code));
    }

    [Fact]
    public void Resolve_AnAbolishedDivision_FollowsItsSuccessors()
    {
        var register = Register(
            new(Code("511921")  , "县"),
            new(Code("511921100"), "甲镇", ValidTo: new(2019, 12, 31), Successors: [Code("511921101"), Code("511921102")]),
            new(Code("511921101"), "乙镇", new(2020, 1, 1), new(2023, 6, 30), [Code("511921103")]),
            new(Code("511921102"), "丙镇", new(2020, 1, 1)),
            new(Code("511921103"), "丁镇", new(2023, 7, 1)));

        Assert.Equal(["511921100"], Resolve(register, "511921100", new(2019, 12, 31)));
        Assert.Equal(["511921101", "511921102"], Resolve(register, "511921100", new(2020, 1, 1)));
        Assert.Equal(["511921102", "511921103"], Resolve(register, "511921100", Day));
        Assert.Empty(Resolve(register, "511921104", Day));
        Assert.Empty(Resolve(register, "511921101", new(2019, 12, 31)));
    }

    [Fact]
    public void Create_EveryFault_IsReportedAtOnce()
    {
        DivisionEntry[] entries =
        [
            new(Code("511921"), "县"),
            new(Code("511921"), "县"),
            new(Code("511922100"), "镇", new(2020, 1, 2), new(2020, 1, 1)),
            new(Code("511921100"), "镇", Successors: [Code("511921101"), Code("511921100")]),
        ];

        Assert.Null(DivisionRegister.Create(entries, out var report));
        Assert.Equal(
            ["grids.duplicate-division /rows/1/code", "grids.validity-order /rows/2/validTo", "grids.division-without-parent /rows/2/code",
                "grids.successor-of-living /rows/3/successors", "grids.unknown-successor /rows/3/successors", "grids.unknown-successor /rows/3/successors"],
            report.Select(static f => $"{f.Code} {f.Place.Path}"));
    }

    [Fact]
    public void Run_AMapAgainstARegister_NamesEveryCodeThatDoesNotHold()
    {
        var scheme = GridScheme.Compile(GridSchemePresets.ThreeLevel, out _)!;
        (string Code, string Name)[] units = [("511921", "通江县"), ("511921100", "甲镇"), ("511921101", "新镇"), ("511921102", "未来镇"), ("511921103", "无名镇"), ("511921600", "错镇"), ("511921104", "旧名镇")];
        var map = GridMap.Create(scheme, [.. units.Select(u => GridUnit.Create(scheme, GridCode.Parse(u.Code), u.Name, GridKind.Division))], out _)!;
        var register = Register(
            new(Code("511921"), "通江县"),
            new(Code("511921100"), "甲镇", ValidTo: new(2025, 12, 31), Successors: [Code("511921101")]),
            new(Code("511921101"), "新镇", Day),
            new(Code("511921102"), "未来镇", new(2026, 1, 2)),
            new(Code("511921104"), "新名镇"));

        Assert.Equal(
            ["grids.division-abolished 511921100", "grids.division-not-yet 511921102", "grids.division-unknown 511921103", "grids.division-name 511921104", "grids.division-structure 511921600"],
            DivisionCheck.Run(map, register, Day).Select(static f => $"{f.Code} {f.Place.Subject}"));
        Assert.Equal("grids.division-structure", Assert.Single(DivisionCheck.Run(map, null, Day)).Code);
    }

    private static IEnumerable<string> Resolve(DivisionRegister register, string code, LocalDate on) => register.Resolve(Code(code), on).Select(static c => c.ToString());

    private static DivisionRegister Register(params DivisionEntry[] entries)
    {
        var register = DivisionRegister.Create(entries, out var report);
        Assert.Empty(report);
        return register!;
    }

    private static DivisionCode Code(string text) => DivisionCode.Parse(text, null);
}
