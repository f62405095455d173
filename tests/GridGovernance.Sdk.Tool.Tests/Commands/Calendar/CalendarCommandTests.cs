using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Calendar;

public sealed class CalendarCommandTests
{
    private const string NoticeOf2027 =
        """{"year":2027,"papers":["https://example.org/2027"],"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true},{"name":"元旦","date":"2027-01-03","isOffDay":false}]}""";

    [Fact]
    public void Days_AcrossTheEndOfTheNotices_PrintsTrueFalseAndUnknown()
    {
        var run = ToolRun.Of("calendar", "days", "--from", "2026-12-30", "--to", "2027-01-01");

        Assert.Equal((0, "date,working\n2026-12-30,true\n2026-12-31,true\n2027-01-01,unknown\n", ""), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public void Days_AsJson_HasNullForUnknown()
    {
        var run = ToolRun.Of("calendar", "days", "--from", "2026-10-01", "--to", "2026-10-01", "--json");

        Assert.Equal("""{"days":[{"date":"2026-10-01","working":false}]}""", JsonNode.Parse(run.Output)!.ToJsonString());
        Assert.Null(JsonNode.Parse(ToolRun.Of("calendar", "days", "--from", "2027-10-01", "--to", "2027-10-01", "--json").Output)!["days"]![0]!["working"]);
    }

    [Fact]
    public void Days_WithANotice_KnowsItsYear()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["2027.json"], NoticeOf2027);

        var run = ToolRun.Of("calendar", "days", "--from", "2027-01-01", "--to", "2027-01-04", "--calendar", folder["2027.json"]);

        Assert.Equal((0, "date,working\n2027-01-01,false\n2027-01-02,false\n2027-01-03,true\n2027-01-04,true\n"), (run.Exit, run.Output));
    }

    [Fact]
    public void Due_InCalendarDays_PrintsTheEndOfTheLastDay()
    {
        var run = ToolRun.Of("calendar", "due", "--start", "2026-02-05T10:00", "--limit", "15 calendar-days");

        Assert.Equal((0, "dueAt 2026-02-25T00:00:00+08:00\ndueOn 2026-02-24\npolicy civil-code\n", ""), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public void Due_AsJson_HasIntervalsThatSumUp()
    {
        var run = ToolRun.Of("calendar", "due", "--start", "2026-03-06T16:00:30+08:00", "--limit", "6 working-hours", "--pause", "2026-03-09T09:00/2026-03-09T10:00", "--json");
        var result = JsonNode.Parse(run.Output)!;
        var counted = TimeSpan.Zero;
        var at = "2026-03-06T16:00:30+08:00";
        foreach (var interval in result["intervals"]!.AsArray())
        {
            Assert.Equal(at, (string?)interval!["from"]);
            at = (string)interval["to"]!;
            counted += (bool)interval["counted"]! ? DateTimeOffset.Parse(at, null) - DateTimeOffset.Parse((string)interval["from"]!, null) : TimeSpan.Zero;
        }

        Assert.Equal(0, run.Exit);
        Assert.Equal("2026-03-09T15:00:30+08:00", (string?)result["dueAt"]);
        Assert.Equal("2026-03-09", (string?)result["dueOn"]);
        Assert.Equal("civil-code", (string?)result["policy"]);
        Assert.Equal((string?)result["dueAt"], at);
        Assert.Equal(TimeSpan.FromHours(6), counted);
        Assert.Equal(["working", "night", "weekend", "night", "working", "pause", "working", "lunch", "working"], result["intervals"]!.AsArray().Select(static item => (string)item!["kind"]!));
    }

    [Fact]
    public void Due_ThatNeedsAnUnknownDay_ExitsWith1AndNamesIt()
    {
        var run = ToolRun.Of("calendar", "due", "--start", "2026-12-30T10:00", "--limit", "5 working-days", "--json");
        var result = JsonNode.Parse(run.Output)!;

        Assert.Equal(1, run.Exit);
        Assert.Null(result["dueAt"]);
        Assert.Null(result["dueOn"]);
        Assert.Equal("2027-01-01", (string?)result["unknownDay"]);
        Assert.Contains("2027-01-01", run.Error, StringComparison.Ordinal);
        Assert.Contains("unknownDay 2027-01-01", ToolRun.Of("calendar", "due", "--start", "2026-12-30T10:00", "--limit", "5 working-days").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Due_Explained_SpeaksBothLanguages()
    {
        string[] call = ["calendar", "due", "--start", "2026-03-02T11:00", "--limit", "2 working-hours", "--explain"];

        Assert.Contains("lunch break", ToolRun.Of(call).Output, StringComparison.Ordinal);
        Assert.Contains("午休", ToolRun.Of([.. call, "--lang", "zh"]).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lunch", ToolRun.Of(call[..^1]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Due_UnknownAndExplained_SaysSoOnce()
    {
        var run = ToolRun.Of("calendar", "due", "--start", "2026-12-30T10:00", "--limit", "5 working-days", "--explain");

        Assert.Equal((1, ""), (run.Exit, run.Error));
        Assert.Contains("Not known: no notice covers \"2027-01-01\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Due_WithABadLimitInChinese_IsRefusedInChinese()
    {
        var run = ToolRun.Of("calendar", "due", "--start", "2026-03-02T11:00", "--limit", "3 fortnights", "--lang", "zh");

        Assert.Equal(2, run.Exit);
        Assert.Contains("--limit应为数量", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Due_AsJson_CountsDays()
    {
        var result = JsonNode.Parse(ToolRun.Of("calendar", "due", "--start", "2026-03-05T11:00", "--limit", "3 calendar-days", "--json").Output)!;

        Assert.Equal(3, (int)result["countedDays"]!);
        Assert.Equal(3, result["intervals"]!.AsArray().Sum(static item => (int)item!["countedDays"]!));
    }

    [Fact]
    public void Due_AroundAPauseOfThousandsOfYears_AnswersAtOnce() => Assert.Equal(
        1, ToolRun.Of("calendar", "due", "--start", "2026-03-06T16:00", "--limit", "3 calendar-days", "--pause", "2026-03-09/8998-01-01", "--explain").Exit);

    [Fact]
    public void Due_WithAPauseThatLasts_IsStopped()
    {
        var run = ToolRun.Of("calendar", "due", "--start", "2026-03-02T11:00", "--limit", "2 working-hours", "--pause", "2026-03-02T11:30/");

        Assert.Equal((1, "dueAt stopped\npolicy civil-code\n"), (run.Exit, run.Output));
    }

    [Fact]
    public void Due_WithACalendarOfItsOwn_UsesIt()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["calendar.json"], """{"code":"bureau","hours":["09:00-17:00"],"layers":[{"code":"flood","kind":"closure","days":[{"from":"2026-03-03","effect":"closed"}]}]}""");

        var run = ToolRun.Of("calendar", "due", "--start", "2026-03-02T16:00", "--limit", "2 working-hours", "--calendar", folder["calendar.json"]);

        Assert.Equal((0, "dueAt 2026-03-04T10:00:00+08:00\ndueOn 2026-03-04\npolicy civil-code\n", ""), (run.Exit, run.Output, run.Error));
    }

    [Theory]
    [InlineData("--limit", "-3 working-days", "was -3")]
    [InlineData("--limit", "3 fortnights", "urgent-hours, working-hours, working-days, calendar-days, months, years")]
    [InlineData("--start", "yesterday", "\"yesterday\"")]
    [InlineData("--start", "2026-02-30T10:00", "\"2026-02-30T10:00\"")]
    [InlineData("--start", "9999-12-31T23:59:59", "within the years 1 to 8999")]
    [InlineData("--start", "-9998-01-01T00:00", "within the years 1 to 8999")]
    [InlineData("--start", "0001-01-01T00:00", "within the years 1 to 8999")]
    [InlineData("--start", "9999-12-31T23:59:59+00:00", "within the years 1 to 8999")]
    [InlineData("--pause", "2026-03-01/9999-12-31T23:59", "within the years 1 to 8999")]
    [InlineData("--limit", "99999999999 working-days", "within 0..36525 working-days, but was 99999999999")]
    [InlineData("--calendar", ".", "is a folder")]
    [InlineData("--policy", "roman-law", "civil-code")]
    [InlineData("--pause", "2026-03-05T10:00", "slash")]
    [InlineData("--pause", "2026-03-05T10:00/2026-03-04T10:00", "end after it begins")]
    [InlineData("--calendar", "no-such-file.json", "no-such-file.json")]
    public void Due_UnusableOptions_ExitsWith2AndSaysWhatWasExpected(string option, string value, string expected)
    {
        string[] call = ["calendar", "due", .. option is "--start" ? [] : (string[])["--start", "2026-03-02T10:00"], .. option is "--limit" ? [] : (string[])["--limit", "1 month"], value.StartsWith('-') ? option + "=" + value : option, .. value.StartsWith('-') ? [] : (string[])[value]];

        var run = ToolRun.Of(call);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"2027-01-01","isOffDay":true},{"name":"a","date":"2027-01-01","isOffDay":false}]}""", "/days/1")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"first of May","isOffDay":true}]}""", "/days/0/date")]
    [InlineData("""{"year":2026,"days":[{"name":"a","date":"2026-10-01","isOffDay":false}]}""", "effectiveFrom")]
    [InlineData("""{"code":"x","timeZone":"Asia/Nowhere"}""", "Asia/Nowhere")]
    [InlineData("not json", "1")]
    public void Due_BadCalendarFile_ExitsWith2AndNamesTheFileAndThePlace(string content, string expected)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["bad.json"], content);

        var run = ToolRun.Of("calendar", "due", "--start", "2026-03-02T10:00", "--limit", "1 month", "--calendar", folder["bad.json"]);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains("bad.json", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(MalformedNotices))]
    public void Due_NoticeThatIsNoText_ExitsWith2AndNamesTheFile(string name, byte[] content)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder[name], content);

        var run = ToolRun.Of("calendar", "due", "--start", "2026-03-02T10:00", "--limit", "1 month", "--calendar", folder[name]);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    public static TheoryData<string, byte[]> MalformedNotices => new()
    {
        { "gbk.json", [.. "{\"year\":2027,\"days\":[{\"name\":\""u8, 0xD4, 0xAA, 0xB5, 0xA9, .. "\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}"u8] },
        { "half.json", "{\"year\":2027,\"days\":[{\"name\":\"\\ud800\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}"u8.ToArray() },
        { "key.json", [.. "{\"year\":2027,\"days\":[],\""u8, 0xD4, .. "\":1}"u8] },
        { "half-key.json", "{\"year\":2027,\"days\":[],\"\\ud800\":1}"u8.ToArray() },
        { "half-member.json", "{\"code\":\"\\ud800\"}"u8.ToArray() },
        { "half-definition-key.json", "{\"code\":\"x\",\"\\ud800\":1}"u8.ToArray() },
        { "no-year.json", "{\"papers\":[],\"days\":[]}"u8.ToArray() },
        { "utf16.json", System.Text.Encoding.Unicode.GetBytes("{\"year\":2027}") },
    };

    [Fact]
    public void Due_NoticeWithAByteOrderMark_IsRead()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["bom.json"], NoticeOf2027, new System.Text.UTF8Encoding(true));

        Assert.Equal(0, ToolRun.Of("calendar", "due", "--start", "2026-12-30T10:00", "--limit", "5 working-days", "--calendar", folder["bom.json"]).Exit);
    }

    [Fact]
    public void Due_AFolderOrAPipeAsCalendar_ExitsWith2AndDoesNotWait()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["folder"]);
        using var made = OperatingSystem.IsWindows() ? null : System.Diagnostics.Process.Start("mkfifo", folder["pipe"]);
        made?.WaitForExit();

        foreach (var name in made is null ? (string[])["folder"] : ["folder", "pipe"])
        {
            var run = ToolRun.Of("calendar", "due", "--start", "2026-03-02T10:00", "--limit", "1 month", "--calendar", folder[name]);

            Assert.Equal((2, ""), (run.Exit, run.Output));
            Assert.Contains(name, run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        }
    }

    [Theory]
    [InlineData("--lang", "zh")]
    [InlineData("--lang=zh")]
    public void Due_WithoutARequiredOption_SaysSoInTheLanguageOfTheCall(params string[] language)
    {
        var run = ToolRun.Of(["calendar", "due", .. language]);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Matches("[\u4e00-\u9fff]", run.Error);
        Assert.Matches("[\u4e00-\u9fff]", ToolRun.Of(["calendar", "days", "--from", "2026-01-01", "--to", "2026-01-02", "--no-such-option", .. language]).Error);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", ToolRun.Of("calendar", "due").Error);
    }

    [Fact]
    public void Days_EndBeforeTheyBegin_ExitsWith2() => Assert.Equal(2, ToolRun.Of("calendar", "days", "--from", "2026-03-02", "--to", "2026-03-01").Exit);
}
