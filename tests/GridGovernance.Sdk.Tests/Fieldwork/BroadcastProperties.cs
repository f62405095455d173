using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class BroadcastProperties
{
    private static readonly BroadcastHousehold[] Households =
    [
        .. Enumerable.Range(0, 12).Select(static i => new BroadcastHousehold($"h{i}", Cells[i % 4])), new("stray", GridCode.Parse("999")),
    ];

    private static readonly string[] Ids = [.. Households.Select(static household => household.Id)];

    [Property(MaxTest = 300, Arbitrary = [typeof(BroadcastProperties)])]
    public void AnyHistory_ReachedAndMissed_PartitionTheHouseholdsAtEveryInstant(History history)
    {
        var (plan, events, naive) = Play(history);
        var broadcast = Broadcast.Replay(plan, events);
        foreach (var at in Instants(events, broadcast))
        {
            var status = broadcast.StatusAt(at);

            Assert.Equal(naive.ReachedBy(at).Length, status.Reached);
            Assert.Equal(naive.MissedAt(at).Length, status.Missed);
            Assert.Equal(naive.LateAt(at).Length, status.Late);
            Assert.Equal(Ids.Length, status.Reached + status.Missed);
            Assert.Equal(status.Reached, status.InTime + status.Late);
            Assert.Equal(status.Missed == 0, status.CompletedAt is not null);
            Assert.Equal(at > broadcast.DueAt && status.Missed > 0 && status.End == BroadcastEnd.None, status.IsOverdue);
            Assert.Equal(naive.ElapsedAt(at, broadcast.IssuedAt), status.Elapsed);
            var next = broadcast.NextAt(at).SelectMany(step => step.Missing.Select(household => (Household: plan.Household(household), step.By, step.To, step.Channel))).ToArray();
            var expected = status.End != BroadcastEnd.None ? [] : naive.MissedAt(at).Select(household =>
            {
                plan.TryFindHousehold(household, out var position);
                var (by, to, channel) = naive.NextFor(household, [.. plan.Routes[plan.RouteOf(position)].Chain], at);
                return (household, by, to, channel);
            }).ToArray();
            Assert.Equal(expected.OrderBy(static one => one.household, StringComparer.Ordinal), next.OrderBy(static one => one.Household, StringComparer.Ordinal));
        }
    }

    // Whoever the plan names can do what it says: with every deputy and vacancy the instructions, followed, reach everybody who has a chain.
    [Property(MaxTest = 300, Arbitrary = [typeof(BroadcastProperties)])]
    public void AnyRoster_TheInstructionsFollowed_AreAcceptedAndReachEverybody(History history)
    {
        var model = Model(history.Filled.Append(Commander).Distinct(), deputies: history.Deputies);
        var plan = BroadcastPlan.Create("b-1", BroadcastPresets.Tongjiang, Commander, new BroadcastPlanner(model).Routes(Commander, Households, Day), out _)!;
        var engine = new BroadcastEngine(model);
        var broadcast = Broadcast.Replay(plan, engine.Decide(plan, null, new IssueBroadcast(), Commander, Monday).EnsureAccepted());
        for (var minute = 1; broadcast.NextAt(At(minute)).FirstOrDefault(static step => step.By is not null) is { } step; minute++)
        {
            Assert.True(minute < 100);
            BroadcastCommand command = step.To is { } to ? new RelayNotice(to)
                : minute % 3 == 0 ? new ReportUnreached(EquatableArray.From(step.Missing.Select(plan.Household)), step.Channel!)
                : new AcknowledgeHouseholds(EquatableArray.From(step.Missing.Select(plan.Household)), step.Channel!);
            broadcast = broadcast.With(engine.Decide(plan, broadcast, command, step.By!.Value, At(minute)).EnsureAccepted());
        }

        var missing = plan.Routes.Where(static route => route.Chain.Count == 0).Sum(static route => route.Households.Count);
        Assert.Equal(missing, broadcast.StatusAt(broadcast.ChangedAt).Missed);
        Assert.Equal(1, missing);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(BroadcastProperties)])]
    public void AnyHistory_FoldedInPartsOrThroughItsLog_IsTheSame(History history)
    {
        var (plan, events, naive) = Play(history);
        var whole = Broadcast.Replay(plan, events);
        var parts = events.Skip(1).Aggregate(Broadcast.Replay(plan, events.Take(1)), static (one, e) => one.With([e]));
        var logged = BroadcastLog.Compile(EquatableArray.From(BroadcastLog.Write(whole)), Full.Calendar, out var report);
        Assert.True(logged is not null, report.ToString());

        foreach (var one in new[] { parts, logged })
        {
            Assert.Equal(whole.StatusAt(whole.ChangedAt), one.StatusAt(whole.ChangedAt));
            Assert.Equal(whole.Version, one.Version);
            Assert.All(Enumerable.Range(0, Ids.Length), household => Assert.Equal(whole.ReachedBy(household)?.At, one.ReachedBy(household)?.At));
        }

        Assert.All(Enumerable.Range(0, Ids.Length), household => Assert.Equal(naive.When(plan.Household(household), whole.ChangedAt), whole.ReachedBy(household)?.At));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BroadcastProperties)])]
    public void AnyVacancy_LosesNoHousehold_SomeoneElseOrATypedGap(History history)
    {
        var model = Model(history.Filled, deputies: history.Deputies);
        var routes = new BroadcastPlanner(model).Routes(Commander, Households, Day);

        Assert.Equal(Ids.Order(StringComparer.Ordinal), routes.SelectMany(static route => route.Households).Order(StringComparer.Ordinal));
        foreach (var route in routes)
        {
            if (route.Last is null)
            {
                Assert.NotEmpty(route.Gaps);
            }
            else
            {
                Assert.Equal(Commander, route.Chain[0]);
                Assert.All(route.Chain, seat => Assert.NotNull(model.Roster!.ActingFor(seat, Day)));
                Assert.Equal(route.Chain.Distinct(), route.Chain);
            }

            // The worker of a cell reaches its households whenever somebody acts for that seat; every seat on the way in which nobody acts is a gap.
            var worker = new Seat("grid-worker", route.Cell.ToString());
            if (model.Roster!.ActingFor(worker, Day) is { } acting && model.Roster.ActingFor(Commander, Day) is not null)
            {
                Assert.Contains(acting.Seat, route.Chain);
            }

            if (route.Cell.ToString() != "999")
            {
                Seat[] line = [worker, new Seat("village-head", route.Cell.ToString()[..2]), Commander];
                Assert.Equal(line.Where(seat => model.Roster.ActingFor(seat, Day) is null).Select(static seat => seat.ToString()), route.Gaps.Where(static gap => gap.Kind != AnswerGapKind.NobodyInChain).Select(static gap => gap.Subject));
            }
        }
    }

    public static Arbitrary<History> Histories() => Arb.From(
        from filled in Gen.SubListOf(Seats)
        from full in Gen.Frequency((2, Gen.Constant(true)), (1, Gen.Constant(false)))
        from deputies in (from seat in Gen.Elements(Seats) from deputy in Gen.Elements(Seats) where seat != deputy select new Deputation(seat, deputy, new LocalDate(2020, 1, 1))).ListOf(2)
        from acts in (
            from kind in Gen.Frequency((8, Gen.Constant(0)), (4, Gen.Constant(1)), (3, Gen.Constant(2)), (2, Gen.Constant(3)), (1, Gen.Constant(4)), (12, Gen.Constant(5)))
            from seat in Gen.Elements(Seats)
            from other in Gen.Elements(Seats)
            from households in Gen.SubListOf(Ids)
            from channel in Gen.Choose(0, 3)
            from minutes in Gen.Choose(0, 25)
            select new Act(kind, seat, other, [.. households], channel, minutes)).ListOf()
        select new History(full ? [.. Seats] : [.. filled], EquatableArray.From(Sound(deputies)), [.. acts.Take(25)]));

    // Rows that stand in for each other in a circle are no roster.
    private static IEnumerable<Deputation> Sound(IEnumerable<Deputation> deputies)
    {
        var kept = new List<Deputation>();
        foreach (var one in deputies.Where(one => !kept.Any(row => row.Seat == one.Deputy)))
        {
            kept.Add(one);
        }

        return kept;
    }

    private static IEnumerable<Instant> Instants(IReadOnlyList<BroadcastEvent> events, Broadcast broadcast) =>
        events.SelectMany(static e => new[] { e.At - Duration.FromTicks(1), e.At, e.At + Duration.FromTicks(1) })
            .Concat([broadcast.DueAt, broadcast.DueAt + Duration.FromTicks(1), events[^1].At + Duration.FromHours(5)])
            .Where(at => at >= broadcast.IssuedAt).Distinct();

    private static (BroadcastPlan Plan, List<BroadcastEvent> Events, NaiveBroadcast Naive) Play(History history)
    {
        var model = Model(history.Filled.Append(Commander).Distinct(), deputies: history.Deputies);
        var routes = new BroadcastPlanner(model).Routes(Commander, Households, Day);
        var plan = BroadcastPlan.Create("b-1", BroadcastPresets.Tongjiang, Commander, routes, out _)!;
        var engine = new BroadcastEngine(model);
        var events = engine.Decide(plan, null, new IssueBroadcast(), Commander, Monday).EnsureAccepted().ToList();
        var broadcast = Broadcast.Replay(plan, events);
        var naive = new NaiveBroadcast(Ids, broadcast.DueAt, Commander, [.. plan.Policy.Channels.Select(static channel => channel.Code)]);
        var at = Monday;
        foreach (var act in history.Acts)
        {
            at += Duration.FromMinutes(act.Minutes);
            var (seat, other, households, channel) = (act.Seat, act.Other, act.Households, plan.Policy.Channels[act.Channel].Code);
            var kind = act.Kind;
            if (kind == 5 && broadcast.NextAt(at) is { Count: > 0 } steps && steps[act.Channel % steps.Count] is { By: { } by } step)
            {
                // What the plan says is done, and every third attempt fails.
                (seat, other, households, channel) = (by, step.To ?? other, [.. step.Missing.Select(plan.Household)], step.Channel ?? channel);
                kind = step.To is not null ? 1 : act.Minutes % 3 == 0 ? 0 : 2;
            }

            BroadcastCommand command = kind switch
            {
                0 => new AcknowledgeHouseholds(EquatableArray.From(households), channel),
                1 => new RelayNotice(other),
                2 => new ReportUnreached(EquatableArray.From(households), channel),
                4 => act.Channel > 1 ? new SupersedeBroadcast("b-2") : new RecallBroadcast("drill"),
                _ => new PassBroadcastClock(),
            };
            var decision = engine.Decide(plan, broadcast, command, seat, at);
            if (decision.IsAccepted && kind == 0)
            {
                naive.Reached(households, at);
            }
            else if (decision.IsAccepted && kind == 2)
            {
                naive.Failed(households, channel, seat, at);
            }
            else if (decision.IsAccepted && kind == 4)
            {
                naive.EndedAt ??= at;
            }

            decision.Events.OfType<NoticeRelayed>().ToList().ForEach(relayed => naive.Told(relayed.To, at));
            events.AddRange(decision.Events);
            broadcast = broadcast.With(decision.Events);
        }

        return (plan, events, naive);
    }

    public sealed record History(Seat[] Filled, EquatableArray<Deputation> Deputies, Act[] Acts);

    public sealed record Act(int Kind, Seat Seat, Seat Other, string[] Households, int Channel, int Minutes);
}
