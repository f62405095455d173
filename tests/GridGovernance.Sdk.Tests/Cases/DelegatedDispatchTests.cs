using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Who stands in by delegation acts where the seat does whose power it is.</summary>
public sealed class DelegatedDispatchTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ADispatchToAnothersGrid_IsAcceptedByDelegationAlone(bool isDelegated)
    {
        var engine = SmallCounty.Engine(new Lent(isDelegated));
        var c = engine.Do(engine.Report(), new MoveCase("accept", "accept"), SmallCounty.Dispatcher, SmallCounty.Monday + Duration.FromMinutes(10));
        var decision = engine.Decide(c, new DispatchCase("dispatch", SmallCounty.OtherGridWorker.Seat), SmallCounty.Dispatcher, SmallCounty.Monday + Duration.FromMinutes(20));

        Assert.Equal(isDelegated ? [] : ["cases.not-your-grid"], decision.Refusals.Select(static refusal => refusal.Code));
        if (isDelegated)
        {
            c = decision.EnsureAccepted().Aggregate(c, GridCase.Apply);
            Assert.True(engine.Decide(c, new MoveCase("sign-in", "sign-in"), SmallCounty.OtherGridWorker, SmallCounty.Monday + Duration.FromMinutes(30)).IsAccepted);
        }
    }

    /// <summary>Lists that allow everything, the grid of another by delegation where there is one.</summary>
    private sealed class Lent(bool isDelegated) : ICaseLists
    {
        public ListAnswer Admit(Seat lead, string matter, GridCode place, LocalDateTime at) => new(["listed"], []);

        public ListAnswer Authorise(Seat seat, string action, string matter, GridCode place, LocalDateTime at) =>
            new ListAnswer(["may"], []) with { Delegations = isDelegated && seat == SmallCounty.OtherGridWorker.Seat ? ["cover"] : [] };
    }
}
