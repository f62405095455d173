using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CommandTeamTests
{
    private static readonly CaseEngine Engine = SmallCounty.Engine();
    private static readonly CommandTeam Team = new("joint", [new(CommandTeamRole.Adviser, Head.Seat), new(CommandTeamRole.Commander, TownshipCommander.Seat), new(CommandTeamRole.Member, VillageHead.Seat)]);

    [Fact]
    public void ATeam_IsDataOnTheCase_AndMovesNothing()
    {
        var c = Engine.InHandling();

        var after = Engine.Do(c, new AttachTeam("t", Team, "three villages"), Head, c.ChangedAt);

        Assert.Equal(Team, after.Team);
        Assert.Null(c.Team);
        Assert.Equal((c.State, c.Responsible, c.NextDeadline, c.EnteredAt), (after.State, after.Responsible, after.NextDeadline, after.EnteredAt));
        Assert.Equal(TownshipCommander.Seat, after.Team!.Commander());
    }

    [Fact]
    public void TheCommander_OrASeatAbove_AttachesIt_AndNobodyElse()
    {
        var c = Engine.InHandling();

        Assert.True(Engine.Decide(c, new AttachTeam("t", Team, "n"), TownshipCommander, c.ChangedAt).IsAccepted);
        Assert.True(Engine.Decide(c, new AttachTeam("t", Team, "n"), CountyCommander, c.ChangedAt).IsAccepted);
        var refusal = Assert.Single(Engine.Decide(c, new AttachTeam("t", Team, "n"), VillageHead, c.ChangedAt).Refusals);
        Assert.Equal((RefusalKind.NotYourRole, "cases.may-not-attach"), (refusal.Kind, refusal.Code));
    }

    [Fact]
    public void ATeam_WithTwoCommandersASeatTwiceAndASeatElsewhere_NamesEveryReason()
    {
        var c = Engine.InHandling();
        var team = new CommandTeam("bad",
        [
            new(CommandTeamRole.Commander, Head.Seat), new(CommandTeamRole.Commander, CountyCommander.Seat), new(CommandTeamRole.Member, CountyCommander.Seat),
            new(CommandTeamRole.Member, OtherGridWorker.Seat), new(CommandTeamRole.Member, new Seat("ghost", "511921")),
        ]);

        var decision = Engine.Decide(c, new AttachTeam("t", team, " "), Head, c.ChangedAt);

        Assert.Equal(
            ["cases.note-missing", "cases.team-commanders", "cases.team-seat-twice", "cases.not-your-grid", "cases.unknown-seat"], decision.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void AClosedCase_TakesNoTeam()
    {
        var c = Engine.Report("daily");
        c = Engine.Do(c, new MoveCase("r", "reject", "no"), Dispatcher, c.ChangedAt);

        Assert.Equal(["cases.closed"], Engine.Decide(c, new AttachTeam("t", Team, "n"), CountyCommander, c.ChangedAt).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void ATeamWithoutACommander_HasNone() => Assert.Null(new CommandTeam("none", [new(CommandTeamRole.Member, VillageHead.Seat)]).Commander());

    [Fact]
    public void TheTeamOfXCounty_IsFiveSeatsUnderOneCommander()
    {
        var team = CommandTeam.XCounty("511921");

        Assert.Equal([2, 1, 2, 0], Enum.GetValues<CommandTeamRole>().Select(role => team.Members.Count(member => member.Role == role)));
        Assert.Equal(new Seat("deputy-party-secretary", "511921"), team.Commander());
    }

    [Fact]
    public void ATeam_IsWrittenAndReadBack()
    {
        var c = Engine.InHandling();
        var rows = Engine.Decide(c, new AttachTeam("t", Team, "n"), Head, c.ChangedAt).EnsureAccepted().Select(e => new CaseEventRow(c.Id, e)).ToArray();

        Assert.Equal(rows, CaseEventJson.Read(CaseEventJson.Write(rows), "events.jsonl").Value);
    }
}
