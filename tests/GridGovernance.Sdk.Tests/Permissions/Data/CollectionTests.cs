using GridGovernance.Sdk.Permissions;
using static GridGovernance.Sdk.Tests.Permissions.Data.SmallCatalogue;

namespace GridGovernance.Sdk.Tests.Permissions.Data;

public sealed class CollectionTests
{
    [Fact]
    public void Run_OnACatalogueCollectedOnce_FindsNothing() => Assert.Empty(CollectionAudit.Run(Catalogue));

    [Fact]
    public void Run_OnAFormOfSomebodyElse_NamesBoth()
    {
        var issue = Assert.Single(Issues(Form("health-survey", "grid-worker", "health", "name")));

        Assert.Equal(CollectionIssueKind.SeveralCollectors, issue.Kind);
        Assert.Equal(["name"], issue.Items);
        Assert.Equal(["register", "health-survey"], issue.Forms);
        Assert.Equal(["grid-worker", "grid-worker@health"], issue.Collectors);
        Assert.Equal("/items/0", issue.Finding.Place.Path);
        Assert.Equal(FindingSeverity.Warning, issue.Finding.Severity);
        Assert.Equal("The item \"name\" is collected by \"grid-worker\", but others ask for it as well instead of reading it: health-survey (grid-worker@health).", issue.Finding.Message.ToString());
    }

    [Fact]
    public void Run_OnASecondFormOfTheCollector_SaysAskedTwice()
    {
        var issue = Assert.Single(Issues(Form("second", "grid-worker", null, "phone")));

        Assert.Equal((CollectionIssueKind.AskedTwice, ["register", "second"]), (issue.Kind, issue.Forms));
        Assert.Equal(["grid-worker"], issue.Collectors);
    }

    [Theory]
    [InlineData("handler", "health", CollectionIssueKind.AskedTwice)]
    [InlineData("head", "health", CollectionIssueKind.SeveralCollectors)]
    [InlineData("handler", "civil-affairs", CollectionIssueKind.SeveralCollectors)]
    [InlineData("handler", null, CollectionIssueKind.SeveralCollectors)]
    public void Run_OnAFormForADepartmentsItem_AsksWhoseItIs(string? post, string? department, CollectionIssueKind kind) =>
        Assert.Equal(kind, Assert.Single(Issues(Form("x", post, department, "illness"))).Kind);

    [Fact]
    public void Run_OnTwoNamesForOneThing_NamesBothItems()
    {
        var items = EquatableArray.From(Definition.Items.Select(static item => item.Code is "phone" or "illness" ? item with { Meaning = "contact" } : item));
        items = [.. items, Definition.Items[0] with { Code = "former-name", Meaning = "former-name" }];
        var issue = CollectionAudit.Run(Compile(Definition with { Items = items })).Single(static issue => issue.Kind == CollectionIssueKind.SameUnderTwoNames);

        Assert.Equal(["phone", "illness"], issue.Items);
        Assert.Equal(["register", "illness-form"], issue.Forms);
        Assert.Equal(["*@health", "grid-worker", "handler@health"], issue.Collectors);
        Assert.Equal("/items/2", issue.Finding.Place.Path);
    }

    [Fact]
    public void Run_OnAnItemNobodyAsksForAndNobodyReads_SaysBoth()
    {
        var issues = CollectionAudit.Run(Compile(Definition with { Items = Definition.Items.Add(Item("shoe-size") with { Record = null, Meaning = "size" }) }));

        Assert.Equal([CollectionIssueKind.NeverAsked, CollectionIssueKind.NeverRead], issues.Select(static issue => issue.Kind));
        Assert.Equal([FindingSeverity.Info, FindingSeverity.Warning], issues.Select(static issue => issue.Finding.Severity));
        Assert.All(issues, static issue => Assert.Equal("shoe-size", issue.Finding.Place.Subject));
    }

    [Fact]
    public void AValue_IsVerifiedBySomebodyElse()
    {
        var value = new CollectedValue("name", "p-1", "worker-1", SmallLists.Day);
        Assert.Equal(DataQuality.Unverified, value.Quality);

        Assert.Equal("permissions.value-own", value.Verify("worker-1", SmallLists.Day, out var same)!.Code);
        Assert.Equal(value, same);
        Assert.Equal("permissions.value-too-early", value.Verify("worker-2", SmallLists.Day.PlusDays(-1), out same)!.Code);
        Assert.Equal(value, same);

        Assert.Null(value.Verify("worker-2", SmallLists.Day, out var verified));
        Assert.Equal((DataQuality.Verified, "worker-2", SmallLists.Day), (verified.Quality, verified.VerifiedBy, verified.VerifiedOn));

        var again = verified.CollectAgain("worker-3", SmallLists.Day.PlusDays(9));
        Assert.Equal(new CollectedValue("name", "p-1", "worker-3", SmallLists.Day.PlusDays(9)), again);
    }

    [Fact]
    public void ARefusal_IsOnRecordAndCannotBeVerified()
    {
        var refused = CollectedValue.Refused("name", "p-1", "worker-1", SmallLists.Day);

        Assert.Equal(DataQuality.Refused, refused.Quality);
        Assert.Equal("permissions.value-refused", refused.Verify("worker-2", SmallLists.Day, out var same)!.Code);
        Assert.Equal(refused, same);
        Assert.Equal(DataQuality.Unverified, refused.CollectAgain("worker-1", SmallLists.Day).Quality);
    }

    [Fact]
    public void Count_OfNothing_HasNoShares()
    {
        Assert.Null(default(DataQualityCount).VerifiedShare);
        Assert.Null(default(DataQualityCount).RefusedShare);
        Assert.Null(DataQualityCount.Of([CollectedValue.Refused("name", "p-1", "w", SmallLists.Day)]).VerifiedShare);
    }

    [Fact]
    public void Count_OfValues_SharesThem()
    {
        var given = new CollectedValue("name", "p-1", "w-1", SmallLists.Day);
        given.Verify("w-2", SmallLists.Day, out var verified);
        var count = DataQualityCount.Of([given, verified, given, verified, CollectedValue.Refused("name", "p-2", "w-1", SmallLists.Day)]);

        Assert.Equal(new DataQualityCount(2, 2, 1), count);
        Assert.Equal((0.5m, 0.2m), (count.VerifiedShare, count.RefusedShare));
    }

    private static EquatableArray<CollectionIssue> Issues(DataForm form) => CollectionAudit.Run(Compile(Definition with { Forms = Definition.Forms.Add(form) }));
}
