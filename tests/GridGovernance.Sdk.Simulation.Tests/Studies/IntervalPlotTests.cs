using System.Globalization;
using System.Xml.Linq;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Studies;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

public class IntervalPlotTests
{
    [Fact]
    public void Draw_SharesNearAll_HasNoTickAboveAHundredPercent()
    {
        var (texts, _) = Draw("all", 0.9989, 0.999, 0.999);
        var ticks = texts.Where(static text => (string?)text.Attribute("text-anchor") == "middle").Select(static text => double.Parse(text.Value, CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(100, ticks.Max());
        Assert.True(ticks.Length > 2);
    }

    [Fact]
    public void Draw_AnIntervalThatIsWiderThanTheValues_IsOnTheAxis()
    {
        var (texts, _) = Draw("all", 10, 20, 30, "hours");

        Assert.Equal(["-20", "0", "20", "40", "60"], texts.Where(static text => (string?)text.Attribute("text-anchor") == "middle").Select(static text => text.Value));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("monthly, half leave in a year")]
    [InlineData("每月一次，半数一年内离岗")]
    [InlineData("每月一次，半数一年内离岗，另有十五项清单外事项")]
    [InlineData("a title of a scenario that nobody in this world could ever fit in")]
    public void Draw_ATitleOfAnyLength_EndsBeforeTheAxisBegins(string title)
    {
        var (texts, lines) = Draw(title, 1, 2, 3, "hours");
        var label = texts.First(text => text.Value.Length > 1 && title.StartsWith(text.Value.TrimEnd('…'), StringComparison.Ordinal));
        var end = (double)label.Attribute("x")! + label.Value.Sum(static c => c >= '\u2e80' ? 13.0 : 7.2);

        Assert.True(end < lines.Min(static line => (double)line.Attribute("x1")!), $"{label.Value} ends at {end}");
        Assert.Equal(title.Length > 30 || (title.Length > 20 && title[0] > 'z'), label.Value.EndsWith('…'));
    }

    [Fact]
    public void Draw_WhatNoPictureCanHold_IsReplacedAndEverythingElseStays()
    {
        var (texts, _) = Draw("\0a\u001b\ud800\u202e\ufffe\u0085\t网\ud840\udc00<&", 1, 2, 3, "hours");

        Assert.Contains(texts, static text => text.Value == "\ufffda\ufffd\ufffd\ufffd\ufffd\ufffd\t网\ud840\udc00<&");
    }

    private static (XElement[] Texts, XElement[] Lines) Draw(string title, double low, double middle, double high, string unit = "share")
    {
        var experiment = new Experiment<double[]>("plot", [new("one", [low, middle, high], "")], ["m"], static (values, replication) => replication.Record("m", values[replication.Number - 1]));
        var labels = new StudyLabels
        {
            Title = new("Plot", "图"), Scenarios = [new("one", new(title, title))], Measures = [new("m", new("Measure", "指标"), unit)], Control = "one",
        };
        var svg = XElement.Parse(IntervalPlot.Draw(experiment.Run(new ExperimentOptions { Seed = 1, Replications = ReplicationRange.FirstOf(3) }), labels));
        XElement[] All(string name) => [.. svg.Descendants().Where(one => one.Name.LocalName == name)];
        return (All("text"), All("line"));
    }
}
