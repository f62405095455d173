using System.Globalization;
using System.Text;
using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Tests.Experiments;

public sealed class ExperimentFilesTests
{
    [Property(MaxTest = 200)]
    public void AResult_WrittenAndReadBack_KeepsEveryBit(double[] values)
    {
        var finite = values.Select(static value => double.IsFinite(value) ? value : (double?)null).Prepend(-0.0).ToArray();
        var result = ExperimentResultTests.Of(("a", finite), ("b", finite.Reverse().ToArray()));
        var read = ExperimentJson.ReadResult(ExperimentJson.WriteResult(result), "result.json");

        Assert.Equal(result.Manifest, read.Manifest);
        Assert.Equal(Bits(result), Bits(read));

        static long?[] Bits(ExperimentResult result) => [.. result.ValuesOf("b", "x").Select(static value => value is { } number ? BitConverter.DoubleToInt64Bits(number) : (long?)null)];
    }

    [Fact]
    public void AManifest_OfAPrecision_ReadsBack()
    {
        var manifest = SampleExperiment.Create().Run(SampleExperiment.Options() with
        {
            Precision = new PrecisionTarget("sum", 0.25, isRelative: true) { Confidence = 0.9, MaximumReplications = 77, Step = 3 },
        }).Manifest;
        var text = Encoding.UTF8.GetString(ExperimentJson.WriteManifest(manifest));

        Assert.Equal(manifest, ExperimentJson.ReadManifest(Encoding.UTF8.GetBytes(text), "manifest.json"));
        Assert.Contains("  \"replications\": \"1..", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultyFile_IsRefusedWithItsNameAndWhatWasExpected()
    {
        var result = SampleExperiment.Create().Run(SampleExperiment.Options(1, 2));
        var text = SampleExperiment.Text(result);
        var manifest = Encoding.UTF8.GetString(ExperimentJson.WriteManifest(result.Manifest));

        Manifest("\"m.json\", line 1:", "{");
        Manifest("must hold an object, but holds null", "null");
        Manifest("line 3", "{\n\"name\": \"x\",\n\"colour\": 1}");
        Manifest("\"12..3\" is not a range of replications", manifest.Replace("1..2", "12..3", StringComparison.Ordinal));
        Manifest("a name for every scenario", manifest.Replace("\"scenarios\": [", "\"scenarios\": [null,", StringComparison.Ordinal));
        Manifest("a name for every input", manifest.Replace("\"inputs\": [", "\"inputs\": [null,", StringComparison.Ordinal));
        Manifest("m.json", manifest.Replace("\"text\": \"draws=2\"", "\"text\": null", StringComparison.Ordinal));
        Manifest("m.json", manifest.Replace(",\n      \"text\": \"draws=2\"", "", StringComparison.Ordinal));
        Manifest("m.json", manifest.Replace("\"seed\": 20260101,", "", StringComparison.Ordinal));
        Manifest("every metric once", manifest.Replace("\"rare\"", "\"sum\"", StringComparison.Ordinal));
        Manifest("every scenario once", manifest.Replace("\"low\"", "\"high\"", StringComparison.Ordinal));
        Manifest("is not a content hash", manifest.Replace(result.Manifest.ResultHash.ToString(), "abc", StringComparison.Ordinal));
        Manifest("line 2", manifest.Replace("\"name\": \"sums\"", "\"name\": null", StringComparison.Ordinal));
        Result("the values that its manifest names by their hash", text.Replace("[[", "[[1", StringComparison.Ordinal));
        Result("must hold 6 rows of 2 values", text.Replace("[[", "[[],[", StringComparison.Ordinal));
        Result("must hold 6 rows of 2 values", text.Replace("[[", "[[3,", StringComparison.Ordinal));

        static void Manifest(string why, string text) =>
            Assert.Contains(why, Assert.Throws<FormatException>(() => ExperimentJson.ReadManifest(Encoding.UTF8.GetBytes(text), "m.json")).Message, StringComparison.Ordinal);

        static void Result(string why, string text) =>
            Assert.Contains(why, Assert.Throws<FormatException>(() => ExperimentJson.ReadResult(Encoding.UTF8.GetBytes(text), "r.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_HasARowARun_AndLeavesTheMissingEmpty()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var output = new StringWriter();
            ExperimentCsv.Write(ExperimentResultTests.Of(("a", [1.5, null]), ("=b", [-0.1, 1e300])), output);

            Assert.Equal("replication,scenario,x\n1,a,1.5\n1,'=b,-0.1\n2,a,\n2,'=b,1E+300\n", output.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("11..20", 11, 20)]
    [InlineData("20", 1, 20)]
    [InlineData("3..3", 3, 3)]
    public void ReplicationRange_OfAText_ReadsIt(string text, int first, int last)
    {
        var range = ReplicationRange.Parse(text, null);

        Assert.Equal((first, last, last - first + 1), (range.First, range.Last, range.Count));
        Assert.Equal(range, ReplicationRange.Parse(range.ToString(), null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0..4")]
    [InlineData("5..4")]
    [InlineData("1..2..3")]
    [InlineData("-1")]
    [InlineData(" 1..2")]
    [InlineData("1..99999999999")]
    [InlineData(null)]
    public void ReplicationRange_OfAnythingElse_IsRefused(string? text)
    {
        Assert.False(ReplicationRange.TryParse(text, null, out _));
        if (text is not null)
        {
            Assert.Contains($"\"{text}\" is not a range", Assert.Throws<FormatException>(() => ReplicationRange.Parse(text, null)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ReplicationRange_OfNumbersOutsideTheirRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ReplicationRange(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ReplicationRange(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ReplicationRange.FirstOf(0));
        Assert.Equal(new ReplicationRange(1, 1), default);
    }
}
