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
    [InlineData(EntryStatus.Withdrawn, "/items/0/approvals /items/0/approvals /items/0/matters /items/0/operatingProcedure /items/0/powersAndDuties /items/0/publishedOn")]
    public void ABareItem_LacksFromItsApprovalOn(EntryStatus status, string paths) => Assert.Equal(
        paths, string.Join(' ', Check(Item("a") with { Status = status, Approvals = [], PublishedOn = null, PowersAndDuties = null, OperatingProcedure = [] }).Select(static finding => finding.Place.Path).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("", "权责")]
    [InlineData("duties", " ")]
    public void DutiesInOneLanguageOnly_AreIncomplete(string en, string zh) =>
        Assert.Equal(["/items/0/powersAndDuties"], Check(Item("a", "patrol") with { PowersAndDuties = new LocalizedText(en, zh) }).Select(static finding => finding.Place.Path));

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

    private static Finding[] Check(params EntryListItem[] items)
    {
        Sdk.Permissions.EntryList.Compile(Entries(items), Catalogue, SmallCounty.Establishment, out var report);
        return [.. report];
    }
}
