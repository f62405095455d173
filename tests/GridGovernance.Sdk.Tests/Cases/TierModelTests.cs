using System.Globalization;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>The engine over the presets of the tiers, against a table that was written by hand.</summary>
public class TierModelTests
{
    private const int TriesOfEach = 30;
    private static readonly int Sequences = int.Parse(Environment.GetEnvironmentVariable("GG_PBT_RUNS") ?? "200", CultureInfo.InvariantCulture);
    private static readonly LifecycleCatalogue Presets = new(new[] { LifecyclePresets.Daily, LifecyclePresets.Ordinary, LifecyclePresets.Serious }.Select(SmallCounty.Compile));
    private static readonly CaseEngine Listed = new(SmallCounty.Model(lifecycles: Presets));
    private static readonly CaseEngine Unlisted = new(SmallCounty.Model(new FakeLists("rubbish"), lifecycles: Presets));
    private static readonly CaseActor[] Actors =
    [
        GridWorker, OtherGridWorker, VillageHead, new(new Seat("village-head", "511921100202")), Verifier, TownshipCommander, CountyCommander, Dispatcher, Handler, Head,
    ];

    private readonly Dictionary<(string Tier, string State, string Trigger), int> _tries = [];
    private readonly HashSet<string> _denials = [];

    [Fact]
    public void TheEngine_DoesWhatTheTableSays_InEveryStateOnEveryTriggerOfEveryTier()
    {
        foreach (var lifecycle in Presets.Current)
        {
            var random = new RandomStreams(20260101).Stream(lifecycle.Key.Code);
            var cases = CasesByState(lifecycle, random);
            Assert.Equal(TierTable.States.Order(), cases.Keys.Order());
            foreach (var (state, examples) in cases.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                foreach (var trigger in lifecycle.Definition.Triggers)
                {
                    for (var i = 0; i < TriesOfEach; i++)
                    {
                        Try(examples[random.NextInt32(examples.Count)], trigger.Code, $"x{i}", random);
                    }
                }
            }

            for (var sequence = 0; sequence < Sequences; sequence++)
            {
                var c = Begin(lifecycle, random);
                for (var step = 0; step < 12; step++)
                {
                    var pool = random.NextInt32(4) == 0 ? [.. lifecycle.Definition.Triggers] : lifecycle.PermittedTriggers(lifecycle.FindState(c.State)!).ToArray();
                    c = pool.Length == 0 ? Begin(lifecycle, random) : Try(c, pool[random.NextInt32(pool.Length)].Code, $"s{step}", random);
                }
            }

            Assert.All(TierTable.States.SelectMany(state => lifecycle.Definition.Triggers.Select(trigger => (lifecycle.Key.Code, state, trigger.Code))), key => Assert.True(_tries[key] >= TriesOfEach));
        }

        // Every kind alone, and every pair that can meet: where there is no such action, nothing else is asked.
        foreach (var kind in Enum.GetValues<RefusalKind>())
        {
            Assert.Contains(kind.ToString(), _denials);
            foreach (var other in Enum.GetValues<RefusalKind>().Where(other => other > kind && kind != RefusalKind.NoSuchAction))
            {
                Assert.Contains($"{kind}, {other}", _denials);
            }
        }
    }

    private GridCase Try(GridCase c, string trigger, string id, RandomStream random)
    {
        var (listed, noted) = (random.NextInt32(4) != 0, random.NextInt32(3) != 0);
        var actor = Actors[random.NextInt32(Actors.Length)];
        var at = c.ChangedAt + Duration.FromMinutes(random.NextInt32(random.NextInt32(5) == 0 ? 30_000 : 300));
        var note = noted ? "note" : " ";
        TriggerCommand command = trigger == "dispatch" ? new DispatchCase(id, Handler.Seat, Note: note) : new MoveCase(id, trigger, note);
        var key = (c.Tier, c.State, trigger);
        _tries[key] = _tries.GetValueOrDefault(key) + 1;

        var expected = TierTable.Judge(c, trigger, actor, noted, listed, at);
        var decision = (listed ? Listed : Unlisted).Decide(c, command, actor, at);

        var told = $"{c.Tier} {c.State} {trigger} by {actor.Seat}, noted {noted}, listed {listed}";
        Assert.True(expected.Denials.SetEquals(decision.Refusals.Select(refusal => refusal.Kind)), $"{told}: expected [{string.Join(", ", expected.Denials)}], found [{string.Join("; ", decision.Refusals)}]");
        if (decision.IsAccepted)
        {
            var after = decision.Events.Aggregate(c, GridCase.Apply);
            Assert.True(expected.To == after.State, told);
            Assert.Equal(after.IsOpen, after.Responsible is not null && after.NextDeadline is not null);
            return after;
        }

        _denials.Add(string.Join(", ", expected.Denials));
        Assert.All(decision.Refusals, refusal => Assert.NotEmpty(refusal.Message.ToString()));
        Assert.All(decision.Refusals.Where(refusal => refusal.Kind is RefusalKind.NoSuchAction or RefusalKind.NotYourRole), refusal => Assert.NotNull(refusal.Nearest));
        return c;
    }

    // Examples of every state, found by trying whatever may work.
    private static Dictionary<string, List<GridCase>> CasesByState(Lifecycle lifecycle, RandomStream random)
    {
        var found = new Dictionary<string, List<GridCase>>(StringComparer.Ordinal);
        for (var run = 0; run < 60 || (found.Count < TierTable.States.Length && run < 600); run++)
        {
            var c = Begin(lifecycle, random);
            for (var step = 0; step < 14; step++)
            {
                if (!found.TryGetValue(c.State, out var examples))
                {
                    found[c.State] = examples = [];
                }

                if (examples.Count < 12)
                {
                    examples.Add(c);
                }

                var (current, at) = (c, c.ChangedAt + Duration.FromMinutes(1 + random.NextInt32(60)));
                var ways = (from trigger in lifecycle.PermittedTriggers(lifecycle.FindState(current.State)!)
                            from actor in Actors
                            let command = trigger.Code == "dispatch" ? (TriggerCommand)new DispatchCase($"b{step}", Handler.Seat) : new MoveCase($"b{step}", trigger.Code, "note")
                            let decision = Listed.Decide(current, command, actor, at)
                            where decision.IsAccepted
                            select decision).ToArray();
                if (ways.Length == 0)
                {
                    break;
                }

                c = ways[random.NextInt32(ways.Length)].Events.Aggregate(c, GridCase.Apply);
            }
        }

        return found;
    }

    private static GridCase Begin(Lifecycle lifecycle, RandomStream random) => GridCase.Replay(
        Listed.Decide(null, new ReportCase("report", "c", lifecycle.Key.Code, "rubbish", Cell, "phone"), GridWorker, Monday + Duration.FromMinutes(random.NextInt32(2000))).EnsureAccepted());
}
