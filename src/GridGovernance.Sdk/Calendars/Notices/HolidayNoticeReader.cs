using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Calendars;

/// <summary>Reads a yearly notice from the JSON in which it is published, <c>{year, papers, days: [{name, date, isOffDay}]}</c>,
/// so that a host adds a year without a new version of this library.</summary>
/// <remarks>As in a calendar's <c>notices</c>, <c>year</c> alone must be there: a notice without <c>days</c> says nothing, and the calendar that is compiled with
/// it says so. The members <c>$schema</c> and <c>$id</c> are passed over; <c>effectiveFrom</c> says from when an amendment is known. Every problem is reported,
/// with its JSON Pointer. Whether the days make sense is said when a calendar is compiled with the notice.</remarks>
public static class HolidayNoticeReader
{
    private const int MaxDepth = 32;

    /// <summary>Reads a notice.</summary>
    /// <param name="json">The bytes: UTF-8, with or without a byte-order mark.</param>
    /// <param name="report">Everything that is wrong with its form.</param>
    /// <returns>The notice; null when the report has errors.</returns>
    public static HolidayNotice? Read(ReadOnlyMemory<byte> json, out FindingReport report)
    {
        var findings = new List<Finding>();
        var notice = Read(json, findings);
        report = new FindingReport(findings);
        return report.HasErrors ? null : notice;
    }

    private static HolidayNotice? Read(ReadOnlyMemory<byte> json, List<Finding> findings)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        try
        {
            // The parser looks at texts only when they are asked for: bytes of another encoding, and names that are half a character, must not get so far.
            if (!Utf8.IsValid(json.Span))
            {
                findings.Add(Finding.Error(CalendarMessages.All["calendars.notice-encoding"], FindingPlace.At("")));
                return null;
            }

            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return Notice(document.RootElement, findings);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            findings.Add(Finding.Error(CalendarMessages.All["calendars.notice-syntax", fault.Message], FindingPlace.At("")));
            return null;
        }
    }

    private static HolidayNotice? Notice(JsonElement root, List<Finding> findings)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Expected("", "an object", "一个对象", root, findings);
            return null;
        }

        int? year = null;
        var papers = new List<string>();
        var days = new List<HolidayNoticeDay>();
        LocalDate? effectiveFrom = null;
        foreach (var member in root.EnumerateObject())
        {
            switch (member.Name)
            {
                case "$schema" or "$id":
                    break;
                case "year" when member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out var number):
                    year = number;
                    break;
                case "year":
                    Expected("/year", "a whole number", "整数", member.Value, findings);
                    break;
                case "effectiveFrom" when member.Value.ValueKind == JsonValueKind.Null:
                    break;
                case "effectiveFrom":
                    effectiveFrom = Date(member.Value, "/effectiveFrom", findings);
                    break;
                case "papers" or "days" when member.Value.ValueKind != JsonValueKind.Array:
                    Expected("/" + member.Name, "an array", "数组", member.Value, findings);
                    break;
                case "papers":
                    foreach (var (item, path) in Items(member))
                    {
                        papers.Add(Text(item, path, findings));
                    }

                    break;
                case "days":
                    foreach (var (item, path) in Items(member))
                    {
                        days.Add(Day(item, path, findings));
                    }

                    break;
                default:
                    findings.Add(Finding.Error(CalendarMessages.All["calendars.notice-unknown-member", member.Name], FindingPlace.At("/" + Escape(member.Name))));
                    break;
            }
        }

        if (!root.TryGetProperty("year", out _))
        {
            findings.Add(Finding.Error(CalendarMessages.All["calendars.notice-without-year"], FindingPlace.At("")));
        }

        return new HolidayNotice { Year = year ?? 0, Papers = EquatableArray.From(papers), EffectiveFrom = effectiveFrom, Days = EquatableArray.From(days) };
    }

    private static HolidayNoticeDay Day(JsonElement item, string path, List<Finding> findings)
    {
        var (name, date, isOff) = ("", default(LocalDate), false);
        if (item.ValueKind != JsonValueKind.Object)
        {
            Expected(path, "an object", "一个对象", item, findings);
            return new HolidayNoticeDay(name, date, isOff);
        }

        foreach (var member in item.EnumerateObject())
        {
            switch (member.Name)
            {
                case "name":
                    name = Text(member.Value, path + "/name", findings);
                    break;
                case "date":
                    date = Date(member.Value, path + "/date", findings) ?? default;
                    break;
                case "isOffDay" when member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                    isOff = member.Value.GetBoolean();
                    break;
                case "isOffDay":
                    Expected(path + "/isOffDay", "true or false", "true或false", member.Value, findings);
                    break;
                default:
                    findings.Add(Finding.Error(
                        CalendarMessages.All["calendars.notice-unknown-member", member.Name], FindingPlace.At(path + "/" + Escape(member.Name))));
                    break;
            }
        }

        foreach (var required in (ReadOnlySpan<string>)["name", "date", "isOffDay"])
        {
            RequireMember(required, item.TryGetProperty(required, out _), path, findings);
        }

        return new HolidayNoticeDay(name, date, isOff);
    }

    private static IEnumerable<(JsonElement Item, string Path)> Items(JsonProperty member)
    {
        var index = 0;
        foreach (var item in member.Value.EnumerateArray())
        {
            yield return (item, string.Create(CultureInfo.InvariantCulture, $"/{member.Name}/{index++}"));
        }
    }

    private static string Text(JsonElement value, string path, List<Finding> findings)
    {
        if (value.ValueKind == JsonValueKind.String && TryGetText(value, out var text))
        {
            return text;
        }

        Expected(path, "a text", "文本", value, findings);
        return "";
    }

    // An escaped half of a character, such as "\ud800", is JSON and no text.
    private static bool TryGetText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private static LocalDate? Date(JsonElement value, string path, List<Finding> findings)
    {
        if (value.ValueKind == JsonValueKind.String && TryGetText(value, out var text) && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
        {
            return date;
        }

        Expected(path, "a date such as \"2027-01-01\"", "“2027-01-01”之类的日期", value, findings);
        return null;
    }

    private static void RequireMember(string name, bool isThere, string path, List<Finding> findings)
    {
        if (!isThere)
        {
            var missing = new LocalizedText("missing", "缺失");
            var what = new LocalizedText("given", "必填");
            findings.Add(Finding.Error(CalendarMessages.All["calendars.notice-member", path + "/" + name, what, missing], FindingPlace.At(path)));
        }
    }

    private static void Expected(string path, string en, string zh, JsonElement found, List<Finding> findings)
    {
        var text = found.GetRawText();
        var shown = text.Length <= 40 ? text : text[..40] + "…";
        findings.Add(Finding.Error(
            CalendarMessages.All["calendars.notice-member", path.Length == 0 ? "/" : path, new LocalizedText(en, zh), shown], FindingPlace.At(path)));
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
