using System.Text;
using GridGovernance.Sdk.Interchange;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Interchange;

public sealed class JsonFormatTests
{
    private const string Whole =
        """
        {
          "code": "a",
          "size": 3,
          "colour": "dark-red",
          "title": {
            "en": "A",
            "zh": "甲"
          },
          "tags": [
            "x",
            "y"
          ],
          "on": "2026-01-01",
          "share": 0.25,
          "children": [
            {
              "code": "b",
              "size": 4,
              "colour": "green"
            }
          ]
        }

        """;

    [Fact]
    public void Write_WhatWasRead_GivesTheSameBytes()
    {
        var read = Read(Whole);

        Assert.Empty(read.Report);
        Assert.Equal(Whole, Encoding.UTF8.GetString(TestFormat.Json.Write(read.Value!)));
        Assert.Equal(new LocalDate(2026, 1, 1), read.Value!.On);
        Assert.Equal(Sample.StandardWeight, read.Value.Weight);
        Assert.Equal("b", read.Value.Children[0].Code);
    }

    [Theory]
    [InlineData("""{"code": "a"}""", 30, 1)]
    [InlineData("""{"code": "a", "days": 0, "tags": []}""", 0, 0)]
    [InlineData("""{"code": "a", "days": 7, "times": 2, "tags": ["y", "z"]}""", 7, 2)]
    public void Read_AMemberWithADefaultOfTheRecord_IsThatWhereItIsLeftOutAndIsAlwaysWritten(string text, int days, int tags)
    {
        var value = TestFormat.Json.Read<SampleSettings>(Encoding.UTF8.GetBytes(text), "x").Value!;

        Assert.Equal((days, tags), (value.Days, value.Tags.Count));
        Assert.Contains($"\"days\": {days}", Encoding.UTF8.GetString(TestFormat.Json.Write(value)), StringComparison.Ordinal);
        Assert.Equal(value, TestFormat.Json.Read<SampleSettings>(TestFormat.Json.Write(value), "x").Value);
    }

    [Fact]
    public void Read_AByteOrderMark_IsAccepted() =>
        Assert.Empty(TestFormat.Json.Read<Sample>([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Whole)], "x", ImportLimits.Default).Report);

    [Fact]
    public void Read_ManyFaults_ReportsAllWithTheirLines()
    {
        var report = Read(
            """
            {
              "code": 7,
              "colour": "blue",
              "colur": "green",
              "tags": ["x", null,
                3],
              "on": "2026-02-30",
              "children": [
                { "code": "b", "size": 1.5, "colour": "green" },
                { "code": "c",
                  "size": 1, "size": 2,
                  "colour": 1 }
              ]
            }
            """).Report;

        Assert.Equal(
            [
                "file.json:11 /children/1/size interchange.duplicate-member",
                "file.json:2 /code interchange.wrong-type",
                "file.json:3 /colour interchange.unknown-value",
                "file.json:4 /colur interchange.unknown-member",
                "file.json:5 /tags/1 interchange.wrong-type",
                "file.json:6 /tags/2 interchange.wrong-type",
                "file.json:7 /on interchange.malformed",
                "file.json:9 /children/0/size interchange.wrong-type",
                "file.json:12 /children/1/colour interchange.wrong-type",
                "file.json:1 /size interchange.missing-member",
            ],
            report.Select(finding => $"{finding.Place} {finding.Code}"));
    }

    [Theory]
    [InlineData("", 1, "interchange.syntax")]
    [InlineData("{", 1, "interchange.syntax")]
    [InlineData("{\n  \"code\": \n}", 3, "interchange.syntax")]
    [InlineData("{\n} {", 2, "interchange.syntax")]
    [InlineData("{ \"code\": \"\\ud800\" }", 1, "interchange.half-character")]
    [InlineData("[]", 1, "interchange.wrong-type")]
    [InlineData("null", 1, "interchange.wrong-type")]
    public void Read_NoDocument_ReportsTheLine(string text, int line, string code)
    {
        var finding = Assert.Single(Read(text).Report);

        Assert.Equal((line, code), (finding.Place.Line, finding.Code));
    }

    [Fact]
    public void Read_NestingBeyondTheLimit_IsASyntaxError()
    {
        var text = string.Concat(Enumerable.Repeat("[", 200_000));

        Assert.Equal("interchange.syntax", Assert.Single(Read(text).Report).Code);
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("1e400")]
    public void Read_ANumberThatDoesNotFit_IsRefused(string number)
    {
        var report = Read($$"""{ "code": "a", "size": 3, "colour": "green", "ratio": {{number}}, "share": {{number}} }""").Report;

        Assert.Equal(["/ratio", "/share"], report.Select(finding => finding.Place.Path));
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_ReportsTheLine()
    {
        var finding = Assert.Single(TestFormat.Json.Read<Sample>([(byte)'{', (byte)'\n', 0xB3, 0xC7], "x", ImportLimits.Default).Report);

        Assert.Equal(("interchange.not-utf8", 2), (finding.Code, finding.Place.Line));
    }

    [Fact]
    public void Read_BeyondTheLimits_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);

        Assert.Equal("interchange.too-large", Assert.Single(TestFormat.Json.Read<Sample>(bytes, "x", new ImportLimits { MaxBytes = 10 }).Report).Code);
        Assert.Equal(
            "interchange.text-too-long",
            TestFormat.Json.Read<Sample>(bytes, "x", new ImportLimits { MaxTextLength = 2 }).Report[0].Code);
    }

    [Fact]
    public void Locate_FindingsOfARoom_GivesThemFileAndLine()
    {
        var read = Read(Whole);
        var message = Message.Create("room.x", new LocalizedText("x", "x"));

        var located = read.Locate(new FindingReport(
        [
            Finding.Error(message, FindingPlace.At("/children/0/colour")),
            Finding.Error(message, FindingPlace.At("/title/fr")),
            Finding.Error(message),
            Finding.Error(message, FindingPlace.At("/x").InFile("other.json", 4)),
        ]));

        Assert.Equal(["file.json:19", "file.json:5", "file.json:1", "other.json:4"], located.Select(finding => $"{finding.Place.File}:{finding.Place.Line}"));
    }

    private static ReadResult<Sample> Read(string text) => TestFormat.Json.Read<Sample>(Encoding.UTF8.GetBytes(text), "file.json", ImportLimits.Default);
}
