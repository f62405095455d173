using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tool;

/// <summary>A CSV file that a verb is given: read whole, or unusable with its first problem and its line.</summary>
internal static class TableFile
{
    /// <summary>Reads a table.</summary>
    /// <param name="session">The call.</param>
    /// <param name="file">The file.</param>
    /// <returns>The table.</returns>
    /// <exception cref="UnusableInputException">There is no such file, or it is no table.</exception>
    internal static CsvTable Read(Session session, string file)
    {
        var read = CsvTable.Read(InputFile.Read(session, file), file);
        return read.Value ?? throw new UnusableInputException(Describe(session, read.Report));
    }

    /// <summary>Returns the first problem, and how many more there are.</summary>
    /// <param name="session">The call, for the language.</param>
    /// <param name="report">The problems.</param>
    /// <returns>One line.</returns>
    internal static string Describe(Session session, FindingReport report)
    {
        var more = report.Count > 1 ? session.Say($" ({report.Count - 1} more)", $"（另有{report.Count - 1}项）") : "";
        return $"{report[0].Place with { Path = null }}: {report[0].Message.ToString(session.Culture)}{more}";
    }
}
