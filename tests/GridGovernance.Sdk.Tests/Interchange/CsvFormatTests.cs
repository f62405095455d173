using System.Text;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Interchange;

public sealed class CsvFormatTests
{
    [Fact]
    public void Write_WhatWasRead_GivesTheSameText()
    {
        const string Text = "code,size,colour,note,tags,open\na,1,dark-red,\"x, \"\"y\"\"\nz\",p;q,true\nb,-2,green,,,false\n";

        var read = Read(Text.Replace("false", "", StringComparison.Ordinal));

        Assert.Empty(read.Report);
        Assert.Equal(
            [new SampleRow("a", 1, Colour.DarkRed, "x, \"y\"\nz", ["p", "q"], true), new SampleRow("b", -2)],
            read.Value);
        Assert.Equal("code,size,colour,note,tags,open\na,1,dark-red,\"x, \"\"y\"\"\nz\",p;q,true\nb,-2,,,,\n", Write(read.Value));
    }

    [Theory]
    [InlineData("code,size\r\na,1\r\n\r\nb,2")]
    [InlineData("size,code\n1,a\n2,b\n")]
    [InlineData("\uFEFFcode,size\n\"a\",\"1\"\n\"b\",2\n")]
    public void Read_OtherForms_MeanTheSame(string text)
    {
        var read = Read(text);

        Assert.Empty(read.Report);
        Assert.Equal([new SampleRow("a", 1), new SampleRow("b", 2)], read.Value);
    }

    [Fact]
    public void Read_Gb18030_IsDecodedOnRequest()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("code,size,note\na,1,"), 0xB3, 0xC7];

        Assert.Equal("城", TestFormat.Csv.Read<SampleRow>(bytes, "x", CsvEncoding.Gb18030, ImportLimits.Default).Value[0].Note);
        Assert.Equal("interchange.not-utf8", Assert.Single(TestFormat.Csv.Read<SampleRow>(bytes, "x", CsvEncoding.Utf8, ImportLimits.Default).Report).Code);
        Assert.Equal(
            "interchange.not-gb18030",
            Assert.Single(TestFormat.Csv.Read<SampleRow>([0xFF, 0xFF], "x", CsvEncoding.Gb18030, ImportLimits.Default).Report).Code);
    }

    [Fact]
    public void Write_Gb18030_IsReadBackWithOrWithoutAMark()
    {
        PointRow[] rows = [new("城𠮷", 107.25, 31.9)];

        var bytes = GovernanceCsv.Write(rows, CsvEncoding.Gb18030);

        Assert.Equal<byte>([0xB3, 0xC7], bytes[11..13]);
        Assert.Equal(rows, GovernanceCsv.Read<PointRow>(bytes, "x", CsvEncoding.Gb18030).Value);
        Assert.Equal(rows, GovernanceCsv.Read<PointRow>([0x84, 0x31, 0x95, 0x33, .. bytes], "x", CsvEncoding.Gb18030).Value);
        Assert.Equal(GovernanceCsv.Write(rows), GovernanceCsv.Write(rows, CsvEncoding.Utf8));
        Assert.Throws<ArgumentNullException>("rows", static () => GovernanceCsv.Write<PointRow>(null!, CsvEncoding.Gb18030));
    }

    [Fact]
    public void Read_ManyFaults_ReportsAllWithTheirLines()
    {
        var report = Read("code,size,colour,open\n,one,blue,yes\n\"b\nb\",2,green\nc,1.5,1,\nd,99999999999,,1\n").Report;

        Assert.Equal(
            [
                "file.csv:2 /rows/0/size interchange.wrong-type",
                "file.csv:2 /rows/0/colour interchange.unknown-value",
                "file.csv:2 /rows/0/open interchange.wrong-type",
                "file.csv:2 /rows/0/code interchange.missing-member",
                "file.csv:3 /rows/1 interchange.cell-count",
                "file.csv:5 /rows/2/size interchange.wrong-type",
                "file.csv:5 /rows/2/colour interchange.unknown-value",
                "file.csv:6 /rows/3/size interchange.wrong-type",
                "file.csv:6 /rows/3/open interchange.wrong-type",
            ],
            report.Select(finding => $"{finding.Place} {finding.Code}"));
    }

    [Theory]
    [InlineData("", "interchange.missing-header")]
    [InlineData("code,sise,code\na,1,2", "interchange.unknown-column interchange.duplicate-column interchange.missing-column")]
    [InlineData("code,size\n\"a,1\n", "interchange.open-quote interchange.cell-count")]
    [InlineData("code,size\na\"b,1\n", "interchange.stray-quote")]
    [InlineData("code,size\n\"a\"b,1\n", "interchange.stray-quote")]
    public void Read_ABrokenTable_SaysHow(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Read(text).Report.Select(finding => finding.Code)));

    [Fact]
    public void Read_TooManyRows_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes("code,size\na,1\nb,2\n");

        var finding = Assert.Single(TestFormat.Csv.Read<SampleRow>(bytes, "x", CsvEncoding.Utf8, new ImportLimits { MaxRows = 1 }).Report);

        Assert.Equal(("interchange.too-many-rows", 3), (finding.Code, finding.Place.Line));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("'=x", "''=x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'tis", "'tis")]
    [InlineData("a=b", "a=b")]
    public void Write_ATextThatASpreadsheetWouldRun_IsGuarded(string text, string cell)
    {
        var written = Write([new SampleRow(text, -1)]);

        Assert.StartsWith(cell + ",-1", written.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(text, Read(written).Value[0].Code);
    }

    [Property]
    public void Read_WhatWasWritten_GivesTheSameRows(string[] texts, int size, bool open)
    {
        // An empty text is an absent one, and half a surrogate pair is no text.
        var rows = texts.Where(text => !string.IsNullOrEmpty(text) && !text.Any(char.IsSurrogate))
            .Select(text => new SampleRow(text, size, Colour.DarkRed, text, [], open)).ToArray();

        Assert.Equal(rows, Read(Write(rows)).Value);
    }

    private static ReadResult<EquatableArray<SampleRow>> Read(string text) =>
        TestFormat.Csv.Read<SampleRow>(Encoding.UTF8.GetBytes(text), "file.csv", CsvEncoding.Utf8, ImportLimits.Default);

    private static string Write(IEnumerable<SampleRow> rows)
    {
        using var text = new StringWriter();
        TestFormat.Csv.Write(rows, text);
        return text.ToString();
    }
}
