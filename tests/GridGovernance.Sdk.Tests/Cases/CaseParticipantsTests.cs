using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Cases;

public sealed class CaseParticipantsTests
{
    [Fact]
    public void WhoMayTry_EveryTriggerOfAReportedCase_IsTheResponsibleFirstAndEachOnce()
    {
        var model = SmallCounty.Model();
        var report = new ReportCase("c1", "case-1", "ordinary", "rubbish", SmallCounty.Cell, "hotline-12345");
        var c = GridCase.Replay(new CaseEngine(model).Decide(null, report, SmallCounty.Dispatcher, SmallCounty.Monday).EnsureAccepted());

        var seats = CaseParticipants.WhoMayTry(model, c, "accept", SmallCounty.Monday);

        Assert.Equal(c.Responsible, seats[0]);
        Assert.Equal(seats.Distinct().Count(), seats.Count);
        Assert.Contains(SmallCounty.Dispatcher.Seat, seats);
    }

    [Fact]
    public void WhoMayTry_ACaseOfAnotherModel_IsTheCallersMistake()
    {
        var report = new ReportCase("c1", "case-1", "ordinary", "rubbish", SmallCounty.Cell, "hotline-12345");
        var c = GridCase.Replay(SmallCounty.Engine().Decide(null, report, SmallCounty.Dispatcher, SmallCounty.Monday).EnsureAccepted());

        Assert.Throws<ArgumentException>(() => CaseParticipants.WhoMayTry(SmallCounty.Model(lifecycles: new LifecycleCatalogue([])), c, "accept", SmallCounty.Monday));
    }
}
