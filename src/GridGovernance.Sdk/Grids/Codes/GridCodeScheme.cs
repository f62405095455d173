using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Grids;

/// <summary>A compiled scheme of grid codes (网格编码规则): takes codes apart, builds them, and gives the next number.</summary>
/// <remarks>
/// <para>Several incompatible schemes are in use; the scheme, not the code, knows the width. <see cref="GridCodeSchemePresets"/> holds those that are published.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GridCodeScheme
{
    private readonly GridCodeSegment[] _segments;

    private GridCodeScheme(GridCodeSchemeDefinition definition)
    {
        Definition = definition;
        _segments = new GridCodeSegment[definition.Segments.Count];
        for (var i = 0; i < _segments.Length; i++)
        {
            _segments[i] = new GridCodeSegment(definition.Segments[i], Length);
            Length += definition.Segments[i].Width;
        }
    }

    /// <summary>Gets the definition.</summary>
    public GridCodeSchemeDefinition Definition { get; }

    /// <summary>Gets how many characters a code has.</summary>
    public int Length { get; }

    /// <summary>Checks and compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="report">All findings, with JSON Pointers into the definition.</param>
    /// <returns>The scheme, or null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static GridCodeScheme? Compile(GridCodeSchemeDefinition definition, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        report = GridCodeSchemeChecker.Check(definition);
        return report.HasErrors ? null : new GridCodeScheme(definition);
    }

    /// <summary>Takes a code apart.</summary>
    /// <param name="text">The code.</param>
    /// <returns>Its parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not a code of this scheme; the message names every reason.</exception>
    public GridCodeParts Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var parts) ? parts : throw new FormatException(string.Join(' ', Check(text).Select(static f => f.Message)));
    }

    /// <summary>Tries to take a code apart.</summary>
    /// <param name="text">The code.</param>
    /// <param name="parts">Its parts, or null.</param>
    /// <returns>True when it is a code of this scheme.</returns>
    public bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out GridCodeParts? parts)
    {
        parts = text is null || Check(text).HasErrors ? null : Split(GridCode.Parse(text));
        return parts is not null;
    }

    /// <summary>Says what keeps a text from being a code of this scheme.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Every finding: a wrong length, a character outside a segment's alphabet, a value that is never given, a division code of a wrong structure. Empty for a code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public FindingReport Check(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var place = FindingPlace.Of(text);
        if (text.Length != Length)
        {
            return new FindingReport([Finding.Error(GridsMessages.Catalogue["grids.scheme-length", text, Definition.Code, Length, text.Length], place)]);
        }

        var findings = new List<Finding>();
        foreach (var segment in _segments)
        {
            var value = segment.Of(text);
            if (!segment.Accepts(value))
            {
                findings.Add(Finding.Error(GridsMessages.Catalogue["grids.segment-alphabet", text, segment.Definition.Code, segment.Letters, value], place));
            }
            else if (segment.Has(value, GridCodeReserve.NotGiven))
            {
                findings.Add(Finding.Error(GridsMessages.Catalogue["grids.segment-not-given", text, segment.Definition.Code, value], place));
            }
        }

        var division = Join(text, static s => s.Definition.Role == GridCodeRole.Division);
        if (findings.Count == 0 && !HasDivision(text, division))
        {
            findings.Add(Finding.Error(GridsMessages.Catalogue["grids.scheme-division", text, division], place));
        }

        return new FindingReport(findings);
    }

    /// <summary>Says which units of a level have codes that this scheme does not know.</summary>
    /// <param name="map">The map.</param>
    /// <param name="levelCode">The level.</param>
    /// <returns>Every finding of every unit, by code.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has no such level.</exception>
    public FindingReport Check(GridMap map, string levelCode)
    {
        ArgumentNullException.ThrowIfNull(levelCode);
        ArgumentNullException.ThrowIfNull(map);
        return new FindingReport(map.UnitsAt(levelCode).SelectMany(unit => Check(unit.Code.ToString())));
    }

    /// <summary>Builds a code from its segments.</summary>
    /// <param name="values">The text of each segment, in order and in full width.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentException">The number of segments differs, or the result is not a code of this scheme; the message names every reason.</exception>
    public GridCode Format(params ReadOnlySpan<string> values)
    {
        if (values.Length != _segments.Length)
        {
            throw new ArgumentException($"Expected {_segments.Length} segments for \"{Definition.Code}\", but found {values.Length}.", nameof(values));
        }

        var text = string.Concat(values);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Length != _segments[i].Definition.Width)
            {
                throw new ArgumentException($"Expected {_segments[i].Definition.Width} characters for the segment \"{_segments[i].Definition.Code}\", but found \"{values[i]}\".", nameof(values));
            }
        }

        return TryParse(text, out var parts) ? parts.Code : throw new ArgumentException(string.Join(' ', Check(text).Select(static f => f.Message)), nameof(values));
    }

    /// <summary>Returns the code of the division that a grid lies in.</summary>
    /// <param name="code">The grid's code.</param>
    /// <returns>The division's code; null where the code is none of this scheme.</returns>
    public GridCode? ParentOf(GridCode code) => TryParse(code.ToString(), out var parts) ? parts.Division : null;

    /// <summary>Returns the next number after all that were ever given: a code is never used again, whatever became of its grid.</summary>
    /// <param name="head">Everything before the number, as <see cref="GridCodeParts.Head"/> gives it.</param>
    /// <param name="everGiven">Every code that was ever given; those of other heads are passed over.</param>
    /// <returns>The code; null when the numbers are used up.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="everGiven"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="head"/> is not the beginning of a code of this scheme.</exception>
    public GridCode? NextSerial(GridCode head, IEnumerable<GridCode> everGiven)
    {
        ArgumentNullException.ThrowIfNull(everGiven);
        var serial = _segments[^1];
        var last = -1L;
        foreach (var code in everGiven)
        {
            if (code.Length == Length && code.StartsWith(head) && serial.Number(serial.Of(code.ToString())) is { } number)
            {
                last = Math.Max(last, number);
            }
        }

        var first = serial.Text(0);
        if (head.Length != Length - serial.Definition.Width || Check(head + first).Any(static f => !string.Equals(f.Code, "grids.segment-not-given", StringComparison.Ordinal)))
        {
            throw new ArgumentException($"Expected the first {Length - serial.Definition.Width} characters of a code of \"{Definition.Code}\", but found \"{head}\".", nameof(head));
        }

        // Reserved ranges may be long: each is passed in one step.
        var next = last + 1;
        while (next < serial.Count && serial.LastReserved(serial.Text(next)) is { } reserved)
        {
            next = reserved + 1;
        }

        return next < serial.Count ? GridCode.Parse(head + serial.Text(next)) : null;
    }

    private GridCodeParts Split(GridCode code)
    {
        var text = code.ToString();
        var serial = _segments[^1].Of(text);
        return new GridCodeParts(
            code,
            EquatableArray.From(_segments.Select(s => s.Of(text))),
            GridCode.Parse(Join(text, static s => s.Definition.Role == GridCodeRole.Division)),
            code.Truncate(Length - serial.Length),
            serial,
            _segments[^1].Has(serial, GridCodeReserve.WholeDivision),
            Array.Exists(_segments, s => s.Has(s.Of(text), GridCodeReserve.MergedDivision)));
    }

    private string Join(string text, Func<GridCodeSegment, bool> which) => string.Concat(_segments.Where(which).Select(s => s.Of(text)));

    // The number of a merged community is outside the ranges of the statistical code: what is above it is checked alone.
    private bool HasDivision(string text, string division)
    {
        var last = Array.FindLast(_segments, static s => s.Definition.Role == GridCodeRole.Division)!;
        var merged = last.Has(last.Of(text), GridCodeReserve.MergedDivision);
        return DivisionCode.TryParse(merged ? division[..^last.Definition.Width] : division, null, out _);
    }
}
