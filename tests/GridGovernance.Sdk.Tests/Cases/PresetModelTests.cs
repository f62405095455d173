using System.Globalization;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>The engine over every preset, against a table that was written by hand.</summary>
public class PresetModelTests
{
    private const int TriesOfEach = 30;
    private const int MostSteps = 12;
    private const int MostSequences = 20_000;
    private const int MostExamples = 8;
    private static readonly int Sequences = int.Parse(Environment.GetEnvironmentVariable("GG_PBT_RUNS") ?? "10000", CultureInfo.InvariantCulture);
    private static readonly CaseEngine Listed = PresetCounty.Engine(listed: true);
    private static readonly CaseEngine Unlisted = PresetCounty.Engine(listed: false);
    private static readonly Dictionary<string, GridCase> Earlier = PresetTable.All.ToDictionary(static table => table.Code, static table => Report(table.Code, "earlier", PresetCounty.Begin - Duration.FromDays(1), "video"));
    private static readonly Dictionary<string, GridCase> Later = PresetTable.All.ToDictionary(static table => table.Code, static table => Report(table.Code, "later", PresetCounty.Begin + Duration.FromDays(700), "video"));

    private readonly Dictionary<(string State, string Trigger), int> _tries = [];
    private readonly Dictionary<string, List<(GridCase Case, TableCase Expected)>> _examples = new(StringComparer.Ordinal);

    public static TheoryData<string> Codes => new(PresetTable.All.Select(static table => table.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void TheEngine_DoesWhatTheTableSays_InEveryStateOnEveryTrigger(string code)
    {
        var table = PresetTable.All.Single(known => known.Code == code);
        var lifecycle = PresetCounty.Lifecycles.Newest(code)!;
        Assert.Equal(table.States, lifecycle.States.Where(state => !state.IsSuperstate).Select(state => state.Code).Order(StringComparer.Ordinal));
        Assert.Equal(table.Triggers.Order(StringComparer.Ordinal), lifecycle.Definition.Triggers.Select(trigger => trigger.Code).Order(StringComparer.Ordinal));
        var actors = table.Posts.SelectMany(PresetCounty.SeatsOf).Concat(PresetCounty.Leads).ToArray();
        var random = new RandomStreams(20260101).Stream(code);
        for (var sequence = 0; sequence < Sequences || (_examples.Count < table.States.Length && sequence < MostSequences); sequence++)
        {
            var (c, expected) = Begin(table, random);
            for (var step = 0; step < MostSteps; step++)
            {
                Remember(c, expected, random);
                var ways = table.TriggersOf(c.State);
                var trigger = ways.Length > 0 && random.NextInt32(5) > 0 ? ways[random.NextInt32(ways.Length)] : table.Triggers[random.NextInt32(table.Triggers.Length)];
                (c, expected) = Try(table, c, expected, Draw(table, expected, trigger, actors, random), step);
            }
        }

        // What is seldom met on the way is tried from examples of every state.
        Assert.Equal(table.States, _examples.Keys.Order(StringComparer.Ordinal));
        foreach (var state in table.States)
        {
            foreach (var trigger in table.Triggers)
            {
                while (_tries.GetValueOrDefault((state, trigger)) < TriesOfEach)
                {
                    var (c, expected) = _examples[state][random.NextInt32(_examples[state].Count)];
                    Try(table, c, expected, Draw(table, expected, trigger, actors, random), MostSteps);
                }
            }
        }
    }

    private static (GridCase Case, TableCase Expected) Begin(PresetTable table, RandomStream random)
    {
        var at = PresetCounty.Begin + Duration.FromMinutes(random.NextInt32(2000));
        var isPublic = random.NextInt32(2) == 0;
        return (Report(table.Code, "c", at, isPublic ? "public-snapshot" : "grid-worker-terminal"), new TableCase(table.Initial, at, IsOpen: true) { NeedsVerification = isPublic });
    }

    private static GridCase Report(string code, string id, Instant at, string channel) => GridCase.Replay(Listed.Decide(
        null, new ReportCase("report", id, code, "rubbish", GridCode.Parse(PresetCounty.Cell), channel), new CaseActor(PresetCounty.SeatsOf("grid-worker")[0]), at).EnsureAccepted());

    // Mostly somebody who may, so that deep states are reached; mostly with a note, on the lists, soon, and as a dispatch where it is one.
    private static TableAct Draw(PresetTable table, TableCase c, string trigger, Seat[] actors, RandomStream random)
    {
        var who = table.WhoMay(c.State, trigger);
        var seats = random.NextInt32(4) == 0 ? actors : [.. who.SelectMany(post => post == "lead" ? [c.Lead ?? PresetCounty.Leads[0]] : PresetCounty.SeatsOf(post)[..(random.NextInt32(6) == 0 ? 2 : 1)])];
        seats = seats.Length == 0 ? actors : seats;
        var isDispatch = table.IsDispatch(c.State, trigger) != (random.NextInt32(12) == 0);
        var isMerge = !isDispatch && table.IsMerge(c.State, trigger) != (random.NextInt32(12) == 0);
        var isEarlier = random.NextInt32(4) != 0;
        return new TableAct(
            trigger,
            seats[random.NextInt32(seats.Length)],
            c.EnteredAt + Duration.FromMinutes(random.NextInt32(random.NextInt32(5) == 0 ? 50_000 : 300)),
            random.NextInt32(5) != 0,
            random.NextInt32(6) != 0)
        {
            Lead = isDispatch ? PresetCounty.Leads[random.NextInt32(PresetCounty.Leads.Length)] : null,
            Into = isMerge ? (isEarlier ? Earlier : Later)[table.Code] : null,
            IntoIsEarlier = isEarlier,
        };
    }

    private void Remember(GridCase c, TableCase expected, RandomStream random)
    {
        if (!_examples.TryGetValue(c.State, out var examples))
        {
            _examples[c.State] = examples = [];
        }

        if (examples.Count < MostExamples)
        {
            examples.Add((c, expected));
        }
        else if (random.NextInt32(100) == 0)
        {
            examples[random.NextInt32(MostExamples)] = (c, expected);
        }
    }

    private (GridCase Case, TableCase Expected) Try(PresetTable table, GridCase c, TableCase expected, TableAct drawn, int step)
    {
        var act = drawn with { At = Instant.Max(drawn.At, c.ChangedAt) };
        _tries[(c.State, act.Trigger)] = _tries.GetValueOrDefault((c.State, act.Trigger)) + 1;
        var note = act.Noted ? "note" : " ";
        TriggerCommand command = act.Lead is { } lead ? new DispatchCase($"s{step}", lead, Trigger: act.Trigger, Note: note)
            : act.Into is { } into ? new MergeCase($"s{step}", into, act.Trigger, note)
            : new MoveCase($"s{step}", act.Trigger, note);

        var (after, denials) = table.Judge(expected, act);
        var decision = (act.Listed ? Listed : Unlisted).Decide(c, command, new CaseActor(act.By), act.At);

        if (!denials.SetEquals(decision.Refusals.Select(static refusal => refusal.Kind)))
        {
            Assert.Fail($"{table.Code} {expected} {act}: expected [{string.Join(", ", denials)}], found [{string.Join("; ", decision.Refusals)}]");
        }

        if (after is null)
        {
            Assert.All(decision.Refusals, refusal => AssertTold(table, c, act, refusal));
            return (c, expected);
        }

        var moved = decision.Events.Aggregate(c, GridCase.Apply);
        var found = after with
        {
            State = moved.State,
            EnteredAt = moved.EnteredAt,
            IsOpen = moved.IsOpen,
            Lead = moved.Lead,
            Handler = moved.Handler,
            Returned = moved.Returns,
            IsVerified = moved.IsVerified,
            MergedInto = moved.MergedInto,
        };
        if (after != found)
        {
            Assert.Fail($"{expected} {act}: expected {after}, found {found}");
        }

        Assert.Equal(after.IsOpen, moved.NextDeadline is not null);
        var responsible = table.ResponsibleIn(after.State) switch { null => (Seat?)null, "lead" => after.Lead, var post => PresetCounty.SeatsOf(post)[0] };
        Assert.Equal(responsible, moved.Responsible);
        return (moved, after);
    }

    private static void AssertTold(PresetTable table, GridCase c, TableAct act, Refusal refusal)
    {
        Assert.NotEmpty(refusal.Message.ToString());
        if (refusal == FakeLists.NotListed)
        {
            return;
        }

        Assert.NotNull(refusal.Nearest);
        switch (refusal.Kind)
        {
            case RefusalKind.NoSuchAction when table.TriggersAt(c.State, c.EnteredAt, act.At) is { Length: > 0 } ways:
                Assert.Equal(ways.Order(StringComparer.Ordinal), NamedIn(refusal, "Permitted here: "));
                break;
            case RefusalKind.NotYourRole:
                Assert.Equal(table.WhoMay(c.State, act.Trigger).Order(StringComparer.Ordinal), NamedIn(refusal, "These may: "));
                break;
            case RefusalKind.NotYourGrid:
                Assert.Equal($"Seat \"{PresetCounty.SeatsOf(act.By.Post)[0]}\" may.", refusal.Nearest.ToString());
                break;
            default:
                break;
        }
    }

    private static IEnumerable<string> NamedIn(Refusal refusal, string begin)
    {
        var text = refusal.Nearest!.ToString();
        Assert.StartsWith(begin, text, StringComparison.Ordinal);
        return text[begin.Length..].TrimEnd('.').Split(", ").Order(StringComparer.Ordinal);
    }
}
