using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Values;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tests.Interchange;

internal static class TestFormat
{
    internal static JsonFormat Json { get; } = new(
        SampleContext.Default,
        new ValueTypes().List<string>().List<Sample>().Choice<Colour>().Add(new TextConverter<LocalDate>(
            new LocalizedText("a date", "日期"),
            "2026-01-01",
            (text, out value) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value),
            LocalDatePattern.Iso.Format,
            format: "date")));

    internal static CsvFormat Csv { get; } = new(Json);
}
