using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Permissions.Data;

namespace GridGovernance.Sdk.Tests.Permissions.Burden;

public sealed class BurdenAnalysisTests
{
    private static readonly AuthorityList List = SmallLists.AuthorityList(
        SmallLists.Rule("lead", AuthorityStance.Lead, "grid-worker", "handle", "patrol", "visit") with { Conditions = ["legal-basis-cited"] },
        SmallLists.Rule("manage", AuthorityStance.CoManage, "village-head", "handle", "visit", "illegal-building"));

    private static readonly EntryList Entries = SmallLists.EntryList(SmallLists.Item("both", "patrol", "visit"));

    private static readonly BurdenDefinition Definition = new()
    {
        Code = "burden",
        Source = "sample",
        Posts = [new PostCapacity("grid-worker", 100), new PostCapacity("village-head", 10, 2), new PostCapacity("verifier", 1)],
        Efforts = [new MatterEffort("patrol", WorkFunction.Control, 20, 90, 2), new MatterEffort("visit", WorkFunction.Service, 30, 20, 0.5m), new MatterEffort("levy", WorkFunction.Information, 1, 1)],
    };

    [Fact]
    public void Run_AddsUpWhatBothListsGive()
    {
        var report = Run(Definition)!;
        var (worker, head, verifier) = (report.Posts[0], report.Posts[1], report.Posts[2]);

        Assert.Equal(["patrol", "visit"], worker.Matters);
        Assert.Equal((40m, 55m, 40m, 0.4m), (worker.HoursPerUnit, worker.FormsPerUnit, worker.HoursPerWorker, worker.Load));
        Assert.Equal([0.75m, 0m, 0.25m], worker.Shares);
        Assert.Equal(["visit"], head.Matters);
        Assert.Equal((10m, 15m, 5m, 7.5m, 0.5m), (head.HoursPerUnit, head.FormsPerUnit, head.HoursPerWorker, head.FormsPerWorker, head.Load));
        Assert.Empty(verifier.Matters);
        Assert.Empty(verifier.Shares);
        Assert.Equal(0m, verifier.Load);
        Assert.Empty(report.Findings);
        Assert.Empty(report.Duplicates);
    }

    // What is given to units of a kind is carried there: nobody of no kind stands for it.
    [Fact]
    public void Run_WhereRulesAreForKindsOfUnit_AddsUpWhereItIsTheMost()
    {
        var list = SmallLists.AuthorityList(
            SmallLists.Rule("dedicated", AuthorityStance.Lead, "grid-worker", "handle", "visit") with { Kinds = [GridKind.Dedicated] },
            SmallLists.Rule("comprehensive", AuthorityStance.Lead, "grid-worker", "handle", "patrol") with { Kinds = [GridKind.Comprehensive] });

        var worker = BurdenAnalysis.Run(Definition with { Posts = [new PostCapacity("grid-worker", 20)] }, Entries, list, GridCode.Parse("123"), SmallLists.Day, null, out _)!;

        Assert.Equal((GridKind.Comprehensive, 30m, 1.5m), (worker.Posts[0].Kind, worker.Posts[0].HoursPerUnit, worker.Posts[0].Load));
        Assert.Equal(["patrol"], worker.Posts[0].Matters);
        Assert.Equal("permissions.burden-too-much", Assert.Single(worker.Findings).Code);
        Assert.Null(Run(Definition)!.Posts[0].Kind);
    }

    [Fact]
    public void Run_OnTooMuch_Warns()
    {
        var report = Run(Definition with { Posts = [new PostCapacity("grid-worker", 39.5m)] })!;
        Assert.Equal("A worker in the post \"grid-worker\" should have no more than 39.5 hours of work a month, but the lists give 40 at \"123\" on 2026-02-02.", Assert.Single(report.Findings).Message.ToString());
        Assert.Empty(Run(Definition with { Posts = [new PostCapacity("grid-worker", 40)] })!.Findings);
    }

    [Fact]
    public void Run_OnAMatterOfUnknownEffort_CountsItNotAsNothing()
    {
        var report = Run(Definition with { Efforts = [Definition.Efforts[0]] })!;
        Assert.Equal(["visit"], report.Posts[0].Unknown);
        Assert.Equal(30m, report.Posts[0].HoursPerUnit);
        Assert.Equal(["permissions.burden-unknown", "permissions.burden-unknown"], report.Findings.Select(static finding => finding.Code));
    }

    [Fact]
    public void RunHeaviest_SaysWhereAndWhenEachPostCarriesTheMost()
    {
        var entries = SmallLists.EntryList(SmallLists.Item("here", "patrol") with { Places = ["12"] }, SmallLists.Item("later", "visit") with { ValidFrom = SmallLists.Day });
        var report = BurdenAnalysis.RunHeaviest(Definition with { Posts = [new PostCapacity("village-head", 1), new PostCapacity("grid-worker", 39)] }, entries, List, [GridCode.Parse("1")], null, out _)!;

        Assert.Equal((10m, "1", SmallLists.Day), (report.Posts[0].HoursPerUnit, report.Posts[0].Place.ToString(), report.Posts[0].On));
        Assert.Equal((40m, "12", SmallLists.Day), (report.Posts[1].HoursPerUnit, report.Posts[1].Place.ToString(), report.Posts[1].On));
        Assert.Equal(["/posts/0", "/posts/1"], report.Findings.Select(static finding => finding.Place.Path));
        Assert.Throws<ArgumentException>(() => BurdenAnalysis.RunHeaviest(Definition, entries, List, [], null, out _));
    }

    [Fact]
    public void RunHeaviest_OfMattersThatNobodyMeasured_NamesEachOnce()
    {
        var report = BurdenAnalysis.RunHeaviest(Definition with { Efforts = [] }, Entries, List, [GridCode.Parse("1"), GridCode.Parse("12")], null, out _)!;
        Assert.Equal(["patrol", "visit", "visit"], report.Findings.Select(static finding => finding.Place.Subject));
        Assert.Equal(["/posts/0", "/posts/0", "/posts/1"], report.Findings.Select(static finding => finding.Place.Path));
    }

    [Fact]
    public void Run_WithADataCatalogue_NamesWhatIsCollectedTwice()
    {
        var catalogue = SmallCatalogue.Compile(SmallCatalogue.Definition with { Forms = SmallCatalogue.Definition.Forms.Add(SmallCatalogue.Form("x", "handler", "health", "name")).Add(SmallCatalogue.Form("y", "grid-worker", null, "name")) });
        var report = BurdenAnalysis.Run(Definition, Entries, List, GridCode.Parse("123"), SmallLists.Day, catalogue, out _)!;
        Assert.Equal(CollectionIssueKind.SeveralCollectors, Assert.Single(report.Duplicates).Kind);
    }

    [Fact]
    public void Run_OnFaults_NamesThemAll()
    {
        var faulty = Definition with
        {
            Code = "No", Source = "",
            Posts = [new PostCapacity("king", 0), new PostCapacity("handler", 1, 0), new PostCapacity("king", 2_000_000_000)],
            Efforts = [new MatterEffort("song", WorkFunction.Control, -1, -1, -1), new MatterEffort("song", WorkFunction.Control, 0, 0)],
        };
        Assert.Null(Run(faulty, out var report));
        Assert.Equal(
            ["/code", "/source", "/posts/2/post", "/efforts/1/matter", "/posts/0/post", "/posts/0/hoursPerMonth", "/posts/1/post", "/posts/1/workersPerUnit", "/posts/2/post", "/posts/2/hoursPerMonth", "/efforts/0/matter", "/efforts/0/timesPerMonth", "/efforts/0/minutesEach", "/efforts/0/formsEach", "/efforts/1/matter"],
            report.Select(static finding => finding.Place.Path));
    }

    [Fact]
    public void ADefinition_ComesBackFromItsFile() =>
        Assert.Equal(Definition, GovernanceJson.Read<BurdenDefinition>(GovernanceJson.Write(Definition), "burden.json").Value);

    private static BurdenReport? Run(BurdenDefinition definition) => Run(definition, out _);

    private static BurdenReport? Run(BurdenDefinition definition, out FindingReport report) =>
        BurdenAnalysis.Run(definition, Entries, List, GridCode.Parse("123"), SmallLists.Day, null, out report);
}
