using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Lifecycles;

public class LifecycleReportTests
{
    // Monday 5 January 2026, 09:00 in China.
    private static readonly Instant Monday = Instant.FromUtc(2026, 1, 5, 1, 0);

    [Fact]
    public void CoveringPaths_OfEveryPreset_TakeEveryTransitionInEveryState()
    {
        foreach (var preset in LifecyclePresets.All)
        {
            var report = LifecycleReport.Of(preset, LifecycleVocabulary.NamedIn(preset));
            var taken = report.CoveringPaths.SelectMany(path => path.Triggers.Select((trigger, i) => (path.States[i], trigger, path.States[i + 1]))).ToHashSet();

            var all = report.Lifecycle!.States.Where(state => !state.IsSuperstate).SelectMany(state => preset.Triggers
                .SelectMany(trigger => report.Lifecycle.Transitions(state, trigger.Code).ToArray().Select(t => (state.Code, trigger.Code, t.Target.Code)))).ToHashSet();
            Assert.Equal(all.Order(), taken.Order());
            Assert.All(report.CoveringPaths, path => Assert.Equal(preset.Initial, path.States[0]));
        }
    }

    [Fact]
    public void Longest_OneClockOverTheWholeCase_IsItsLimit()
    {
        var longest = LongestClosure.Of(Sample.Compiled, WorkCalendar.China, Monday);

        Assert.Equal(WorkCalendar.China.Due(Monday, TimeLimit.Parse("5 working-days", null), CountingPolicy.CivilCode).At, longest.EndsAt);
        Assert.False(longest.IsUnbounded);
        Assert.Equal("closed", longest.Path.States[^1]);
    }

    [Fact]
    public void Longest_ClocksThatFollowEachOther_AddUp()
    {
        var definition = Straight(("a", 2), ("b", 3));

        var longest = LongestClosure.Of(Compile(definition), WorkCalendar.China, Monday);

        var first = WorkCalendar.China.Due(Monday, TimeLimit.Parse("2 working-days", null), CountingPolicy.CivilCode).At;
        Assert.Equal(WorkCalendar.China.Due(first, TimeLimit.Parse("3 working-days", null), CountingPolicy.CivilCode).At, longest.EndsAt);
        Assert.Equal("a → on → b → on → closed", longest.Path.ToString());
    }

    [Fact]
    public void Longest_ACircleWithFreshClocks_IsUnbounded()
    {
        var definition = Straight(("a", 2), ("b", 3));
        definition = definition with
        {
            Triggers = definition.Triggers.Add(new TriggerDefinition("back", Sample.Text("back"))),
            Transitions = definition.Transitions.Add(new TransitionDefinition { From = "b", Trigger = "back", To = "a", By = ["clerk"] }),
        };

        var longest = LongestClosure.Of(Compile(definition), WorkCalendar.China, Monday);

        Assert.True(longest.IsUnbounded);
        Assert.Null(longest.EndsAt);
        Assert.Equal("a → on → b → back → a", longest.Path.ToString());
    }

    [Fact]
    public void Longest_ACircleUnderAClockThatGoesOn_EndsWithThatClock()
    {
        var definition = Straight(("a", 2), ("b", 3));
        definition = definition with
        {
            Triggers = definition.Triggers.Add(new TriggerDefinition("back", Sample.Text("back"))),
            Transitions = definition.Transitions.Add(new TransitionDefinition { From = "b", Trigger = "back", To = "a", By = ["clerk"] }),
            Clocks = definition.Clocks.Add(definition.Clocks[0] with { Code = "whole", Limit = TimeLimit.Parse("9 working-days", null), Stops = [] }),
        };

        var longest = LongestClosure.Of(Compile(definition), WorkCalendar.China, Monday);

        Assert.Equal(WorkCalendar.China.Due(Monday, TimeLimit.Parse("9 working-days", null), CountingPolicy.CivilCode).At, longest.EndsAt);
    }

    [Fact]
    public void Longest_BeyondTheCalendar_SaysWhichDayIsUnknown()
    {
        var longest = LongestClosure.Of(Sample.Compiled, WorkCalendar.China, Instant.FromUtc(2026, 12, 30, 1, 0));

        Assert.NotNull(longest.UnknownDay);
        Assert.Null(longest.EndsAt);
    }

    [Theory]
    [InlineData("daily", false)]
    [InlineData("petition", false)]
    [InlineData("hazard-alert", true)]
    public void Longest_OfAPreset(string code, bool unbounded)
    {
        var preset = LifecyclePresets.All.Single(known => known.Code == code);
        var vocabulary = CaseGuards.Vocabulary(CaseGuards.All, LifecycleVocabulary.NamedIn(preset).Parties);

        var longest = LongestClosure.Of(Lifecycle.Compile(preset, vocabulary, out _)!, WorkCalendar.China, Monday, vocabulary);

        Assert.True(unbounded == longest.IsUnbounded, longest.ToString());
    }

    [Fact]
    public void AnUnknownTarget_IsShownWithTheWayToTheStateThatItLeaves()
    {
        var faulty = Sample.Definition with
        {
            Transitions = EquatableArray.From(Sample.Definition.Transitions.Select(t => t.Trigger == "pass" ? t with { To = "nowhere" } : t)),
        };

        var found = LifecycleReport.Of(faulty, Sample.Vocabulary).Findings.Single(finding => finding.Code == "lifecycles.unknown-state");

        Assert.Equal("checking", found.State);
        Assert.Equal("reported → accept → waiting → start → working → finish → checking", found.Path.ToString());
    }

    private static Lifecycle Compile(LifecycleDefinition definition) => Lifecycle.Compile(definition, LifecycleVocabulary.NamedIn(definition), out _)!;

    private static LifecycleDefinition Straight(params (string State, int Days)[] steps)
    {
        var builder = new LifecycleBuilder("straight", 1, Sample.Text("straight"), steps[0].State);
        for (var i = 0; i < steps.Length; i++)
        {
            var next = i + 1 < steps.Length ? steps[i + 1].State : "closed";
            builder.Configure(steps[i].State, Sample.Text(steps[i].State), s => s.ResponsibleIs("clerk").Permit("on", next, "clerk"));
            builder.Clock(new ClockDefinition
            {
                Code = "clock-" + steps[i].State,
                Label = Sample.Text("clock"),
                Limit = new TimeLimit(steps[i].Days, LimitUnit.WorkingDays),
                Policy = CountingPolicy.CivilCode,
                Starts = [steps[i].State],
                Stops = EquatableArray.From(steps.Where((_, k) => k != i).Select(step => step.State)),
                Reentry = ClockReentry.Restart,
            });
        }

        return builder.Configure("closed", Sample.Text("closed"), s => s.Final()).Escalate("boss", new TimeLimit(1, LimitUnit.WorkingDays)).Build();
    }
}
