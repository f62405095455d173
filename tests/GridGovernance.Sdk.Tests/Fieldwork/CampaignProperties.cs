using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class CampaignProperties
{
    private static readonly string[] Items = ["people", "rooms", "fire-risk"];

    [Property(MaxTest = 300, Arbitrary = [typeof(CampaignProperties)])]
    public void AnyHistory_StatusAndRollUp_EqualARecount(History history)
    {
        var (campaign, told) = Play(history);
        foreach (var at in told.Select(static one => one.At).Append(campaign.DueAt).Append(campaign.DueAt + Duration.FromTicks(1)).Append(At(2000)).Where(at => at >= campaign.OpenedAt).Distinct())
        {
            // The recount: what of a cell came after its last return.
            var recount = Cells.Select(cell =>
            {
                var lines = told.Where(one => one.Cell == cell && one.At <= at).ToList();
                var since = lines.Skip(lines.FindLastIndex(static one => one.Items is null) + 1).ToList();
                var times = Items.Select(item => since.Where(one => one.Items!.Contains(item)).Select(static one => (Instant?)one.At).Min()).ToArray();
                var done = times.All(static time => time is not null) ? times.Max() : null;

                // Each item counts the people of the line that brought it first; the same people are behind all items.
                var people = Items.Select(item => since.Find(one => one.Items!.Contains(item)).People).Max();
                return (Cell: cell, Done: done, People: people, IsLate: (done ?? at) > campaign.DueAt);
            }).ToArray();
            var status = campaign.StatusAt(at);

            Assert.Equal(recount.Count(static one => one.Done is not null), status.Done);
            Assert.Equal(recount.Where(static one => one.Done is null).Select(static one => one.Cell), status.OpenCells);
            Assert.Equal(recount.Where(static one => one.IsLate).Select(static one => one.Cell), status.LateCells);
            Assert.Equal(recount.Sum(static one => one.People), status.People);
            Assert.Equal(recount.Min(static one => one.Done) - campaign.OpenedAt, status.FirstAfter);
            Assert.Equal(status.Done == Cells.Length ? recount.Max(static one => one.Done) - campaign.OpenedAt : null, status.AllAfter);
            Assert.Equal(
                recount.GroupBy(one => one.Cell.Truncate(2)).Select(static group => (
                    group.Key, group.Count(), group.Count(static one => one.Done is not null), group.Count(static one => one.IsLate), (long)group.Sum(static one => one.People))),
                campaign.ProgressBy(cell => Map.AncestorAt(cell, "village")!.Code, at).Select(static unit => (unit.Unit, unit.Cells, unit.Done, unit.Late, unit.People)));
        }
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(CampaignProperties)])]
    public void AnyHistory_ThroughItsLog_IsTheSame(History history)
    {
        var (campaign, _) = Play(history, out var plan, out var events);
        var logged = CampaignLog.Compile(EquatableArray.From(CampaignLog.Write(plan, events)), Full.Calendar, out var report);
        Assert.True(logged is not null, report.ToString());

        Assert.Equal(campaign.StatusAt(campaign.ChangedAt), logged.StatusAt(campaign.ChangedAt));
        Assert.Equal((campaign.Version, campaign.DueAt, campaign.IsClosed), (logged.Version, logged.DueAt, logged.IsClosed));
    }

    public static Arbitrary<History> Histories() => Arb.From(
        from acts in (
            from kind in Gen.Frequency((10, Gen.Constant(0)), (2, Gen.Constant(1)))
            from cell in Gen.Elements(Cells)
            from items in Gen.SubListOf(Items)
            from people in Gen.Choose(0, 500)
            from minutes in Gen.Choose(0, 20)
            select new Act(kind, cell, [.. items], people, minutes)).ListOf()
        select new History([.. acts.Take(30)]));

    private static (Campaign Campaign, List<(GridCode Cell, Instant At, string[]? Items, int People)> Told) Play(History history) => Play(history, out _, out _);

    private static (Campaign Campaign, List<(GridCode Cell, Instant At, string[]? Items, int People)> Told) Play(History history, out CampaignPlan plan, out List<CampaignEvent> events)
    {
        var definition = new CampaignDefinition { Code = "c", Items = EquatableArray.Create<string>(Items), Limit = new TimeLimit(1, LimitUnit.UrgentHours) };
        plan = CampaignPlan.Create("c-1", definition, EquatableArray.Create<GridCode>(Cells), null, out var report)!;
        report.EnsureNoErrors();
        var engine = new CampaignEngine(Full);
        events = [.. engine.Decide(plan, null, new OpenCampaign(), Commander, Monday).EnsureAccepted()];
        var campaign = Campaign.Replay(plan, events);
        var told = new List<(GridCode, Instant, string[]?, int)>();
        var at = Monday;
        foreach (var act in history.Acts)
        {
            at += Duration.FromMinutes(act.Minutes);
            CampaignCommand command = act.Kind == 0 ? new CollectCell(act.Cell, EquatableArray.From(act.Items), act.People) : new ReturnCell(act.Cell, "wrong");
            var decision = engine.Decide(plan, campaign, command, act.Kind == 0 ? Commander : Handler, at);
            var lines = told.Where(one => one.Item1 == act.Cell).ToList();
            var here = lines.Skip(lines.FindLastIndex(static one => one.Item3 is null) + 1).SelectMany(static one => one.Item3!).ToHashSet();
            var handed = act.Items.Length == 0 ? Items.Where(item => !here.Contains(item)).ToArray() : act.Items;
            Assert.Equal(act.Kind == 0 ? here.Count < Items.Length && !handed.Any(here.Contains) : here.Count > 0, decision.IsAccepted);
            if (decision.IsAccepted)
            {
                told.Add((act.Cell, at, act.Kind == 1 ? null : handed, act.Kind == 1 ? 0 : act.People));
            }

            events.AddRange(decision.Events);
            campaign = campaign.With(decision.Events);
        }

        return (campaign, told);
    }

    public sealed record History(Act[] Acts);

    public sealed record Act(int Kind, GridCode Cell, string[] Items, int People, int Minutes);
}
