using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions.Entry;

/// <summary>What an item must have, state by state, and what two of them may not say together.</summary>
public sealed class EntryListCheckTests
{
    [Theory]
    [InlineData(EntryStatus.Applied, "")]
    [InlineData(EntryStatus.ToBeCompleted, "")]
    [InlineData(EntryStatus.Received, "")]
    [InlineData(EntryStatus.UnderReview, "")]
    [InlineData(EntryStatus.Refused, "")]
    [InlineData(EntryStatus.Approved, "/items/0/approvals /items/0/approvals /items/0/matters /items/0/operatingProcedure /items/0/powersAndDuties")]
    [InlineData(EntryStatus.Published, "/items/0/approvals /items/0/approvals /items/0/matters /items/0/operatingProcedure /items/0/powersAndDuties /items/0/publishedOn")]
    [InlineData(EntryStatus.InForce, "/items/0/approvals /items/0/approvals /items/0/matters /items/0/operatingProcedure /items/0/powersAndDuties /items/0/publishedOn")]
    [InlineData(EntryStatus.Withdrawn, "/items/0/approvals /items/0/approvals /items/0/exitReason /items/0/matters /items/0/operatingProcedure /items/0/powersAndDuties /items/0/publishedOn")]
    public void ABareItem_LacksFromItsApprovalOn(EntryStatus status, string paths) => Assert.Equal(
        paths, string.Join(' ', Check(Item("a") with { Status = status, Approvals = [], PublishedOn = null, PowersAndDuties = null, OperatingProcedure = [] }).Select(static finding => finding.Place.Path).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("", "权责")]
    [InlineData("duties", " ")]
    public void DutiesInOneLanguageOnly_AreIncomplete(string en, string zh) =>
        Assert.Equal(["/items/0/powersAndDuties"], Check(Item("a", "patrol") with { PowersAndDuties = new LocalizedText(en, zh) }).Select(static finding => finding.Place.Path));

    // 具体项目、权责事项、操作流程: a blank one is none.
    [Fact]
    public void ABlankStepOfTheProcedure_IsIncomplete() => Assert.Equal(
        ["/items/0/operatingProcedure"],
        Check(Item("a", "patrol") with { OperatingProcedure = [new LocalizedText("look", "查看"), new LocalizedText("", " ")] }).Select(static finding => finding.Place.Path));

    [Theory]
    [InlineData("2026-01-05", null, "2026-01-20", "2026-01-21", "")]
    [InlineData("2026-01-21", null, "2026-01-20", "2026-01-21", "/items/0/approvals/0/signedOn")]
    [InlineData("2026-01-05", "2026-01-21", "2026-01-20", "2026-01-21", "/items/0/approvals/0/signedOn")]
    [InlineData("2026-01-05", "2026-01-04", "2026-01-20", "2026-01-21", "/items/0/adjustedOn")]
    [InlineData("2026-01-05", null, "2026-01-20", "2026-01-19", "/items/0/publishedOn")]
    [InlineData("2098-01-01", null, "2026-01-20", "2099-01-01", "/items/0/approvals/0/signedOn /items/0/publishedOn published-after-start")]
    public void DaysThatCannotFollowEachOther_AreErrors(string applied, string? adjusted, string signed, string published, string expected)
    {
        var item = Item("a", "patrol") with
        {
            AppliedOn = On(applied), AdjustedOn = adjusted is null ? null : On(adjusted), PublishedOn = On(published), ValidFrom = On("2026-01-21"),
            Approvals = [new EntryApproval("political-legal", On(signed)), new EntryApproval("establishment-office", On("2026-01-21"))],
        };
        item = item with { Approvals = item.AppliedOn > On("2026-02-01") ? [item.Approvals[0], new EntryApproval("establishment-office", On("2098-01-01"))] : item.Approvals };

        var found = Check(item).Where(static finding => finding.Code is "permissions.days-out-of-order" or "permissions.published-after-start");

        Assert.Equal(expected, string.Join(' ', found.Select(static finding => finding.Severity == FindingSeverity.Error ? finding.Place.Path : $"{finding.Place.Path} published-after-start")));
    }

    [Fact]
    public void ATemporaryItem_BeginsWithItsApplicationAndLastsNoLongerThanTheListSays()
    {
        var item = Item("a", "patrol") with { Category = EntryCategory.Temporary, AppliedOn = Day, ValidFrom = Day.PlusDays(-1), ValidTo = Day.PlusDays(60), Approvals = [new EntryApproval("grid-office", Day)], PublishedOn = Day };
        Assert.Equal(["permissions.entry-begins-before"], Errors(item, null));
        Assert.Equal([], Errors(item with { ValidFrom = Day }, null));
        Assert.Equal(["permissions.temporary-too-long"], Errors(item with { ValidFrom = Day }, "60 calendar-days"));
        Assert.Equal([], Errors(item with { ValidFrom = Day }, "61 calendar-days"));
        Assert.Equal(["permissions.temporary-too-long"], Errors(item with { ValidFrom = null }, "60 calendar-days"));
        Assert.Equal(["permissions.temporary-too-long"], Errors(item with { ValidFrom = Day }, "1 months"));
        Assert.Equal(["permissions.temporary-term-unit"], Errors(item with { ValidFrom = Day, ValidTo = Day }, "9 working-days"));
        Assert.Equal([], Errors(item with { AppliedOn = null, ValidFrom = NodaTime.LocalDate.MaxIsoValue, ValidTo = NodaTime.LocalDate.MaxIsoValue, PublishedOn = Day }, "100 years"));

        static string[] Errors(EntryListItem item, string? longest)
        {
            var list = Entries(item) with { LongestTemporaryTerm = longest is null ? null : Sdk.Calendars.TimeLimit.Parse(longest, null) };
            Sdk.Permissions.EntryList.Compile(list, Catalogue, SmallCounty.Establishment, out var report);
            return [.. report.Where(static finding => finding.Severity == FindingSeverity.Error).Select(static finding => finding.Code).Distinct()];
        }
    }

    // A class holds its matters: what the guard keeps out is kept out either way.
    [Fact]
    public void AClassAgainstTheGuard_IsToldLikeAMatter()
    {
        var found = Check(Item("a", "patrol") with { Classes = ["vitality", "unrelated"] });
        Assert.Equal(["/items/0/classes permissions.listed-against-guard", "/items/0/classes permissions.listed-against-guard"], found.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
        Assert.Equal(["/items/0/matters"], Check(Item("a", "council") with { Classes = ["vitality"] }).Select(static finding => finding.Place.Path));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void ASignatureAfterTheStart_IsDoubtful(int days, int findings) => Assert.Equal(
        findings, Check(Item("a", "patrol") with { ValidFrom = Day, Approvals = [new EntryApproval("political-legal", Day.PlusDays(days)), new EntryApproval("establishment-office", Day)] }).Count(static finding => finding.Code is "permissions.signed-after-start"));

    [Theory]
    [InlineData(EntryStatus.InForce, EntryStatus.InForce, true)]
    [InlineData(EntryStatus.Suspended, EntryStatus.InForce, false)]
    [InlineData(EntryStatus.InForce, EntryStatus.Published, false)]
    public void TwoItemsOnOneMatter_AreToldWhereBothAreInForce(EntryStatus first, EntryStatus second, bool isTold) => Assert.Equal(
        isTold ? ["/items/1 permissions.listed-twice"] : [],
        Check(Item("a", "patrol") with { Status = first }, Item("b", "patrol") with { Status = second }).Select(static finding => $"{finding.Place.Path} {finding.Code}"));

    [Theory]
    [InlineData("levels", "grid", "village", false)]
    [InlineData("levels", "grid", "grid", true)]
    [InlineData("levels", "grid", "", true)]
    [InlineData("places", "12", "13", false)]
    [InlineData("places", "12", "123", true)]
    [InlineData("places", "123", "12", true)]
    [InlineData("places", "", "12", true)]
    [InlineData("term", "0", "1", false)]
    [InlineData("term", "1", "1", true)]
    [InlineData("term", "", "1", true)]
    public void TwoItemsOnOneMatter_AreToldWhereTheyMeet(string member, string one, string other, bool isTold)
    {
        EquatableArray<string> first = one.Length == 0 ? [] : [one], second = other.Length == 0 ? [] : [other];
        var (a, b) = member switch
        {
            "levels" => (Item("a", "patrol") with { Levels = first }, Item("b", "visit") with { Classes = ["duty"], Levels = second }),
            "places" => (Item("a", "patrol") with { Places = first }, Item("b", "patrol") with { Places = second }),
            _ => (Item("a", "patrol") with { ValidTo = one.Length == 0 ? null : Day.PlusDays(int.Parse(one, System.Globalization.CultureInfo.InvariantCulture)) }, Item("b", "patrol") with { ValidFrom = Day.PlusDays(1) }),
        };
        Assert.Equal(isTold, Check(a, b).Any(static finding => finding.Code is "permissions.listed-twice"));
        Assert.Equal(isTold, Check(b, a).Any(static finding => finding.Code is "permissions.listed-twice"));
    }

    [Fact]
    public void AnItemAndANegativeOne_Contradict_TwoNegativeOnesDoNot()
    {
        Assert.Equal(["permissions.listed-and-negative"], Check(Item("a", "patrol"), Negative("b", "patrol")).Select(static finding => finding.Code));
        Assert.Equal(["permissions.listed-and-negative"], Check(Negative("a", "patrol"), Item("b", "patrol")).Select(static finding => finding.Code));
        Assert.Empty(Check(Negative("a", "patrol"), Negative("b", "patrol")));
    }

    [Fact]
    public void ANegativeItem_NeedsMattersAndContentAlone()
    {
        Assert.Equal(["/items/0/matters", "/items/0/content"], Check(Negative("a") with { Content = null, Approvals = [], PublishedOn = null }).Select(static finding => finding.Place.Path));
        Assert.Empty(Check(Negative("a") with { Classes = ["duty"], Approvals = [], PublishedOn = null, PowersAndDuties = null }));
    }

    private static NodaTime.LocalDate On(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

    private static Finding[] Check(params EntryListItem[] items)
    {
        Sdk.Permissions.EntryList.Compile(Entries(items), Catalogue, SmallCounty.Establishment, out var report);
        return [.. report];
    }
}
