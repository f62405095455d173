namespace GridGovernance.Sdk.Interchange;

/// <summary>What came of reading a file: its value, or every reason why there is none; and the lines, for findings that come later.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
/// <typeparam name="T">The definition, or the list of rows.</typeparam>
public sealed class ReadResult<T>
{
    private readonly SourceMap _lines;

    internal ReadResult(string file, T? value, T? mended, IEnumerable<Finding> findings, SourceMap lines)
    {
        _lines = lines;
        File = file;
        Value = value;
        Mended = mended;
        Report = Locate(new FindingReport(findings));
    }

    /// <summary>Gets the name of the file, as findings give it.</summary>
    public string File { get; }

    /// <summary>Gets what was read; null, or the default value, exactly when <see cref="Report"/> has errors.</summary>
    public T? Value { get; }

    /// <summary>Gets everything that is wrong with the form of the file, with file and line.</summary>
    public FindingReport Report { get; }

    /// <summary>Gets the value, or the nearest one that could be made of a faulty file, to check what depends on it; null where nothing could.</summary>
    public T? Mended { get; }

    /// <summary>Gets a value indicating whether nothing could be read at all: there is no file, or no table or document in it.</summary>
    internal bool IsAbsent { get; init; }

    /// <summary>Gives findings about the value their place in the file: a room says <c>/states/2/superstate</c>, the reader knows the line.</summary>
    /// <param name="report">Findings whose paths are JSON Pointers into the value; rows of a CSV file are <c>/rows/0</c>, <c>/rows/1</c> ….</param>
    /// <returns>The same findings, in the same order, with file and line; findings that have a file already stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public FindingReport Locate(FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new FindingReport(report.Select(Locate));
    }

    internal static ReadResult<T> Of(string file, T value) => new(file, value, value, [], new SourceMap());

    internal static ReadResult<T> Failed(string file, Finding finding) => new(file, default, default, [finding], new SourceMap()) { IsAbsent = true };

    /// <summary>Gives findings about <see cref="Mended"/> their place, without those about a spot where the file itself is faulty.</summary>
    /// <param name="report">The findings.</param>
    /// <returns>The findings that say something new.</returns>
    internal FindingReport LocateNew(FindingReport report)
    {
        var faulty = Report.Select(static finding => finding.Place.Path).Where(static path => !string.IsNullOrEmpty(path)).ToList();
        return Locate(new FindingReport(report.Where(finding =>
            !faulty.Any(path => finding.Place.Path?.StartsWith(path!, StringComparison.Ordinal) == true))));
    }

    /// <summary>Gives findings about the rows of <see cref="Mended"/> their place, as <see cref="LocateNew"/> does: a room speaks of a list by a name of its own; in the file its items are rows.</summary>
    /// <param name="report">The findings, of which only those about the list are taken.</param>
    /// <param name="list">What the room calls the list, such as <c>/posts</c>; empty where paths begin with the row.</param>
    /// <returns>The findings that say something new.</returns>
    internal FindingReport LocateRows(FindingReport report, string list) => LocateNew(new FindingReport(report
        .Where(finding => finding.Place.Path?.StartsWith(list + "/", StringComparison.Ordinal) == true)
        .Select(finding => finding with { Place = finding.Place with { Path = "/rows" + finding.Place.Path![list.Length..] } })));

    private Finding Locate(Finding finding) => finding.Place.File is not null
        ? finding
        : finding with { Place = finding.Place.InFile(File, finding.Place.Line ?? _lines.LineOf(finding.Place.Path ?? "")) };
}
