using System.Globalization;
using System.Text;
using System.Text.Json;
using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Goes once through JSON text: notes the line of every value, and reports what makes it no document.</summary>
internal ref struct JsonScanner
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly ICollection<Finding> _findings;
    private readonly SourceMap _map = new();
    private readonly Stack<(string Pointer, int Next)> _containers = new();
    private Utf8JsonReader _reader;
    private string? _member;
    private long _offset;
    private int _line = 1;

    private JsonScanner(ReadOnlySpan<byte> text, ICollection<Finding> findings)
    {
        _text = text;
        _findings = findings;
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = GovernanceJson.MaxDepth });
    }

    /// <summary>Scans a text.</summary>
    /// <param name="text">UTF-8 without a byte-order mark.</param>
    /// <param name="findings">Takes a syntax error, and each member that stands twice in its object.</param>
    /// <param name="map">The lines found.</param>
    /// <returns>True when the text is one JSON document, duplicate members aside.</returns>
    internal static bool TryScan(ReadOnlySpan<byte> text, ICollection<Finding> findings, out SourceMap map)
    {
        var scanner = new JsonScanner(text, findings);
        map = scanner._map;
        return scanner.Run();
    }

    private bool Run()
    {
        try
        {
            while (_reader.Read())
            {
                Step();
            }

            return true;
        }
        catch (JsonException fault)
        {
            // The reader counts lines and bytes from 0; the reason goes before its own " LineNumber: …".
            var line = (int)(fault.LineNumber ?? 0) + 1;
            var reason = fault.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0];
            Report("interchange.syntax", line, "", (fault.BytePositionInLine ?? 0) + 1, reason);
            return false;
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair, written as \uD8xx.
            Report("interchange.half-character", Line(), Pointer());
            return false;
        }
    }

    private void Step()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _member = ShapePath.Escape(_reader.GetString()!);
                if (!_map.Add(Pointer(), Line()))
                {
                    Report("interchange.duplicate-member", Line(), Pointer(), _reader.GetString());
                    _reader.Skip();
                    Next();
                }

                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var pointer = Pointer();
                _map.Add(pointer, Line());
                _containers.Push((pointer, _reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
                _member = null;
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _containers.Pop();
                Next();
                break;
            default:
                if (_reader is { TokenType: JsonTokenType.String, ValueIsEscaped: true })
                {
                    _ = _reader.GetString();
                }

                _map.Add(Pointer(), Line());
                Next();
                break;
        }
    }

    private readonly string Pointer() => _containers.TryPeek(out var container)
        ? $"{container.Pointer}/{(container.Next < 0 ? _member : container.Next.ToString(CultureInfo.InvariantCulture))}"
        : "";

    private void Next()
    {
        _member = null;
        if (_containers.TryPeek(out var container) && container.Next >= 0)
        {
            _containers.Pop();
            _containers.Push(container with { Next = container.Next + 1 });
        }
    }

    private int Line()
    {
        var start = _reader.TokenStartIndex;
        _line += _text[(int)_offset..(int)start].Count((byte)'\n');
        _offset = start;
        return _line;
    }

    private readonly void Report(string code, int line, string pointer, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(InterchangeMessages.All[code, values], FindingPlace.At(pointer) with { Line = line }));
}
