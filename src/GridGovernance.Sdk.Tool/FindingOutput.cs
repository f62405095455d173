using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool;

/// <summary>Findings as every verb prints them: one line each, or the array <c>findings</c> of a JSON object.</summary>
internal static class FindingOutput
{
    /// <summary>Writes the findings as the result of a call.</summary>
    /// <param name="session">The call.</param>
    /// <param name="report">The findings.</param>
    /// <param name="facts">Further members of the JSON object, or null.</param>
    /// <returns><see cref="ExitCode.Findings"/> when any is an error or a warning, otherwise <see cref="ExitCode.Ok"/>.</returns>
    internal static int Write(Session session, FindingReport report, JsonObject? facts = null)
    {
        if (session.IsJson)
        {
            var result = facts ?? [];
            result["findings"] = new JsonArray([.. report.Select(finding => (JsonNode)ToJson(finding, session))]);
            session.Result(result);
        }
        else
        {
            foreach (var finding in report)
            {
                session.Result(ToLine(finding, session));
            }
        }

        return report.Any(static finding => finding.Severity > FindingSeverity.Info) ? ExitCode.Findings : ExitCode.Ok;
    }

    /// <summary>Writes the findings beside a result that is not about them, to the error stream.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="session">The call.</param>
    internal static void Note(FindingReport report, Session session)
    {
        foreach (var finding in report)
        {
            var where = (finding.Place with { Path = null }).ToString();
            var text = $"{(where.Length == 0 ? "" : where + ": ")}{finding.Message.ToString(session.Culture)}";
            session.Note(new LocalizedText(text, text));
        }
    }

    /// <summary>Returns a finding as the JSON object that every verb uses; what is absent is null.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="session">The call, for the language.</param>
    /// <returns>The object.</returns>
    internal static JsonObject ToJson(Finding finding, Session session) => new()
    {
        ["code"] = finding.Code,
        ["severity"] = SeverityOf(finding),
        ["message"] = finding.Message.ToString(session.Culture),
        ["file"] = finding.Place.File,
        ["line"] = finding.Place.Line,
        ["path"] = finding.Place.Path,
        ["subject"] = finding.Place.Subject,
        ["measure"] = finding.Measure,
        ["measureUnit"] = finding.MeasureUnit,
    };

    private static string ToLine(Finding finding, Session session)
    {
        // The path repeats what the line says; it stands only where there is no line.
        var place = finding.Place.Line is null ? finding.Place : finding.Place with { Path = null };
        var where = place.ToString();
        return $"{(where.Length == 0 ? "" : where + ": ")}{Word(finding, session)} {finding.Code}: {finding.Message.ToString(session.Culture)}";
    }

    private static string Word(Finding finding, Session session) => session.Say(SeverityOf(finding), finding.Severity switch
    {
        FindingSeverity.Error => "错误",
        FindingSeverity.Warning => "警告",
        _ => "提示",
    });

    private static string SeverityOf(Finding finding) => finding.Severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };
}
