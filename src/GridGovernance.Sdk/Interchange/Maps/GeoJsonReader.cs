using System.Text.Json;
using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>Goes through GeoJSON text once: objects of features, and geometries by <see cref="PolygonReader"/>.</summary>
internal ref struct GeoJsonReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly string _file;
    private readonly int _mark;
    private readonly CoordinateSystem _system;
    private readonly CoordinateSystem _target;
    private readonly ImportLimits _limits;
    private readonly List<Finding> _findings;
    private readonly bool _keepsInvalid;
    private readonly bool _acceptsPoints;
    private readonly List<GeoFeature> _features = [];
    private readonly LineCounter _lines = new();
    private readonly MemberNames _collectionNames = new();
    private readonly MemberNames _featureNames = new();
    private readonly MemberNames _innerNames = new();
    private Utf8JsonReader _reader;
    private string _path = "";
    private int _areas;

    internal GeoJsonReader(
        ReadOnlySpan<byte> text, int mark, string file, CoordinateSystem system, CoordinateSystem target, ImportLimits limits, List<Finding> findings, bool keepsInvalid, bool acceptsPoints)
    {
        _file = file;
        _mark = mark;
        _keepsInvalid = keepsInvalid;
        _acceptsPoints = acceptsPoints;
        _text = text;
        _system = system;
        _target = target;
        _limits = limits;
        _findings = findings;
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = GovernanceJson.MaxDepth });
    }

    /// <summary>Names a defect in both languages, for a sentence of the form "but {…} at …".</summary>
    internal static LocalizedText Text(BoundaryDefectKind kind) => kind switch
    {
        BoundaryDefectKind.Crossing => new LocalizedText("its lines cross", "边线相交"),
        BoundaryDefectKind.Overlap => new LocalizedText("a line runs along another or back on itself", "边线重叠或折返"),
        BoundaryDefectKind.SelfTouch => new LocalizedText("a closed line touches itself", "环自接触"),
        BoundaryDefectKind.HoleOutside => new LocalizedText("a hole lies outside", "洞位于外环之外"),
        BoundaryDefectKind.Nested => new LocalizedText("a hole or polygon lies inside another", "洞或多边形相互嵌套"),
        _ => new LocalizedText("holes cut the inside apart", "洞将内部割裂"),
    };

    /// <summary>Reads the whole text.</summary>
    /// <returns>The features; what is wrong is in the findings.</returns>
    internal IReadOnlyList<GeoFeature> ReadAll()
    {
        try
        {
            _reader.Read();
            ReadRoot();
            if (_reader.Read())
            {
                Report("interchange.syntax", 1, "text after the end");
            }

            if (_areas == 0 && _findings.TrueForAll(static f => f.Severity != FindingSeverity.Error))
            {
                _path = "";
                Report("interchange.no-polygon");
            }
        }
        catch (JsonException fault)
        {
            var reason = fault.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0];
            var place = FindingPlace.At(_path) with { Line = (int)(fault.LineNumber ?? 0) + 1 };
            _findings.Add(Finding.Error(InterchangeMessages.All["interchange.syntax", (fault.BytePositionInLine ?? 0) + 1, reason], place));
        }
        catch (InvalidOperationException)
        {
            Report("interchange.half-character");
        }

        return _features.AsReadOnly();
    }

    private void ReadRoot()
    {
        if (!Expect(JsonTokenType.StartObject, new LocalizedText("an object", "一个对象")))
        {
            return;
        }

        // The members may come in any order, so a look ahead finds the type; the reader is a value and keeps its place.
        var type = TypeAhead();
        switch (type)
        {
            case "FeatureCollection":
                ReadCollection();
                break;
            case "Feature":
                ReadFeature();
                break;
            case "Polygon" or "MultiPolygon":
                var at = Line();
                var whole = ReadGeometry(out _, out var problem);
                _features.Add(new GeoFeature(0, at, null, whole, []) { Problem = problem?.Finding, ProblemAt = problem?.At });
                break;
            default:
                Report("interchange.geojson-type", type ?? "–");
                _reader.Skip();
                break;
        }
    }

    // It stops at the type, so that a long list of coordinates behind it is not gone through twice; a type that stands twice counts where it stands first.
    private readonly string? TypeAhead()
    {
        var ahead = _reader;
        string? type = null;
        while (type is null && ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isType = ahead.ValueTextEquals("type"u8);
            ahead.Read();
            if (isType && ahead.TokenType == JsonTokenType.String)
            {
                type = ahead.GetString();
            }

            ahead.Skip();
        }

        return type;
    }

    private void ReadCollection()
    {
        var seen = false;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFeatures = _reader.ValueTextEquals("features"u8);
            WarnOfCrs();
            if (IsRepeated(_collectionNames, _reader.GetString()!))
            {
                continue;
            }

            if (!isFeatures)
            {
                _reader.Skip();
                continue;
            }

            _path = "/features";
            seen = true;
            ReadFeatures();
            _path = "";
        }

        if (!seen)
        {
            Report("interchange.missing-member", "features", new LocalizedText("a list", "一个列表"));
        }
    }

    private void ReadFeatures()
    {
        if (!Expect(JsonTokenType.StartArray, new LocalizedText("a list", "一个列表")))
        {
            return;
        }

        for (var index = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index == _limits.MaxFeatures)
            {
                Report("interchange.too-many-features", _limits.MaxFeatures);
            }

            if (index >= _limits.MaxFeatures)
            {
                _reader.Skip();
                continue;
            }

            _path = FormattableString.Invariant($"/features/{index}");
            if (Expect(JsonTokenType.StartObject, new LocalizedText("a feature", "一个要素")))
            {
                ReadFeature();
            }
        }

        _path = "/features";
    }

    private void ReadFeature()
    {
        var path = _path;
        var at = Line();
        string? id = null;
        (Finding Finding, GeoPoint? At)? problem = null;
        Range? propertiesAt = null;
        GridBoundary? boundary = null;
        GeoPoint? point = null;
        var hasGeometry = false;
        var properties = new List<KeyValuePair<string, string>>();
        _featureNames.Clear();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _reader.GetString()!;
            WarnOfCrs();
            if (IsRepeated(_featureNames, name))
            {
                continue;
            }

            _path = $"{path}/{name}";
            switch (name)
            {
                case "type" when _reader.TokenType != JsonTokenType.String || !_reader.ValueTextEquals("Feature"u8):
                    Report("interchange.wrong-type", "type", "Feature", Describe());
                    _reader.Skip();
                    break;
                case "id":
                    id = Scalar();
                    break;
                case "geometry":
                    hasGeometry = true;
                    boundary = _reader.TokenType == JsonTokenType.Null ? null : ReadGeometry(out point, out problem);
                    break;
                case "properties" when _reader.TokenType == JsonTokenType.StartObject:
                    var start = (int)_reader.TokenStartIndex;
                    ReadProperties(properties);
                    propertiesAt = (_mark + start)..(_mark + (int)_reader.BytesConsumed);
                    break;
                default:
                    _reader.Skip();
                    break;
            }

            _path = path;
        }

        if (!hasGeometry)
        {
            Report("interchange.missing-member", "geometry", new LocalizedText("a polygon", "一个多边形"));
        }

        _features.Add(new GeoFeature(_features.Count, at, id, boundary, properties) { Place = point, Problem = problem?.Finding, ProblemAt = problem?.At, PropertiesAt = propertiesAt });
    }

    private void ReadProperties(List<KeyValuePair<string, string>> properties)
    {
        _innerNames.Clear();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _reader.GetString()!;
            if (!IsRepeated(_innerNames, name) && Scalar() is { } value)
            {
                if (value.Length > _limits.MaxTextLength)
                {
                    Report("interchange.text-too-long", name, _limits.MaxTextLength, value.Length);
                }
                else
                {
                    properties.Add(new KeyValuePair<string, string>(name, value));
                }
            }
        }
    }

    private GridBoundary? ReadGeometry(out GeoPoint? point, out (Finding Finding, GeoPoint? At)? problem)
    {
        (point, problem) = (null, null);
        if (!Expect(JsonTokenType.StartObject, new LocalizedText("a polygon or null", "多边形或 null")))
        {
            return null;
        }

        _areas++;
        var type = TypeAhead();
        if (type is not ("Polygon" or "MultiPolygon") && !(_acceptsPoints && type is "Point"))
        {
            Report(_acceptsPoints ? "interchange.geometry-type-or-point" : "interchange.geometry-type", type ?? "–");
            _reader.Skip();
            return null;
        }

        var line = Line();
        var polygons = new PolygonReader(_system, _target, _limits, _findings, FindingPlace.At(_path + "/coordinates"), _keepsInvalid);
        _innerNames.Clear();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCoordinates = _reader.ValueTextEquals("coordinates"u8);
            WarnOfCrs();
            if (IsRepeated(_innerNames, _reader.GetString()!))
            {
                continue;
            }

            if (isCoordinates && type is "Point")
            {
                point = polygons.ReadPoint(ref _reader, _text, _lines);
            }
            else if (isCoordinates)
            {
                polygons.Read(ref _reader, _text, _lines, isSingle: string.Equals(type, "Polygon", StringComparison.Ordinal));
            }
            else
            {
                _reader.Skip();
            }
        }

        var boundary = point is null ? polygons.Build(line) : null;
        problem = polygons.Problem is { } fault ? (fault with { Place = fault.Place.InFile(_file, fault.Place.Line) }, polygons.ProblemAt) : null;
        return boundary;
    }

    // Goes on to the value of a member; one whose name stood before is reported and passed over.
    private bool IsRepeated(MemberNames names, string name)
    {
        var isRepeated = !names.Add(name);
        if (isRepeated)
        {
            Report("interchange.duplicate-member", name);
        }

        _reader.Read();
        if (isRepeated)
        {
            _reader.Skip();
        }

        return isRepeated;
    }

    private string? Scalar()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return _reader.GetString();
            case JsonTokenType.Number:
                return System.Text.Encoding.UTF8.GetString(_reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                _reader.Skip();
                return null;
        }
    }

    private readonly void WarnOfCrs()
    {
        if (_reader.ValueTextEquals("crs"u8))
        {
            _findings.Add(Finding.Warning(InterchangeMessages.All["interchange.crs-ignored", _system.Code], FindingPlace.At(_path) with { Line = Line() }));
        }
    }

    private bool Expect(JsonTokenType token, LocalizedText expected)
    {
        if (_reader.TokenType == token)
        {
            return true;
        }

        Report("interchange.wrong-type", _path.Length == 0 ? "/" : _path, expected, Describe());
        _reader.Skip();
        return false;
    }

    private readonly LocalizedText Describe() => JsonTokens.Describe(_reader.TokenType);

    private readonly int Line() => _lines.LineAt(_text, _reader.TokenStartIndex);

    private readonly void Report(string code, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(InterchangeMessages.All[code, values], FindingPlace.At(_path) with { Line = Line() }));
}
