using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tool;

/// <summary>Input files of verbs: what cannot be used ends the call with one line.</summary>
internal static class InputFile
{
    /// <summary>Takes the bytes of a file.</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="UnusableInputException">There is no such file, it is a folder, it is too large, or it cannot be read.</exception>
    internal static byte[] Read(Session session, string path)
    {
        if (path.Length == 0)
        {
            throw new UnusableInputException(session.Say("A file name should not be empty.", "文件名不应为空。"));
        }

        return ImportFile.TryRead(path, null, out var content, out var finding)
            ? content
            : throw new UnusableInputException(finding.Message.ToString(session.Culture));
    }

    /// <summary>Ends the call where a folder is not there.</summary>
    /// <param name="session">The call.</param>
    /// <param name="folder">The folder.</param>
    /// <exception cref="UnusableInputException">It is not, or it is no folder.</exception>
    internal static void RequireFolder(Session session, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UnusableInputException(session.Say($"\"{folder}\" should be a folder, but is not there.", $"“{folder}”应为文件夹，但不存在。"));
        }
    }

    /// <summary>Returns what a reader made of a file; warnings go to the person who watches.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="session">The call.</param>
    /// <param name="result">What came of reading.</param>
    /// <returns>The value.</returns>
    /// <exception cref="UnusableInputException">The reader found errors; the line names the first and counts the rest.</exception>
    internal static T ValueOf<T>(Session session, ReadResult<T> result)
    {
        Refuse(session, result.Report);
        foreach (var warning in result.Report)
        {
            var text = Describe(session, warning);
            session.Note(new LocalizedText(text, text));
        }

        return result.Value!;
    }

    /// <summary>Ends the call where a report has errors.</summary>
    /// <param name="session">The call.</param>
    /// <param name="report">The findings about the input.</param>
    /// <exception cref="UnusableInputException">It has.</exception>
    internal static void Refuse(Session session, FindingReport report)
    {
        if (report.HasErrors)
        {
            var errors = report.Where(static finding => finding.Severity == FindingSeverity.Error).ToArray();
            var more = errors.Length == 1 ? "" : session.Say($" ({errors.Length - 1} more)", $"（另有{errors.Length - 1}处）");
            throw new UnusableInputException(Describe(session, errors[0]) + more);
        }
    }

    private static string Describe(Session session, Finding finding)
    {
        var place = finding.Place.Line is null ? finding.Place : finding.Place with { Path = null };
        return $"{place}: {finding.Message.ToString(session.Culture)}";
    }
}
