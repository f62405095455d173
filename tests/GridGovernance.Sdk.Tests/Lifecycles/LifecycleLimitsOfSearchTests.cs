using System.Globalization;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>How far walks and searches go, what they say when they stop before the end, and the longest lawful times.</summary>
public class LifecycleLimitsOfSearchTests
{
    // Monday 5 January 2026, 09:00 in China.
    private static readonly Instant Monday = Instant.FromUtc(2026, 1, 5, 1, 0);
    private static readonly TimeLimit Day = new(1, LimitUnit.WorkingDays);

    [Fact]
    public void AWalk_ThatIsCut_SaysSo_AndOneThatJustFitsDoesNot()
    {
        var all = LifecycleWalk.Of(Sample.Compiled, Sample.Vocabulary).Configurations.Count;
        var whole = LifecycleWalk.Of(Sample.Compiled, Sample.Vocabulary, all);
        var cut = LifecycleWalk.Of(Sample.Compiled, Sample.Vocabulary, 2);

        Assert.Equal((5, false), (all, whole.IsCut));
        Assert.DoesNotContain(LifecycleAnalysis.Run(Sample.Compiled, Sample.Vocabulary, whole), finding => finding.Code == "lifecycles.analysis-cut");
        Assert.True(cut.IsCut);
        var finding = LifecycleAnalysis.Run(Sample.Compiled, Sample.Vocabulary, cut)[0];
        Assert.Equal((FindingSeverity.Warning, "/states", null, ""), (finding.Finding.Severity, finding.Finding.Place.Path, finding.State, finding.Path.ToString()));
        Assert.Equal($"The analysis must walk every configuration of a case, but stopped after {cut.Configurations.Count}.", finding.Finding.Message.ToString());
    }

    [Fact]
    public void ASearch_ThatIsCut_SaysSo_AndOneThatJustFitsDoesNot()
    {
        LongestClosure Run(int most) => new LongestClosureSearch(Sample.Compiled, WorkCalendar.China, new LifecycleFacts(Sample.Compiled, Sample.Vocabulary)).Run(Monday, most);
        var needed = Enumerable.Range(0, 100).First(most => !Run(most).IsCut);

        Assert.True(Run(needed - 1).IsCut);
        Assert.False(Run(needed + 1).IsCut);
        Assert.Equal(Run(needed), LongestClosure.Of(Sample.Compiled, WorkCalendar.China, Monday));
        Assert.Null(Run(0).EndsAt);
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public void AWayOfMoreThanFiveHundredSteps_IsCut(int states, bool cut)
    {
        var builder = new LifecycleBuilder("long", 1, Sample.Text("Long"), "s0").Clock(Sample.Definition.Clocks[0] with { Starts = ["s0"] }).Escalate("clerk", Day);
        for (var i = 0; i < states; i++)
        {
            builder.Configure($"s{i}", Sample.Text("s"), s => s.ResponsibleIs("clerk").Permit("on", $"s{i + 1}", "clerk"));
        }

        var definition = builder.Configure($"s{states}", Sample.Text("End"), s => s.Final()).Build();
        var lifecycle = LifecycleCompiler.Compile(definition);

        var longest = new LongestClosureSearch(lifecycle, WorkCalendar.China, new LifecycleFacts(lifecycle, LifecycleVocabulary.NamedIn(definition))).Run(Monday);

        Assert.Equal((cut, !cut), (longest.IsCut, longest.EndsAt is not null));
    }

    [Fact]
    public void ALifecycle_OfMoreStatesThanMayBe_IsRefused_AndOneOfAsManyIsNot()
    {
        Assert.Equal(
            ["/states A lifecycle may have 5 states at most, but this one has 6."],
            LifecycleCheck.Run(Sample.Definition, Sample.Vocabulary, mostStates: 5).Select(finding => $"{finding.Place.Path} {finding.Message}"));
        Assert.Empty(LifecycleCheck.Run(Sample.Definition, Sample.Vocabulary, mostStates: 6));
    }

    [Theory]
    [InlineData("daily")]
    [InlineData("whistle")]
    [InlineData("petition")]
    public void TheLongestLawfulTime_OfAPreset_IsThis(string code)
    {
        var preset = LifecyclePresets.All.Single(known => known.Code == code);
        var vocabulary = GridGovernance.Sdk.Cases.CaseGuards.Vocabulary(GridGovernance.Sdk.Cases.CaseGuards.All, LifecycleVocabulary.NamedIn(preset).Parties);

        var longest = LongestClosure.Of(Lifecycle.Compile(preset, vocabulary, out _)!, WorkCalendar.China, Monday, vocabulary);

        Assert.False(longest.IsCut);
        ApprovedText.Check(Path.Combine("Lifecycles", "Findings", $"longest-{code}.txt"), $"{(longest.IsUnbounded ? "never" : longest.EndsAt?.ToString() ?? $"unknown from {longest.UnknownDay:uuuu-MM-dd}")}\n{longest.Path}\n");
    }

    [Fact]
    public void Longest_AClockThatStandsStill_IsSavedForWhenItIsWorthMore()
    {
        // Six working hours in "x", ten calendar days in "y", to and fro: who leaves "x" at once has its hours on the day after the ten days.
        var definition = new LifecycleBuilder("saving", 1, Sample.Text("Saving"), "x")
            .Configure("x", Sample.Text("X"), s => s.ResponsibleIs("clerk").Permit("go", "y", "clerk").Permit("close", "closed", "clerk"))
            .Configure("y", Sample.Text("Y"), s => s.ResponsibleIs("clerk").Permit("back", "x", "clerk"))
            .Configure("closed", Sample.Text("Closed"), s => s.Final())
            .Clock(Sample.Definition.Clocks[0] with { Code = "a", Limit = new TimeLimit(6, LimitUnit.WorkingHours), Starts = ["x"], Stops = ["y"] })
            .Clock(Sample.Definition.Clocks[0] with { Code = "b", Limit = new TimeLimit(10, LimitUnit.CalendarDays), Starts = ["y"], Stops = ["x"] })
            .Escalate("clerk", Day)
            .Build();
        LongestClosure Of(LifecycleDefinition known) => LongestClosure.Of(LifecycleCompiler.Compile(known), WorkCalendar.China, Instant.FromUtc(2026, 2, 3, 1, 0));

        var longest = Of(definition);

        Assert.Equal((Instant.FromUtc(2026, 2, 14, 8, 0), "x → go → y → back → x → close → closed"), (longest.EndsAt, longest.Path.ToString()));
        Assert.Equal((false, false, false), (longest.IsExact, longest.IsCut, longest.IsUnbounded));
        Assert.True(Of(definition with { Transitions = EquatableArray.From(definition.Transitions.Where(t => t.Trigger != "back").Append(definition.Transitions[1] with { From = "y" })) }).IsExact);
    }

    [Fact]
    public void Longest_AGuardThatNeverHolds_ClosesItsWay()
    {
        var vocabulary = new LifecycleVocabulary(Sample.Vocabulary.Guards, Sample.Vocabulary.Parties) { Facts = [new LifecycleGuard("noted") { Initially = false }] };
        var other = new LifecycleVocabulary(Sample.Vocabulary.Guards, Sample.Vocabulary.Parties) { Facts = [new LifecycleGuard("noted") { Initially = true }] };
        var excluded = new LifecycleVocabulary(Sample.Vocabulary.Guards, Sample.Vocabulary.Parties) { Facts = [new LifecycleGuard("noted") { Excludes = ["other-person"] }] };
        var definition = Sample.Definition with
        {
            Transitions = EquatableArray.From(Sample.Definition.Transitions.Where(t => t.Trigger != "abandon").Select(t => t.Trigger == "pass" ? t with { Guards = ["noted", "other-person"] } : t)),
        };
        var lifecycle = LifecycleCompiler.Compile(definition);

        Assert.Null(LongestClosure.Of(lifecycle, WorkCalendar.China, Monday, vocabulary).EndsAt);
        Assert.Null(LongestClosure.Of(lifecycle, WorkCalendar.China, Monday, excluded).EndsAt);
        Assert.Equal("reported → accept → waiting → start → working → finish → checking → pass → closed", LongestClosure.Of(lifecycle, WorkCalendar.China, Monday, other).Path.ToString());
    }

    [Fact]
    public void Longest_AWindowThatClosesBeforeTheDeadline_IsTheLastInstantOfItsTransition()
    {
        var windowed = new LifecycleBuilder("windowed", 1, Sample.Text("Windowed"), "open")
            .Configure("open", Sample.Text("Open"), s => s.ResponsibleIs("clerk").Add(new TransitionDefinition { From = "open", Trigger = "close", To = "closed", By = ["clerk"], Within = Day }))
            .Configure("closed", Sample.Text("Closed"), s => s.Final())
            .Clock(Sample.Definition.Clocks[0] with { Starts = ["open"] })
            .Escalate("clerk", Day)
            .Build();
        LongestClosure Of(LifecycleDefinition definition) => LongestClosure.Of(LifecycleCompiler.Compile(definition), WorkCalendar.China, Monday);
        Instant After(string limit, CountingPolicy policy) => WorkCalendar.China.Due(Monday, TimeLimit.Parse(limit, CultureInfo.InvariantCulture), policy).At;

        Assert.Equal(After("1 working-days", CountingPolicy.CivilCode), Of(windowed).EndsAt);
        Assert.Equal(After("5 working-days", CountingPolicy.CivilCode), Of(windowed with { Transitions = [windowed.Transitions[0] with { Within = new TimeLimit(9, LimitUnit.WorkingDays) }] }).EndsAt);
        Assert.Equal(After("3 calendar-days", CountingPolicy.CivilProcedure), Of(windowed with { Transitions = [windowed.Transitions[0] with { Within = new TimeLimit(3, LimitUnit.CalendarDays), Policy = CountingPolicy.CivilProcedure }] }).EndsAt);
    }

    [Fact]
    public void Longest_ACaseThatHasAlreadyPausedIsNotHurried_AndARestartedClockBeginsAnew()
    {
        ClockDefinition Clock(string code, int days, string[] starts, string[] pauses, string[] stops, ClockReentry reentry = ClockReentry.Continue) => new()
        {
            Code = code, Label = Sample.Text(code), Limit = new TimeLimit(days, LimitUnit.WorkingDays), Policy = CountingPolicy.CivilCode, Reentry = reentry,
            Starts = EquatableArray.From(starts), Pauses = EquatableArray.From(pauses), Stops = EquatableArray.From(stops),
        };
        var definition = new LifecycleBuilder("paused", 1, Sample.Text("Paused"), "a")
            .Configure("a", Sample.Text("A"), s => s.ResponsibleIs("clerk").Permit("wait", "b", "clerk"))
            .Configure("b", Sample.Text("B"), s => s.ResponsibleIs("clerk").Permit("go", "c", "clerk"))
            .Configure("c", Sample.Text("C"), s => s.ResponsibleIs("clerk").Permit("close", "closed", "clerk"))
            .Configure("closed", Sample.Text("Closed"), s => s.Final())
            .Clock(Clock("work", 4, ["a"], ["b"], []))
            .Clock(Clock("first", 1, ["a"], [], ["b"]))
            .Clock(Clock("wait", 6, ["b"], [], ["c"]))
            .Escalate("clerk", Day)
            .Build();
        Instant After(Instant from, int days) => WorkCalendar.China.Due(from, new TimeLimit(days, LimitUnit.WorkingDays), CountingPolicy.CivilCode).At;

        var longest = LongestClosure.Of(LifecycleCompiler.Compile(definition), WorkCalendar.China, Monday);

        var leavesB = After(After(Monday, 1), 6);
        var ledger = DeadlineLedger.Start(new TimeLimit(4, LimitUnit.WorkingDays), CountingPolicy.CivilCode, Monday).Pause(After(Monday, 1), "b").Resume(leavesB);
        Assert.Equal(ledger.Due(WorkCalendar.China).At, longest.EndsAt);
        Assert.Equal("a → wait → b → go → c → close → closed", longest.Path.ToString());
    }
}
