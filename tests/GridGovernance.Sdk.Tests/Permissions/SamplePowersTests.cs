using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>What the quickstart's county says of powers and data beyond the two lists.</summary>
public sealed class SamplePowersTests
{
    private static readonly GovernanceModel Model = GovernanceModel.LoadOrThrow(SampleLists.Folder);
    private static readonly LocalDateTime At = new(2026, 1, 20, 9, 0);

    // 新时代网格化管理的核心逻辑: "人口、房屋、基础设施、舆情和风险".
    [Fact]
    public void TheCatalogue_IsAboutAllFiveSubjectsAndAsksEverythingOnce()
    {
        var catalogue = Model.Permissions.DataCatalogue!.Definition;

        Assert.Equal(Enum.GetValues<DataSubject>(), catalogue.Items.Select(static item => item.Subject).Distinct().Order());
        Assert.Equal(Enum.GetValues<DataSensitivity>(), catalogue.Items.Select(static item => item.Sensitivity).Distinct().Order());
        Assert.Equal(SampleLists.Establishment.Departments.Count, catalogue.Items.Select(static item => item.CollectingDepartment).OfType<string>().Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Model.Permissions.Collection);
        Assert.All(catalogue.Items, item => Assert.Single(catalogue.Forms, form => form.Items.Contains(item.Code)));
        Assert.All(catalogue.Forms.Where(static form => form.Matter is not null), static form => Assert.True(Model.Matters.TryFind(form.Matter!, out _)));
    }

    // What no source names is a sample, never attributed.
    [Fact]
    public void TheCatalogue_AttributesWhatArticlesNameAlone()
    {
        var catalogue = Model.Permissions.DataCatalogue!.Definition;

        Assert.Equal(
            ["流动人口登记", "重性精神病患者", "吸毒人员", "社区服刑人员", "刑满释放人员", "出租房屋", "公共区域视频", "视频调解录像", "社情民意", "安全隐患", "矛盾纠纷"],
            catalogue.Items.Where(static item => item.Origin != Origin.Sample).Select(static item => item.Name.Zh));
        Assert.Equal(["video-by-area"], catalogue.Grants.Where(static grant => grant.Origin != Origin.Sample).Select(static grant => grant.Code));
        Assert.All(catalogue.Items.Where(static item => item.Origin == Origin.Sample), static item => Assert.StartsWith("样例", item.Source, StringComparison.Ordinal));
    }

    // X县: "县、乡镇、社区指挥平台可以根据不同权限调看视频资源": one's own area and below.
    [Theory]
    [InlineData("county-commander@511921", "511921105", true)]
    [InlineData("township-commander@511921105", "511921105201", true)]
    [InlineData("township-commander@511921105", "511921100", false)]
    [InlineData("village-head@511921105201", "511921105201001", true)]
    [InlineData("village-head@511921105201", "511921105", false)]
    [InlineData("grid-worker@511921105201001", "511921105201001", false)]
    public void Video_IsSeenInOnesOwnAreaAndBelow(string who, string where, bool expected) => Assert.Equal(expected, Ask(who, "street-video", where, "public-safety").IsAllowed);

    [Fact]
    public void SevereIllness_IsOpenToHealthAloneSaveInDangerToLife()
    {
        var worker = Ask("grid-worker@511921105201001", "severe-mental-illness", "511921105201001", "health-service");
        var claimed = Model.Permissions.DataCatalogue!.Decide(worker.Request with { BreakGlass = new BreakGlassClaim("danger-to-life", "c-1") });

        Assert.True(Ask("department-handler@health", "severe-mental-illness", "511921105201001", "health-service").IsAllowed);
        Assert.False(worker.IsAllowed);
        Assert.True(claimed.IsAllowed);
        Assert.True(claimed.Fields[0].IsBreakGlass);
    }

    // X县: "封闭社区、设卡劝返阻工、断路堵路…外来人员一律遣返…禁止非本地户口的、无房产证的居民入小区".
    [Fact]
    public void TheMeasures_ForbidOrBoundWhatTheArticleCallsExcessive()
    {
        var gate = Model.Permissions.Measures!;

        Assert.Equal(
            ["close-community", "checkpoint", "turn-back", "stop-work", "cut-road", "send-back", "bar-residents"],
            gate.Definition.Measures.Where(static kind => kind.Origin == Origin.Article).Select(static kind => kind.Code));
        Assert.Equal(["close-community", "checkpoint"], gate.Definition.Measures.Where(static kind => kind is { Origin: Origin.Article, Forbidden: false }).Select(static kind => kind.Code));
        var sound = new RestrictiveMeasure("close-community", GridCode.Parse("511921105201"), At.Date)
        {
            To = At.Date.PlusDays(13), LegalBasis = gate.Definition.Measures[0].LegalBases[0], ApprovedBy = Seat.Parse("county-commander@511921"),
        };
        Assert.Empty(gate.Refusals(sound));
        Assert.Single(gate.Refusals(sound with { To = At.Date.PlusDays(14) }));
        Assert.Single(gate.Refusals(sound with { Criteria = ["household-registration"] }));
    }

    [Fact]
    public void EveryDelegation_GivesWhatItSaysOnItsDaysAndNotBeyond()
    {
        var register = Model.Permissions.Delegations!;
        foreach (var delegation in register.Definition.Delegations)
        {
            Assert.True(AuthorityActor.TryResolve(delegation.To.ToString(), SampleLists.Establishment, out var actor, out _));
            var place = delegation.Places.Count > 0 ? GridCode.Parse(delegation.Places[0]) : actor.OwnArea ?? GridCode.Parse("511921105201001");
            foreach (var (action, matter) in from action in delegation.Actions from matter in delegation.Matters select (action, matter))
            {
                var decision = register.Decide(actor.Ask(action, matter, place, delegation.ValidTo.AtMidnight()));
                Assert.True(decision.Own.IsAllowed || decision.Chain.Contains(delegation.Code), $"{delegation.Code}: {action} {matter}");
                Assert.DoesNotContain(delegation.Code, register.Decide(decision.Own.Request with { At = delegation.ValidTo.PlusDays(1).AtMidnight() }).Chain);
            }
        }

        Assert.Contains(register.Definition.Delegations, static delegation => delegation.Under is not null);
    }

    [Fact]
    public void TheProcedure_IsThatOfXicheng_AndTheBurdenIsBearable()
    {
        var procedure = Model.Permissions.EntryProcedure!.Definition;
        Assert.Equal(EntryProcedurePresets.Xicheng2018.ApplyAhead, procedure.ApplyAhead);
        Assert.Equal(EntryProcedurePresets.Xicheng2018.Lifecycle.States, procedure.Lifecycle.States);
        Assert.Equal(EntryProcedurePresets.Xicheng2018.Lifecycle.Transitions, procedure.Lifecycle.Transitions);
        Assert.Contains(SampleLists.EntryDefinition.Bodies, body => body.Code == procedure.Office);

        var burden = Model.Permissions.Burden!;
        Assert.Empty(burden.Findings);
        Assert.All(burden.Posts, static post => Assert.True(post.Load <= 1 && post.Unknown.Count == 0));
        Assert.All(burden.Posts.Where(static post => post.HoursPerUnit > 0), static post => Assert.Equal(1, post.Shares.Sum(), 20));
        Assert.True(burden.Posts[0].Load > 0.5m);
    }

    private static DataAccessDecision Ask(string who, string item, string where, string purpose)
    {
        Assert.True(AuthorityActor.TryResolve(who, SampleLists.Establishment, out var actor, out _));
        return Model.Permissions.DataCatalogue!.Decide(new DataAccessRequest { Actor = actor, Items = [item], Subject = "p-1", Place = GridCode.Parse(where), Purpose = purpose, At = At });
    }
}
