using System.Text;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.TestKit;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Calendars;

public sealed class HolidayNoticeReaderTests
{
    [DataFact]
    public void EmbeddedNotices_AllTogether_SayWhatThePublishedFilesSay()
    {
        for (var year = 2007; year <= 2026; year++)
        {
            var published = HolidayNoticeReader.Read(File.ReadAllBytes(TestData.Path("calendar", $"{year}.json")), out var report)!;
            Assert.Empty(report);
            var embedded = EmbeddedNotices.All.Where(notice => notice.Year == year).ToList();

            Assert.Equal(published.Papers, embedded.SelectMany(static notice => notice.Papers));
            var latest = embedded.SelectMany(static notice => notice.Days).GroupBy(static day => day.Date).Select(static days => days.Last()).OrderBy(static day => day.Date);
            Assert.Equal(published.Days.OrderBy(static day => day.Date), latest);
        }
    }

    [DataFact]
    public void Compile_OfThePublishedFilesAlone_GivesTheSameDays()
    {
        var notices = Enumerable.Range(2007, 20).Select(static year => HolidayNoticeReader.Read(File.ReadAllBytes(TestData.Path("calendar", $"{year}.json")), out _)!);
        var calendar = WorkCalendar.Compile(CalendarDefinition.China with { EmbeddedNotices = false, Notices = [.. notices] }, out var report)!;

        Assert.Empty(report);
        for (var date = new LocalDate(2006, 12, 1); date < new LocalDate(2027, 2, 1); date = date.PlusDays(1))
        {
            Assert.Equal(calendar.IsWorkingDay(date), WorkCalendar.China.IsWorkingDay(date));
        }
    }

    [Fact]
    public void Read_APublishedNotice_TakesEveryMember()
    {
        var notice = Read("""{"$schema":"x","$id":"y","year":2027,"papers":["p"],"effectiveFrom":"2026-11-05","days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}""", out var report);

        Assert.Empty(report);
        Assert.Equal(new HolidayNotice { Year = 2027, Papers = ["p"], EffectiveFrom = new LocalDate(2026, 11, 5), Days = [new("元旦", new LocalDate(2027, 1, 1), true)] }, notice);
    }

    [Theory]
    [InlineData("""{"year":2027}""")]
    [InlineData("""{"year":2027,"effectiveFrom":null,"days":[]}""")]
    public void Read_WhatTheSchemaLetsBeAbsent_MayBe(string json) => Assert.Equal(new HolidayNotice { Year = 2027 }, Read(json, out _));

    [Fact]
    public void Read_WithAByteOrderMark_IsRead() => Assert.NotNull(HolidayNoticeReader.Read(Encoding.UTF8.GetPreamble().Concat("""{"year":2027,"days":[]}"""u8.ToArray()).ToArray(), out _));

    [Fact]
    public void Read_SeveralBadDays_NamesThePlaceOfEach()
    {
        var notice = Read("""{"year":2027,"days":[{"name":"a","date":"2027-01-01","isOffDay":true},{"name":"b","date":1,"isOffDay":true},{"name":"c","date":"2027-01-02","isOffDay":3}]}""", out var report);

        Assert.Null(notice);
        Assert.Equal(["/days/1/date", "/days/2/isOffDay"], report.Select(static finding => finding.Place.Path));
    }

    [Theory]
    [InlineData("", "calendars.notice-syntax", "")]
    [InlineData("{", "calendars.notice-syntax", "")]
    [InlineData("""{"year":2027,"year":2028,"days":[]}""", "calendars.notice-syntax", "")]
    [InlineData("[]", "calendars.notice-member", "")]
    [InlineData("""{"days":[]}""", "calendars.notice-without-year", "")]
    [InlineData("""{"year":"2027","days":[]}""", "calendars.notice-member", "/year")]
    [InlineData("""{"year":2027.5,"days":[]}""", "calendars.notice-member", "/year")]
    [InlineData("""{"year":2027,"days":{}}""", "calendars.notice-member", "/days")]
    [InlineData("""{"year":2027,"days":[],"papers":[1]}""", "calendars.notice-member", "/papers/0")]
    [InlineData("""{"year":2027,"days":[],"effectiveFrom":"yesterday"}""", "calendars.notice-member", "/effectiveFrom")]
    [InlineData("""{"year":2027,"days":[7]}""", "calendars.notice-member", "/days/0")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"2027-02-30","isOffDay":true}]}""", "calendars.notice-member", "/days/0/date")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"2027-02-03","isOffDay":1}]}""", "calendars.notice-member", "/days/0/isOffDay")]
    [InlineData("""{"year":2027,"days":[{"name":null,"date":"2027-02-03","isOffDay":true}]}""", "calendars.notice-member", "/days/0/name")]
    [InlineData("""{"year":2027,"days":[{"date":"2027-02-03","isOffDay":true}]}""", "calendars.notice-member", "/days/0")]
    [InlineData("""{"year":2027,"days":[{"name":"\ud800","date":"2027-02-03","isOffDay":true}]}""", "calendars.notice-member", "/days/0/name")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"\ud800","isOffDay":true}]}""", "calendars.notice-member", "/days/0/date")]
    [InlineData("""{"year":2027,"days":[],"papers":["\udc00"]}""", "calendars.notice-member", "/papers/0")]
    [InlineData("""{"year":2027,"days":[],"\ud800":1}""", "calendars.notice-syntax", "")]
    [InlineData("""{"year":2027,"days":[{"\ud800":1}]}""", "calendars.notice-syntax", "")]
    [InlineData("""{"year":2027,"days":[],"a/b":1}""", "calendars.notice-unknown-member", "/a~1b")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"2027-02-03","isOffDay":true,"note":1}]}""", "calendars.notice-unknown-member", "/days/0/note")]
    public void Read_BadInput_SaysWhatAndWhere(string json, string code, string path)
    {
        Assert.Null(Read(json, out var report));

        var finding = Assert.Single(report);
        Assert.Equal((code, path), (finding.Code, finding.Place.Path));
    }

    [Theory]
    [InlineData("[]", "\"/\"")]
    [InlineData("""{"year":2027,"days":7}""", "\"/days\"")]
    public void Read_BadInput_NamesThePlaceInItsMessage(string json, string place)
    {
        Read(json, out var report);

        Assert.Contains(place, Assert.Single(report).Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(38, "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")] // forty characters with its quotation marks
    [InlineData(39, "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…")]
    public void Read_ALongWrongValue_IsShownByItsBeginning(int length, string shown)
    {
        Read($$"""{"year":"{{new string('a', length)}}","days":[]}""", out var report);

        Assert.Contains(shown, Assert.Single(report).Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesOfAnotherEncoding_SaysSo()
    {
        foreach (var json in (byte[][])[[.. "{\"year\":2027,\"days\":[],\"papers\":[\""u8, 0xD4, 0xAA, 0xB5, 0xA9, .. "\"]}"u8], [.. "{\"year\":2027,\"days\":[],\""u8, 0xD4, .. "\":1}"u8]])
        {
            Assert.Null(HolidayNoticeReader.Read(json, out var report));
            Assert.Equal("calendars.notice-encoding", Assert.Single(report).Code);
        }
    }

    [Fact]
    public void Read_ManyFaults_ReportsThemAll()
    {
        Read("""{"year":null,"days":[{"name":1,"date":2,"isOffDay":3}],"more":4}""", out var report);

        Assert.Equal(["/year", "/days/0/name", "/days/0/date", "/days/0/isOffDay", "/more"], report.Select(static finding => finding.Place.Path));
    }

    private static HolidayNotice? Read(string json, out FindingReport report) => HolidayNoticeReader.Read(Encoding.UTF8.GetBytes(json), out report);
}
