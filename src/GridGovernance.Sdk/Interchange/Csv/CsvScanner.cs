using System.Text;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Splits CSV text (RFC 4180) into rows of cells; lines may end in CR LF or LF, blank lines are skipped.</summary>
/// <param name="text">The text.</param>
/// <param name="findings">Takes misplaced quotation marks.</param>
internal sealed class CsvScanner(string text, ICollection<Finding> findings)
{
    private readonly List<string> _cells = [];
    private int _at;
    private int _line = 1;

    /// <summary>Gets the line on which the last row began, from 1.</summary>
    internal int RowLine { get; private set; }

    /// <summary>Gets the cells of the last row; overwritten by the next.</summary>
    internal IReadOnlyList<string> Cells => _cells;

    /// <summary>Reads the next row.</summary>
    /// <returns>False at the end.</returns>
    internal bool Read()
    {
        while (_at < text.Length && AtLineEnd())
        {
            SkipLineEnd();
        }

        if (_at >= text.Length)
        {
            return false;
        }

        RowLine = _line;
        _cells.Clear();
        while (true)
        {
            _cells.Add(_at < text.Length && text[_at] == '"' ? Quoted() : Plain());
            if (_at < text.Length && text[_at] == ',')
            {
                _at++;
                continue;
            }

            SkipLineEnd();
            return true;
        }
    }

    private bool AtLineEnd() => text[_at] == '\n' || (text[_at] == '\r' && (_at + 1 == text.Length || text[_at + 1] == '\n'));

    private void SkipLineEnd()
    {
        if (_at < text.Length && text[_at] == '\r')
        {
            _at++;
        }

        if (_at < text.Length && text[_at] == '\n')
        {
            _at++;
            _line++;
        }
    }

    private string Plain()
    {
        var start = _at;
        while (_at < text.Length && text[_at] != ',' && !AtLineEnd())
        {
            _at++;
        }

        var cell = text[start.._at];
        if (cell.Contains('"', StringComparison.Ordinal))
        {
            Report("interchange.stray-quote", _cells.Count + 1);
        }

        return cell;
    }

    private string Quoted()
    {
        var cell = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '\n')
            {
                _line++;
            }

            if (text[_at] != '"')
            {
                cell.Append(text[_at]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
            {
                cell.Append('"');
                _at++;
            }
            else
            {
                _at++;
                if (_at < text.Length && text[_at] != ',' && !AtLineEnd())
                {
                    Report("interchange.stray-quote", _cells.Count + 1);
                    cell.Append(Plain());
                }

                return cell.ToString();
            }
        }

        Report("interchange.open-quote");
        return cell.ToString();
    }

    private void Report(string code, params ReadOnlySpan<object?> values) =>
        findings.Add(Finding.Error(InterchangeMessages.All[code, values], FindingPlace.At("") with { Line = RowLine }));
}
