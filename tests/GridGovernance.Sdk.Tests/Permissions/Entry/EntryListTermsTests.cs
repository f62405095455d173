using GridGovernance.Sdk.Permissions;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class EntryListTermsTests
{
    [Fact]
    public void Terms_OfAQuarter_SayWhatIsOverEndsBeginsRestsAndWaits()
    {
        var list = EntryList(
            Item("steady", "patrol") with { ValidFrom = Day.PlusYears(-1), ReviewOn = Day },
            Item("over", "patrol") with { ValidTo = Day.PlusDays(-1), ReviewOn = Day.PlusDays(-9) },
            Item("ends", "visit") with { ValidTo = Day.PlusDays(10) },
            Item("lasts", "visit") with { ValidTo = Day.PlusDays(20) },
            Item("begins", "visit") with { ValidFrom = Day.PlusDays(1) },
            Item("rests", "illegal-building") with { Status = EntryStatus.Suspended },
            Item("waits", "illegal-building") with { ReviewOn = Day.PlusDays(-1) },
            Item("last-day", "patrol") with { ValidTo = Day, ReviewOn = Day.PlusDays(-1) },
            Item("gone", "patrol") with { Status = EntryStatus.Withdrawn, ValidTo = Day.PlusDays(-1) });

        var report = list.Terms(Day, Day.PlusDays(20));

        Assert.Equal(
            [
                "Warning permissions.item-over /items/1/validTo", "Info permissions.item-ends /items/2/validTo", "Info permissions.item-begins /items/4/validFrom",
                "Info permissions.item-suspended /items/5/status", "Warning permissions.item-review-due /items/6/reviewOn",
                "Info permissions.item-ends /items/7/validTo", "Warning permissions.item-review-due /items/7/reviewOn",
            ],
            report.Select(static finding => $"{finding.Severity} {finding.Code} {finding.Place.Path}"));
    }
}
