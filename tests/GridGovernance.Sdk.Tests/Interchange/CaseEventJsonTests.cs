using System.Text;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tests.Cases;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Interchange;

public class CaseEventJsonTests
{
    [Fact]
    public void Histories_AreReadBackAsTheyWere_AndWrittenBackAsTheSameBytes()
    {
        var engine = SmallCounty.Engine();
        for (var seed = 0; seed < 40; seed++)
        {
            var rows = CaseHistories.Draw(engine, "ordinary", seed, 12).Select(e => new CaseEventRow("case \"1\"\u4e00", e)).ToArray();
            var bytes = CaseEventJson.Write(rows);

            var read = CaseEventJson.Read(bytes, "events.jsonl");

            Assert.Empty(read.Report);
            Assert.Equal(rows, read.Value);
            Assert.Equal(bytes, CaseEventJson.Write(read.Value));
        }
    }

    [Fact]
    public void EveryEventOfTheLibrary_HasAKind()
    {
        var kinds = typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent))).Select(type => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));

        Assert.Equal(kinds.Order(), CaseEventJson.Types.Order());
    }

    [Theory]
    [InlineData("{", "interchange.not-an-event-line")]
    [InlineData("[]", "interchange.not-an-event-line")]
    [InlineData("""{"case":"a","type":"case-moved"}""", "interchange.not-an-event-line")]
    [InlineData("""{"case":"","type":"case-moved","event":{}}""", "interchange.not-an-event-line")]
    [InlineData("""{"case":"a","type":"case-vanished","event":{}}""", "interchange.unknown-event")]
    [InlineData("""{"case":"a","type":"clock-paused","event":{"clock":"c","cause":"x","commandId":"1","at":"yesterday","by":"p@u"}}""", null)]
    [InlineData("""{"case":"a","type":"clock-paused","event":{"clock":"c","cause":"x","commandId":"1","by":"p@u"}}""", null)]
    [InlineData("""{"case":"a","type":"clock-paused","event":{"clock":"c","cause":"x","commandId":"1","at":"2026-01-05T01:00:00Z","by":"p@u","more":1}}""", null)]
    public void BadLine_IsNamedWithItsLine(string line, string? code)
    {
        var read = CaseEventJson.Read(Encoding.UTF8.GetBytes("\n" + line + "\n"), "events.jsonl");

        var finding = Assert.Single(read.Report);
        Assert.Equal(("events.jsonl", 2), (finding.Place.File, finding.Place.Line));
        Assert.True(code is null || code == finding.Code, finding.ToString());
        Assert.Empty(read.Value);
    }
}
