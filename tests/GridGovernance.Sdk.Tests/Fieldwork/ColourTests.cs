using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class ColourTests
{
    private static readonly ColourLadder Ladder = LadderOf(ColourPresets.ThreeColourCode);

    private static readonly ColourEngine Engine = new(Full, Ladder, new Suspicion());

    private static readonly string[] Rules = [.. Ladder.Definition.Rules.Select(static rule => rule.Code)];

    [Fact]
    public void Presets_HaveThreeFiveAndFourColours_RedTheWorst()
    {
        Assert.Equal([3, 5, 4], ColourPresets.All.Select(static ladder => LadderOf(ladder).Definition.Colours.Count));
        Assert.All(ColourPresets.All, static ladder => Assert.Equal(0, LadderOf(ladder).RankOf("red")));
        Assert.Equal((2, -1), (Ladder.RankOf("green"), Ladder.RankOf("mauve")));
        Assert.Equal("free", Ladder.Otherwise.Code);
        Assert.Equal("red", LadderOf(ColourPresets.FiveColourMap).Definition.Rules[0].Colour);
    }

    [Fact]
    public void Compile_AFaultyLadder_NamesEverything()
    {
        var rule = ColourPresets.ThreeColourCode.Rules[0];
        var faulty = ColourPresets.ThreeColourCode with { Code = "", Rules = [rule, rule with { Colour = "mauve", LastsDays = 0 }], Otherwise = rule.Code };
        Assert.Null(ColourLadder.Compile(faulty, out var report));
        Assert.Equal(
            [
                ("fieldwork.bad-code", "/code"), ("fieldwork.code-twice", "/rules/1/code"), ("fieldwork.unknown-colour", "/rules/1/colour"), ("fieldwork.colour-lasts", "/rules/1/lastsDays"),
                ("fieldwork.colour-without-rule", "/colours/1"), ("fieldwork.colour-without-rule", "/colours/2"), ("fieldwork.no-otherwise", "/otherwise"),
            ],
            report.Select(static finding => (finding.Code, finding.Place.Path!)));
        Assert.NotNull(ColourLadder.Compile(ColourPresets.ThreeColourCode with { Rules = [ColourPresets.ThreeColourCode.Rules[2]] }, out report));
        Assert.Equal([FindingSeverity.Warning, FindingSeverity.Warning], report.Select(static finding => finding.Severity));
    }

    [Fact]
    public void AColour_ExpiresIntoTheRuleThatHoldsOtherwise()
    {
        var file = Give(null, "observed-14-days", 0);
        Assert.Equal("red", file.RuleAt(Monday)!.Colour);
        Assert.Equal("red", file.RuleAt(Monday + Duration.FromDays(14) - Duration.FromTicks(1))!.Colour);
        Assert.Equal("free", file.RuleAt(Monday + Duration.FromDays(14))!.Code);
        Assert.Null(file.RuleAt(At(-1)));
        var renewed = Give(file, "observed-14-days", 60);
        Assert.Equal(2, renewed.History.Count);
        Assert.Equal("red", renewed.RuleAt(Monday + Duration.FromDays(14))!.Colour);
    }

    [Fact]
    public void AColour_WithoutARule_IsRefused()
    {
        var refused = Engine.Decide(null, new GiveColour("p-1", "because"), Worker, Cells[0], Monday);
        Assert.Equal(["fieldwork.colour-unexplained"], Codes(refused));
        Assert.Contains("observed-7-days", refused.Refusals[0].Nearest!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["fieldwork.not-your-grid"], Codes(Engine.Decide(null, new GiveColour("p-1", "free"), Worker, Cells[2], Monday)));
        Assert.Empty(Engine.Decide(Give(null, "free", 0), new GiveColour("p-1", "free"), Worker, Cells[0], At(1)).EnsureAccepted());
        Assert.Equal(["fieldwork.time-runs-backward"], Codes(Engine.Decide(Give(null, "free", 5), new GiveColour("p-1", "observed-7-days"), Worker, Cells[0], At(1))));
    }

    [Fact]
    public void TheHostsModel_NamesARule_OrNothing()
    {
        Assert.Equal("yellow", ((ColourGiven)Engine.Decide(null, new AssessColour("close-contact"), Worker, Cells[0], Monday).EnsureAccepted()[0]).Rule.Colour);
        Assert.Empty(Engine.Decide(null, new AssessColour("nobody"), Worker, Cells[0], Monday).EnsureAccepted());
        Assert.Equal(["fieldwork.colour-unexplained"], Codes(Engine.Decide(null, new AssessColour("oracle"), Worker, Cells[0], Monday)));
        Assert.Empty(new ColourEngine(Full, Ladder).Decide(null, new AssessColour("close-contact"), Worker, Cells[0], Monday).EnsureAccepted());
    }

    [Fact]
    public void AnAppeal_IsAnsweredByAnother_AndMayFree()
    {
        var red = Give(null, "observed-14-days", 0);
        Assert.Equal(["fieldwork.appeal-unexplained"], Codes(Engine.Decide(red, new AppealColour(" "), Handler, Cells[0], At(1))));
        Assert.Equal(["fieldwork.nothing-to-answer"], Codes(Engine.Decide(red, new AnswerColourAppeal(true, "so it is"), VillageHead, Cells[0], At(1))));
        var appealed = Apply(red, new AppealColour("never was there"), 1);
        Assert.Empty(Engine.Decide(appealed, new AppealColour("again"), Worker, Cells[0], At(2)).EnsureAccepted());
        Assert.Equal("red", appealed.RuleAt(At(1))!.Colour);
        Assert.Equal(["fieldwork.own-colour"], Codes(Engine.Decide(appealed, new AnswerColourAppeal(false, "wrong"), Worker, Cells[0], At(2))));
        Assert.Equal(["fieldwork.nothing-to-answer"], Codes(Engine.Decide(appealed, new AnswerColourAppeal(false, ""), VillageHead, Cells[0], At(2))));

        var freed = appealed with { };
        freed = Engine.Decide(freed, new AnswerColourAppeal(false, "mistaken"), VillageHead, Cells[0], At(3)).EnsureAccepted().Aggregate(freed, ColourFile.Apply);
        Assert.Equal(("green", "red"), (freed.RuleAt(At(3))!.Colour, freed.RuleAt(At(2))!.Colour));
        var kept = Engine.Decide(appealed, new AnswerColourAppeal(true, "seen there"), VillageHead, Cells[0], At(3)).EnsureAccepted().Aggregate(appealed, ColourFile.Apply);
        Assert.Equal(("red", null, 1), (kept.RuleAt(At(3))!.Colour, kept.OpenAppeal, kept.Answers.Count));
    }

    [Fact]
    public void AnOpenObjection_OutlivesANewColour()
    {
        var appealed = Apply(Give(null, "observed-14-days", 0), new AppealColour("never was there"), 1);
        Assert.Empty(Engine.Decide(appealed, new GiveColour("p-1", "observed-14-days"), Worker, Cells[0], At(2)).EnsureAccepted());
        var milder = Give(appealed, "observed-7-days", 2);
        Assert.NotNull(milder.OpenAppeal);
        Assert.Equal(["fieldwork.own-colour"], Codes(Engine.Decide(milder, new AnswerColourAppeal(true, "so it is"), Worker, Cells[0], At(3))));

        // The colour that was given meanwhile stays: it was not objected to.
        var freed = Engine.Decide(milder, new AnswerColourAppeal(false, "mistaken"), VillageHead, Cells[0], At(3)).EnsureAccepted().Aggregate(milder, ColourFile.Apply);
        Assert.Equal(("yellow", null, 1), (freed.RuleAt(At(3))!.Colour, freed.OpenAppeal, freed.Withdrawn.Count));
    }

    [Fact]
    public void AGrantedObjection_BringsBackTheColourBefore_AsLongAsItWouldHaveHeld()
    {
        var yellow = Give(null, "observed-7-days", 0);
        var red = Apply(Give(yellow, "observed-14-days", 1440), new AppealColour("not me"), 1441);
        var freed = Engine.Decide(red, new AnswerColourAppeal(false, "mistaken"), VillageHead, Cells[0], At(1442)).EnsureAccepted().Aggregate(red, ColourFile.Apply);
        Assert.Equal(("red", "yellow", "yellow", "green"), (freed.RuleAt(At(1441))!.Colour, freed.RuleAt(At(1442))!.Colour, freed.RuleAt(At((7 * 1440) - 1))!.Colour, freed.RuleAt(At(7 * 1440))!.Colour));

        // A second mistake leads back to the same, and not to the first one.
        var again = Apply(Give(freed, "observed-14-days", 1500), new AppealColour("not me either"), 1501);
        again = Engine.Decide(again, new AnswerColourAppeal(false, "mistaken"), VillageHead, Cells[0], At(1502)).EnsureAccepted().Aggregate(again, ColourFile.Apply);
        Assert.Equal(("yellow", "green"), (again.RuleAt(At(1502))!.Colour, again.RuleAt(At(7 * 1440))!.Colour));
        var expired = Apply(Give(yellow, "observed-14-days", 1440), new AppealColour("not me"), 1441);
        expired = Engine.Decide(expired, new AnswerColourAppeal(false, "mistaken"), VillageHead, Cells[0], At(8 * 1440)).EnsureAccepted().Aggregate(expired, ColourFile.Apply);
        Assert.Equal("green", expired.RuleAt(At(8 * 1440))!.Colour);
    }

    [Fact]
    public void Apply_EventsOutOfPlace_AreCallersMistakes()
    {
        var free = Ladder.Otherwise;
        ColourEvent given = new ColourGiven("p-1", free, free, null) { At = Monday, By = Worker };
        ColourEvent appeal = new ColourAppealed("x") { At = At(1), By = Worker };
        ColourEvent answer = new ColourAppealAnswered(true, "x") { At = At(2), By = Worker };
        ColourEvent[][] faulty = [[], [appeal], [answer], [given, answer], [given, appeal, appeal], [given, new ColourGiven("p-2", free, free, null) { At = Monday, By = Worker }], [given, new ColourAppealed("x") { At = At(-1), By = Worker }]];

        Assert.All(faulty, static events => Assert.Throws<ArgumentException>(() => ColourFile.Replay(events)));
        Assert.Equal(3, ColourFile.Replay([given, appeal, answer]).Version);
        Assert.Throws<ArgumentException>(() => Engine.Decide(null, new AppealColour("x"), Worker, Cells[0], Monday));
        Assert.Throws<ArgumentException>(() => Engine.Decide(ColourFile.Replay([given]), new GiveColour("p-2", "free"), Worker, Cells[0], Monday));
    }

    // The naive model: a list of (from, until, rule), and which of them were taken back; at every instant exactly one rule explains the colour.
    [Property(MaxTest = 300, Arbitrary = [typeof(ColourTests)])]
    public void AnyHistory_OneColourAtEveryInstant_IsTheLastLinesOrTheOtherwise((int Rule, int Hours, int Act)[] history)
    {
        var file = Give(null, "free", 0);
        var lines = new List<Line> { new(Monday, null, "free") };
        var at = Monday;
        Line? disputed = null;
        string Holds(Line line) => line.Until is { } end && at >= end ? "free" : line.Rule;
        foreach (var (rule, hours, act) in history)
        {
            at += Duration.FromHours(hours);
            ColourCommand command = act switch { 0 or 1 or 2 => new GiveColour("p-1", Rules[rule]), 3 => new AppealColour("why"), _ => new AnswerColourAppeal(act == 4, "so") };
            var decision = Engine.Decide(file, command, act > 3 ? Commander : Worker, Cells[0], at);
            if (act < 3)
            {
                var holds = Holds(lines[^1]);
                var until = Ladder.Definition.Rules[rule].LastsDays is { } days ? at + Duration.FromDays(days) : (Instant?)null;
                var isTwice = Rules[rule] == holds && (holds == "free" || until == lines[^1].Until);
                if (!isTwice && !(disputed?.Rule == Rules[rule] && holds == Rules[rule]))
                {
                    lines.Add(new Line(at, until, Rules[rule]));
                }
            }
            else if (act == 3)
            {
                Assert.Equal(disputed is null, decision.Events.Count == 1);
                disputed ??= lines[^1];
            }
            else if (decision.IsAccepted)
            {
                Assert.NotNull(disputed);
                if (act == 5)
                {
                    var from = lines.IndexOf(disputed);
                    lines.Skip(from).Where(line => line.Rule == disputed.Rule).ToList().ForEach(static line => line.IsGone = true);
                    if (lines[^1].IsGone)
                    {
                        var before = lines.Take(from).LastOrDefault(static line => !line.IsGone);
                        lines.Add(before is null || Holds(before) == "free" ? new Line(at, null, "free") : new Line(at, before.Until, before.Rule));
                    }
                }

                disputed = null;
            }

            file = decision.Events.Aggregate(file, ColourFile.Apply);
            Assert.Equal(disputed is not null, file.OpenAppeal is not null);
        }

        foreach (var instant in lines.SelectMany(static line => new[] { line.From, line.Until ?? line.From }).Append(at + Duration.FromDays(20)))
        {
            var line = lines.FindLast(one => one.From <= instant)!;
            Assert.Equal(line.Until is { } end && instant >= end ? "free" : line.Rule, file.RuleAt(instant)!.Code);
        }
    }

    public static Arbitrary<(int, int, int)[]> Histories() => Arb.From(
        (from rule in Gen.Choose(0, 2) from hours in Gen.Choose(0, 120) from act in Gen.Choose(0, 5) select (rule, hours, act)).ListOf().Select(static acts => acts.Take(15).ToArray()));

    private static ColourLadder LadderOf(ColourLadderDefinition definition)
    {
        var ladder = ColourLadder.Compile(definition, out var report);
        Assert.Empty(report);
        return ladder!;
    }

    private static ColourFile Give(ColourFile? file, string rule, int minutes) =>
        Engine.Decide(file, new GiveColour("p-1", rule), Worker, Cells[0], At(minutes)).EnsureAccepted().Aggregate(file, ColourFile.Apply)!;

    private static ColourFile Apply(ColourFile file, ColourCommand command, int minutes) =>
        Engine.Decide(file, command, Worker, Cells[0], At(minutes)).EnsureAccepted().Aggregate(file, ColourFile.Apply);

    private sealed class Line(Instant from, Instant? until, string rule)
    {
        public Instant From => from;

        public Instant? Until => until;

        public string Rule => rule;

        public bool IsGone { get; set; }
    }

    private sealed class Suspicion : IRiskModel
    {
        public string? RuleFor(string subject, Instant at) => subject switch { "close-contact" => "observed-7-days", "oracle" => "signs", _ => null };
    }
}
