using System.Globalization;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Writes CSV (RFC 4180, lines end in a line feed) cell by cell, text guarded against formula injection.</summary>
/// <remarks>
/// <para>A text that begins with <c>= + - @</c>, their full-width forms, a tab, a line end or NUL gets an apostrophe in front; numbers
/// stay numbers. Single use and not safe to share between threads; the caller keeps the text writer.</para>
/// </remarks>
public sealed class CsvWriter
{
    private readonly TextWriter _output;
    private bool _inRow;

    /// <summary>Creates a writer.</summary>
    /// <param name="output">Takes the text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public CsvWriter(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    /// <summary>Writes the header row.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <returns>This writer.</returns>
    public CsvWriter Header(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            Text(column);
        }

        return EndRow();
    }

    /// <summary>Writes a text.</summary>
    /// <param name="value">The text; null or empty gives an empty cell.</param>
    /// <returns>This writer.</returns>
    public CsvWriter Text(string? value) => Cell(FormulaGuard.Add(value ?? ""));

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The number; null gives an empty cell.</param>
    /// <returns>This writer.</returns>
    public CsvWriter Number(long? value) => Cell(value?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>Writes a number, exactly.</summary>
    /// <param name="value">The number; null gives an empty cell.</param>
    /// <returns>This writer.</returns>
    public CsvWriter Number(decimal? value) => Cell(value?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>Writes a number so that it reads back as the same double.</summary>
    /// <param name="value">The number; null gives an empty cell.</param>
    /// <returns>This writer.</returns>
    public CsvWriter Number(double? value) => Cell(value?.ToString("R", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Ends the row.</summary>
    /// <returns>This writer.</returns>
    public CsvWriter EndRow()
    {
        _output.Write('\n');
        _inRow = false;
        return this;
    }

    internal CsvWriter Cell(string text)
    {
        if (_inRow)
        {
            _output.Write(',');
        }

        _inRow = true;
        if (text.AsSpan().IndexOfAny("\",\r\n") < 0)
        {
            _output.Write(text);
        }
        else
        {
            _output.Write('"');
            _output.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _output.Write('"');
        }

        return this;
    }
}
