using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Runs;

/// <summary>A run takes the model's own rules for the tier, and no report vanishes.</summary>
public class TierRuleRunTests
{
    private static readonly CountyRunParameters Month = SampleCounty.FourWeeks;

    private static readonly CountyRunResult Plain = Run([]);

    [Fact]
    public void TierRules_OfAMatter_DecideItsTierAndLoseNoReport()
    {
        var run = Run([new("serious", new("Fire kills.", "火灾致命。")) { Matters = ["fire-safety"] }]);

        Assert.Equal(Plain.Cases.Select(static one => (one.Case.Id, one.Case.Matter, one.Case.ReportedAt)), run.Cases.Select(static one => (one.Case.Id, one.Case.Matter, one.Case.ReportedAt)));
        Assert.Contains(Plain.Cases, static one => one.Case.Matter == "fire-safety");
        Assert.All(run.Cases, static one => Assert.Equal(one.Case.Matter == "fire-safety" ? "serious" : TierOf(one.Case), one.Case.Tier));
        Assert.All(run.Cases, static one => Assert.Null(one.Case.TierReason));
    }

    [Fact]
    public void TierRules_OfAChannel_DecideTheTierOfWhatComesByIt()
    {
        var run = Run([new("ordinary", new("The public waits.", "群众在等。")) { Channels = ["hotline-12345"] }]);

        Assert.Equal(Plain.Cases.Count, run.Cases.Count);
        Assert.Contains(run.Cases, static one => one.Case.Channel == "hotline-12345");
        Assert.All(run.Cases.Where(static one => one.Case.Channel == "hotline-12345"), static one => Assert.Equal("ordinary", one.Case.Tier));
    }

    [Fact]
    public void TierRules_ATierThatTheRunHasNot_IsNamed()
    {
        var parameters = Month with { Tiers = [Month.Tiers[0]] };
        var message = Assert.Throws<ArgumentException>(() => Run([new("serious", new("x", "x")) { Matters = ["fire-safety"] }], parameters)).Message;

        Assert.Contains("\"tiers\" should name the tier \"serious\", which a tier rule of the model gives", message, StringComparison.Ordinal);
        Assert.Contains(
            Run([new("serious", new("x", "x")) { Matters = ["fire-safety"] }], parameters with { Tiers = [Month.Tiers[0], Month.Tiers[2] with { Weight = 0 }] }).Cases, static one => one.Case.Tier == "serious");
    }

    [Fact]
    public void Reports_WhoseDeadlineIsBeyondTheCalendar_AreCounted()
    {
        var run = Run([], Month with { From = new LocalDate(2026, 12, 7), To = new LocalDate(2026, 12, 31) });
        var ids = run.Cases.Select(static one => one.Case.Id).Concat(run.RefusedReports.Select(static one => one.CaseId)).ToArray();

        Assert.NotEmpty(run.RefusedReports);
        Assert.NotEmpty(run.Cases);
        Assert.All(run.RefusedReports, static one => Assert.All(one.Refusals, static refusal => Assert.Equal("cases.calendar-unknown", refusal.Code)));
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids.Length + run.Unreported.Count, ids.Max(static id => int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(Plain.RefusedReports);
    }

    private static string? TierOf(GridCase one) => Plain.Cases.First(plain => plain.Case.Id == one.Id).Case.Tier;

    private static CountyRunResult Run(EquatableArray<TierRule> rules, CountyRunParameters? parameters = null) => CountyRun.Execute(
        SampleCounty.Model.ToCaseModel(SampleCounty.Map).With(tierRules: rules), SampleCounty.Model.AuthorityList, static _ => 93, parameters ?? Month, 1);
}
