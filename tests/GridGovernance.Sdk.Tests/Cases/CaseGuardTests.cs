using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>What the guards are called, when they hold, and what the analysis of lifecycles may take as known of them.</summary>
public class CaseGuardTests
{
    private static readonly CaseEngine Engine = SmallCounty.Engine();

    [Theory]
    [InlineData("verifier-is-not-handler", null, "", "", false, null)]
    [InlineData("note-given", null, "", "", false, null)]
    [InlineData("never-returned", true, "", "mark-returned", false, null)]
    [InlineData("has-lead", false, "mark-dispatched", "mark-returned", false, "lead")]
    [InlineData("subtasks-done", null, "", "", false, null)]
    [InlineData("may-self-handle", null, "", "", true, null)]
    [InlineData("report-verified", null, "mark-verified", "", true, null)]
    [InlineData("hard-is-coordinated", null, "", "", false, null)]
    public void AGuard_IsKnownToHold_BetweenTheseEffects(string name, bool? initially, string establishedBy, string undoneBy, bool isLasting, string? party)
    {
        var fact = CaseGuards.All.Single(guard => guard.Name == name).Fact;

        Assert.Equal((name, initially, isLasting, party), (fact.Name, fact.Initially, fact.IsLasting, fact.Party));
        Assert.Equal((establishedBy, undoneBy), (string.Join(",", fact.EstablishedBy), string.Join(",", fact.UndoneBy)));
        Assert.Empty(fact.Excludes);
    }

    [Fact]
    public void AllGuards_AreTheEight_InThisOrder() => Assert.Equal(
        ["verifier-is-not-handler", "note-given", "never-returned", "has-lead", "subtasks-done", "may-self-handle", "report-verified", "hard-is-coordinated"],
        CaseGuards.All.Select(guard => guard.Name));

    [Fact]
    public void AGuardOfTheHost_IsKnownByItsNameAlone_UnlessItSaysMore()
    {
        Assert.Equal(new LifecycleGuard("x"), new CaseGuard("x", _ => []).Fact);
        Assert.Equal(new LifecycleGuard("x") { Initially = true }, new CaseGuard("x", _ => []) { Fact = new LifecycleGuard("x") { Initially = true } }.Fact);
    }

    [Fact]
    public void ANewCase_MeetsTheseGuards_AndOneInVerificationThose()
    {
        var reported = Engine.Report();
        var handled = Engine.Do(Engine.InHandling(), new MoveCase("f", "finish", "done"), Handler, Monday + Duration.FromHours(1));

        Assert.Equal(["note-given", "has-lead"], Unmet(reported, null));
        Assert.Equal(["has-lead"], Unmet(reported, "note"));
        Assert.Equal(["verifier-is-not-handler"], Unmet(handled, "note"));
    }

    [Fact]
    public void MaySelfHandle_AsksBothLists()
    {
        var refused = new CaseEngine(Model(new FakeLists("rubbish")));
        var c = refused.Report();

        Assert.Equal([FakeLists.NotListed, FakeLists.NotListed], CaseGuards.MaySelfHandle.Unmet(new CaseGuardContext(refused.Model, c, new MoveCase("x", "y"), GridWorker, Monday)));
    }

    [Theory]
    [InlineData(CaseSize.Small, true)]
    [InlineData(CaseSize.Large, true)]
    [InlineData(CaseSize.Hard, false)]
    public void OnlyAHardMatter_MustBeCoordinated(CaseSize size, bool met)
    {
        var c = Engine.Do(Engine.InHandling(), new SizeCase("s", size, "why"), Handler, Monday + Duration.FromHours(1));
        bool Holds(GridCase of) => CaseGuards.HardIsCoordinated.Unmet(new CaseGuardContext(Engine.Model, of, new MoveCase("x", "y"), Handler, Monday)).Count == 0;

        Assert.Equal(met, Holds(c));
        Assert.True(Holds(Engine.Do(c, new AssignSubtask("p", "part", GridWorker.Seat, new TimeLimit(1, LimitUnit.WorkingDays)), Handler, c.ChangedAt)));
        Assert.True(Holds(Engine.Do(c, new DispatchCase("d", Head.Seat) { Assisting = [Handler.Seat] }, Dispatcher, c.ChangedAt)));
    }

    [Fact]
    public void TheVocabulary_HoldsTheGuardsAndPosts_WithWhatIsKnownOfThem()
    {
        var posts = Model().Establishment.Posts;
        var full = CaseGuards.Vocabulary(CaseGuards.All, posts, WorkCalendar.China, ["verifier"]);
        var plain = CaseGuards.Vocabulary([CaseGuards.HasLead], ["clerk"]);

        Assert.Equal(CaseGuards.All.Select(guard => guard.Name).Order(), full.Guards.Order());
        Assert.Equal(posts.Select(post => post.Code).Concat(LifecycleParty.All).Order(), full.Parties.Order());
        Assert.Equal(CaseGuards.All.Select(guard => guard.Fact), full.Facts);
        Assert.Equal(["department-handler", "department-head"], full.PostsOfTheLead);
        Assert.Equal(["verifier"], full.VacantPosts);
        Assert.Same(WorkCalendar.China, full.Calendar);
        Assert.Equal(
            posts.Where(post => post.Supervisor is not null).Select(post => (post.Code, post.Supervisor!)).Order(), full.Supervisors.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Empty(CaseGuards.Vocabulary([], posts, null).VacantPosts);
        Assert.Equal(["has-lead"], plain.Guards);
        Assert.Equal([CaseGuards.HasLead.Fact], plain.Facts);
        Assert.Contains("clerk", plain.Parties);
        Assert.Null(plain.Calendar);
    }

    private static IEnumerable<string> Unmet(GridCase c, string? note) => CaseGuards.All
        .Where(guard => guard.Unmet(new CaseGuardContext(Engine.Model, c, new MoveCase("x", "y", note), Handler, Monday)).Count > 0).Select(guard => guard.Name);
}
