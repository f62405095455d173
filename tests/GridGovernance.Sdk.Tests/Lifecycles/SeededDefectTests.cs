using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>Defects that are planted by code that knows nothing of the analysis; what an exhaustive walk shows to be harmless does not count.</summary>
public class SeededDefectTests
{
    private const int Seeds = 90;
    private static readonly LifecycleVocabulary Words = SoundLifecycles.Vocabulary;

    [Fact]
    public void SoundDefinitions_RaiseNoAlarm()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            Assert.Empty(LifecycleReport.Of(SoundLifecycles.Create(seed), Words).Findings);
        }
    }

    [Fact]
    public void Presets_WithTheirCalendarAndGuards_RaiseNoAlarm()
    {
        foreach (var preset in LifecyclePresets.All)
        {
            var words = CaseGuards.Vocabulary(CaseGuards.All, LifecycleVocabulary.NamedIn(preset).Parties);
            var report = LifecycleReport.Of(preset, new LifecycleVocabulary(words.Guards, words.Parties) { Facts = words.Facts, Calendar = WorkCalendar.China });
            Assert.Empty(report.Findings.Select(finding => $"{preset.Code} {finding.Finding}"));
        }
    }

    [Fact]
    public void UnknownTarget_IsFound() => Plant("lifecycles.unknown-state", (d, random) =>
    {
        var i = random.NextInt32(d.Transitions.Count);
        return (With(d, i, t => t with { To = "nowhere" }), d.Transitions[i].From);
    }, static (_, _, _) => true);

    [Fact]
    public void UnreachableState_IsFound() => Plant("lifecycles.unreachable", (d, random) =>
    {
        var state = Pick(d.States.Where(s => s.Code.StartsWith('s') && s.Code != d.Initial), random);
        return (d with { Transitions = EquatableArray.From(d.Transitions.Where(t => t.To != state.Code)) }, state.Code);
    }, (d, walk, state) => !walk.Reached.Contains(state));

    [Fact]
    public void Trap_IsFound() => Plant("lifecycles.trap", (d, random) =>
    {
        var state = Pick(d.States.Where(s => s.Code.StartsWith('s')), random);
        return (d with { Transitions = EquatableArray.From(d.Transitions.Where(t => t.From != state.Code)) }, state.Code);
    }, (d, walk, state) => walk.Reached.Contains(state) && !walk.Steps.Any(step => step.From == state && step.To != state));

    [Fact]
    public void NoRouteToClosure_IsFound() => Plant("lifecycles.no-route-to-closure", (d, random) =>
    {
        var plain = d.States.Where(s => s.Code.StartsWith('s') && s.Superstate is null).ToArray();
        var (one, other) = (Pick(plain, random).Code, Pick(plain, random).Code);
        return (d with
        {
            Transitions = EquatableArray.From(d.Transitions.Select(t => t.From == one ? t with { To = other } : t.From == other ? t with { To = one } : t)),
        }, one);
    }, (d, walk, state) => walk.Reached.Contains(state) && walk.Steps.Any(step => step.From == state && step.To != state) && !walk.CanClose(state));

    [Fact]
    public void Nondeterminism_IsFound() => Plant("lifecycles.nondeterministic", (d, random) =>
    {
        var i = random.NextInt32(d.Transitions.Count);
        var old = d.Transitions[i];
        var target = Pick(d.States.Where(s => !s.Code.StartsWith("group", StringComparison.Ordinal)), random).Code;
        var twin = random.NextInt32(2) == 0 ? old with { To = target } : old with { To = target, Guards = ["late"], By = [.. old.By, "boss"] };
        return (d with { Transitions = d.Transitions.Add(twin) }, old.From);
    }, (d, walk, state) =>
    {
        // Harmless: both lead to one place, or the first asks for more, or they never hold together.
        var twin = d.Transitions[^1];
        var old = d.Transitions.First(t => t.From == twin.From && t.Trigger == twin.Trigger);
        var never = twin.Guards.Contains("late");
        return old.To != twin.To && !never && walk.Reached.Any(s => NaiveWalk.Line(d, s).Contains(state));
    });

    [Fact]
    public void GuardThatNeverHolds_IsFound() => Plant("lifecycles.guard-never-holds", (d, random) =>
    {
        var i = random.NextInt32(d.Transitions.Count);
        EquatableArray<string> guards = random.NextInt32(3) switch { 0 => ["shut"], 1 => ["late", "early"], _ => ["late"] };
        var changed = With(d, i, t => t with { Guards = [.. t.Guards, .. guards] });
        if (random.NextInt32(2) == 0)
        {
            changed = With(changed, random.NextInt32(d.Transitions.Count), t => t with { Effects = ["turn-late"] });
        }

        return (changed with { Title = Sample.Text($"{i}") }, d.Transitions[i].From);
    }, (d, walk, state) =>
    {
        var i = int.Parse(d.Title.En, System.Globalization.CultureInfo.InvariantCulture);
        return !walk.Taken.Contains(i) && walk.Reached.Any(s => NaiveWalk.Line(d, s).Contains(state));
    });

    [Fact]
    public void StateThatOnlyAVacantPostCanLeave_IsFound() => Plant("lifecycles.only-vacant", (d, random) =>
    {
        var state = Pick(d.States.Where(s => s.Code.StartsWith('s')), random);
        return (d with { Transitions = EquatableArray.From(d.Transitions.Select(t => t.From == state.Code ? t with { By = ["ghost"] } : t)) }, state.Code);
    }, (d, walk, state) => walk.Reached.Contains(state)
        && walk.Steps.Any(step => step.From == state && step.To != state)
        && !d.Transitions.Any(t => NaiveWalk.Line(d, state).Contains(t.From) && t.To != state && !t.By.Contains("ghost")));

    [Fact]
    public void LimitThatEndsBeforeAnybodyWorks_IsFound()
    {
        var open = new HashSet<int>();
        var zone = WorkCalendar.China.Zone;
        for (int hour = 0, spell = 0; hour < 365 * 24; hour++)
        {
            // The longest closed spell, counted hour by hour.
            var at = new LocalDateTime(2026, 1, 1, 0, 0).PlusHours(hour).InZoneLeniently(zone).ToInstant();
            spell = WorkCalendar.China.IsWorkingTime(at) == true ? 0 : spell + 1;
            open.Add(spell);
        }

        var longest = open.Max();
        Plant("lifecycles.limit-without-work", (d, random) =>
        {
            var i = random.NextInt32(d.Clocks.Count);
            var hours = 1 + random.NextInt32(300);
            var clocks = d.Clocks.ToArray();
            clocks[i] = clocks[i] with { Limit = new TimeLimit(hours, LimitUnit.UrgentHours) };
            return (d with { Clocks = EquatableArray.From(clocks), Title = Sample.Text($"{hours}") }, clocks[i].Starts[0]);
        }, (d, walk, state) => int.Parse(d.Title.En, System.Globalization.CultureInfo.InvariantCulture) <= longest && walk.Reached.Contains(state));
    }

    [Theory]
    [InlineData("lifecycles.ladder-nobody", "lead")]
    [InlineData("lifecycles.ladder-nobody", "assisting")]
    [InlineData("lifecycles.ladder-nobody", "ghost")]
    [InlineData("lifecycles.ladder-loops", "p3")]
    [InlineData("lifecycles.ladder-loops", "p2")]
    [InlineData("lifecycles.ladder-descends", "p1")]
    [InlineData("lifecycles.ladder-descends", "p0")]
    public void LadderThatEndsInNobodyOrLoops_IsFound(string code, string party)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var d = SoundLifecycles.Create(seed);
            var faulty = d with { Escalation = d.Escalation.Add(SoundLifecycles.Rung(party)) };

            var found = Assert.Single(LifecycleReport.Of(faulty, Words).Findings);

            Assert.Equal((code, party, "/escalation/3/to"), (found.Code, found.Finding.Place.Subject, found.Finding.Place.Path));
        }
    }

    private static void Plant(
        string code,
        Func<LifecycleDefinition, RandomStream, (LifecycleDefinition Faulty, string State)> plant,
        Func<LifecycleDefinition, NaiveWalk, string, bool> isHarmful)
    {
        var (harmful, missed) = (0, new List<string>());
        for (var seed = 0; harmful < 60 && seed < 40 * Seeds; seed++)
        {
            var (faulty, state) = plant(SoundLifecycles.Create(seed), new RandomStreams(seed).Stream("plant"));
            var report = LifecycleReport.Of(faulty, Words);
            var named = report.Findings.FirstOrDefault(finding => finding.Code == code && finding.State == state);
            if (!isHarmful(faulty, new NaiveWalk(faulty, Words), state))
            {
                continue;
            }

            harmful++;
            if (named is null)
            {
                missed.Add($"seed {seed}: {state}; found {string.Join(", ", report.Findings.Select(finding => finding.Finding))}");
            }
            else if (named.Path.Steps.Count > 0)
            {
                ItsPathIsAWay(faulty, named, state);
            }
        }

        Assert.True(harmful >= 50, $"only {harmful} harmful defects of {code} were planted");
        Assert.Empty(missed);
    }

    // The path is walked on the definition itself, and ends where the finding says.
    private static void ItsPathIsAWay(LifecycleDefinition definition, LifecycleFinding finding, string state)
    {
        var (states, triggers) = (finding.Path.States, finding.Path.Triggers);
        Assert.Equal(definition.Initial, states[0]);
        Assert.Contains(state, NaiveWalk.Line(definition, states[^1]));
        for (var i = 0; i < triggers.Count; i++)
        {
            var line = NaiveWalk.Line(definition, states[i]);
            Assert.Contains(definition.Transitions, t => line.Contains(t.From) && t.Trigger == triggers[i] && t.To == states[i + 1]);
        }
    }

    private static LifecycleDefinition With(LifecycleDefinition d, int index, Func<TransitionDefinition, TransitionDefinition> change) =>
        d with { Transitions = EquatableArray.From(d.Transitions.Select((t, i) => i == index ? change(t) : t)) };

    private static T Pick<T>(IEnumerable<T> items, RandomStream random)
    {
        var all = items.ToArray();
        return all[random.NextInt32(all.Length)];
    }
}
