using System.Text.Json;
using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>Reads the coordinates of one polygon, multipolygon or point, and stops at the first thing that is wrong with it.</summary>
internal sealed class PolygonReader
{
    private const int FewestPositions = 4;

    private readonly CoordinateSystem _system;
    private readonly CoordinateSystem _target;
    private readonly ImportLimits _limits;
    private readonly List<Finding> _findings;
    private readonly FindingPlace _place;
    private readonly BoundaryBuilder _builder;
    private readonly bool _keepsInvalid;
    private int _points;
    private bool _isWithoutArea;
    private bool _read;
    private Finding? _fault;

    internal PolygonReader(CoordinateSystem system, CoordinateSystem target, ImportLimits limits, List<Finding> findings, FindingPlace place, bool keepsInvalid)
    {
        _system = system;
        _target = target;
        _limits = limits;
        _findings = findings;
        _place = place;
        _builder = new BoundaryBuilder(target);
        _keepsInvalid = keepsInvalid;
    }

    /// <summary>Gets why a geometry that was to be kept has no area.</summary>
    internal Finding? Problem { get; private set; }

    /// <summary>Gets where that can be seen, in the system of the file; null where there is no such place.</summary>
    internal GeoPoint? ProblemAt { get; private set; }

    /// <summary>Reads the value of <c>coordinates</c>.</summary>
    /// <param name="reader">The reader at the value; afterwards at its end.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="lines">Counts its lines.</param>
    /// <param name="isSingle">Whether it is one polygon, not several.</param>
    internal void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, LineCounter lines, bool isSingle)
    {
        var start = reader;
        _read = true;
        if (!(isSingle ? ReadPolygon(ref reader) : ReadPolygons(ref reader)))
        {
            var place = _place with { Line = lines.LineAt(text, reader.TokenStartIndex) };
            _fault = _fault! with { Place = place };
        }

        if (_fault is not null)
        {
            // Whatever was wrong, go on behind the whole value.
            reader = start;
            reader.Skip();
        }
    }

    /// <summary>Reads the value of <c>coordinates</c> of a point.</summary>
    /// <param name="reader">The reader at the value; afterwards at its end.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="lines">Counts its lines.</param>
    /// <returns>The point in the target system, on the quantum; null where something is wrong, which <see cref="Build"/> then reports.</returns>
    internal GeoPoint? ReadPoint(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, LineCounter lines)
    {
        var start = reader;
        _read = true;
        if (ReadPosition(ref reader, out var point))
        {
            return _target.Round(_system.Convert(point, _target));
        }

        _fault = _fault! with { Place = _place with { Line = lines.LineAt(text, reader.TokenStartIndex) } };
        reader = start;
        reader.Skip();
        return null;
    }

    /// <summary>Builds the area.</summary>
    /// <param name="line">The line of the geometry.</param>
    /// <returns>The area, valid; null where something is wrong, which is then in the findings.</returns>
    internal GridBoundary? Build(int line)
    {
        if (!_read)
        {
            _fault = Fault("interchange.missing-member", "coordinates", new LocalizedText("a list of rings", "环的列表"));
        }

        var boundary = _fault is null ? _builder.Build() : null;
        if (_fault is null && boundary is null)
        {
            _isWithoutArea = true;
            _fault = Fault("interchange.empty-geometry");
        }

        if (boundary is not null && !_keepsInvalid && BoundaryCheck.Find(boundary) is { } defect)
        {
            var joined = boundary.PolygonCount > 1 ? BoundaryJoin.TryJoin([boundary], out _) : null;
            var (before, after) = (boundary.PolygonCount, joined?.PolygonCount);
            boundary = joined;
            if (joined is null)
            {
                _fault = Invalid(defect);
            }
            else
            {
                _findings.Add(Finding.Warning(InterchangeMessages.All["interchange.parts-joined", before, after], _place with { Line = line }));
            }
        }

        if (_fault is not null)
        {
            var fault = _fault.Place.Line is null ? _fault with { Place = _place with { Line = line } } : _fault;
            if (_keepsInvalid && _isWithoutArea)
            {
                Problem = fault;
            }
            else
            {
                _findings.Add(fault);
            }
        }

        return boundary;
    }

    private bool ReadPolygons(ref Utf8JsonReader reader)
    {
        if (!Expect(reader.TokenType, JsonTokenType.StartArray, new LocalizedText("a list of polygons", "多边形的列表")))
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!ReadPolygon(ref reader))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadPolygon(ref Utf8JsonReader reader)
    {
        if (!Expect(reader.TokenType, JsonTokenType.StartArray, new LocalizedText("a list of rings", "环的列表")))
        {
            return false;
        }

        _builder.BeginPolygon();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!ReadRing(ref reader))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadRing(ref Utf8JsonReader reader)
    {
        if (!Expect(reader.TokenType, JsonTokenType.StartArray, new LocalizedText("a list of positions", "坐标点的列表")))
        {
            return false;
        }

        var (count, first, last) = (0, default(GeoPoint), default(GeoPoint));
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!ReadPosition(ref reader, out last))
            {
                return false;
            }

            first = count == 0 ? last : first;
            count++;
        }

        if (count < FewestPositions)
        {
            _isWithoutArea = true;
            return Fail("interchange.ring-too-short", FewestPositions, count);
        }

        if (first != last)
        {
            return Fail("interchange.ring-open", first, last);
        }

        if (_builder.EndRing() is { } problem)
        {
            _isWithoutArea = true;
            _fault = problem.Defect is null ? Fault("interchange.ring-too-short", FewestPositions, problem.Points + 1) : Invalid(problem.Defect);
            return false;
        }

        return true;
    }

    private bool ReadPosition(ref Utf8JsonReader reader, out GeoPoint point)
    {
        point = default;
        if (!Expect(reader.TokenType, JsonTokenType.StartArray, new LocalizedText("a position", "一个坐标点"))
            || !ReadNumber(ref reader, out var x) || !ReadNumber(ref reader, out var y))
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!Expect(reader.TokenType, JsonTokenType.Number, new LocalizedText("a number", "数字")))
            {
                return false;
            }
        }

        point = new GeoPoint(x, y);
        if (!_system.Accepts(point))
        {
            var swapped = _system.IsGeographic && _system.Accepts(new GeoPoint(y, x));
            return Fail(swapped ? "interchange.position-swapped" : "interchange.position-out-of-range", point, _system.Code, _system.LargestX, _system.LargestY);
        }

        if (++_points > _limits.MaxPointsPerGeometry)
        {
            return Fail("interchange.too-many-points-in-geometry", _limits.MaxPointsPerGeometry);
        }

        var (qx, qy) = _target.ToQuanta(_system.Convert(point, _target));
        _builder.Add(qx, qy);
        return true;
    }

    private bool ReadNumber(ref Utf8JsonReader reader, out double value)
    {
        value = 0;
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return Fail("interchange.wrong-type", "coordinates", new LocalizedText("positions of two numbers at least", "至少两个数的坐标点"), new LocalizedText("a shorter one", "更短的坐标点"));
        }

        if (!Expect(reader.TokenType, JsonTokenType.Number, new LocalizedText("a number", "数字")))
        {
            return false;
        }

        return reader.TryGetDouble(out value) && double.IsFinite(value)
            ? true
            : Fail("interchange.number-out-of-range", System.Text.Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 40)]));
    }

    private bool Expect(JsonTokenType found, JsonTokenType expected, LocalizedText name) =>
        found == expected || Fail("interchange.wrong-type", "coordinates", name, JsonTokens.Describe(found));

    private Finding Invalid(BoundaryDefect defect)
    {
        ProblemAt = _system.Round(_target.Convert(defect.At, _system));
        return Fault("interchange.invalid-geometry", GeoJsonReader.Text(defect.Kind), ProblemAt);
    }

    private bool Fail(string code, params ReadOnlySpan<object?> values)
    {
        _fault = Fault(code, values);
        return false;
    }

    private Finding Fault(string code, params ReadOnlySpan<object?> values) => Finding.Error(InterchangeMessages.All[code, values], _place);
}
