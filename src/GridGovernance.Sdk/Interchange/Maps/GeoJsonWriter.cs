using System.Buffers;
using System.Text.Json;
using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>Writes areas as a GeoJSON feature collection (RFC 7946), one feature a line, without holding more than one in memory.</summary>
/// <remarks>
/// Coordinates have at most 7 decimals (metres 3), rings follow the right-hand rule. The member <c>coordinateSystem</c>, which readers of the standard ignore,
/// names the system. One instance is used once and by one thread; disposing it completes the text and leaves the stream open.
/// </remarks>
public sealed class GeoJsonWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly CoordinateSystem _system;
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;
    private bool _any;
    private bool _disposed;

    /// <summary>Begins a collection.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="system">The coordinate system that is written; areas of another one are converted.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public GeoJsonWriter(Stream stream, CoordinateSystem system)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(system);
        _stream = stream;
        _system = system;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _stream.Write("{\"type\":\"FeatureCollection\",\"coordinateSystem\":\""u8);
        _stream.Write(System.Text.Encoding.UTF8.GetBytes(system.Code));
        _stream.Write("\",\"features\":["u8);
    }

    /// <summary>Writes a feature.</summary>
    /// <param name="boundary">The area; null where it has none.</param>
    /// <param name="id">The feature's id; null for none.</param>
    /// <param name="properties">Writes the members of <c>properties</c>; null for none.</param>
    /// <exception cref="ObjectDisposedException">The collection is complete.</exception>
    /// <exception cref="ArgumentException">The boundary cannot be converted to the system that is written.</exception>
    public void Write(GridBoundary? boundary, string? id = null, Action<Utf8JsonWriter>? properties = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var converted = boundary?.ConvertTo(_system);
        _buffer.Clear();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Feature"u8);
        if (id is not null)
        {
            _json.WriteString("id"u8, id);
        }

        _json.WriteStartObject("properties"u8);
        properties?.Invoke(_json);
        _json.WriteEndObject();
        if (converted is null)
        {
            _json.WriteNull("geometry"u8);
        }
        else
        {
            WriteGeometry(converted);
        }

        _json.WriteEndObject();
        _json.Flush();
        _stream.Write(_any ? ",\n"u8 : "\n"u8);
        _stream.Write(_buffer.WrittenSpan);
        _any = true;
    }

    /// <summary>Completes the text.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _stream.Write("\n]}\n"u8);
            _json.Dispose();
        }
    }

    private void WriteGeometry(GridBoundary boundary)
    {
        var isSingle = boundary.PolygonCount == 1;
        _json.WriteStartObject("geometry"u8);
        _json.WriteString("type"u8, isSingle ? "Polygon"u8 : "MultiPolygon"u8);
        _json.WriteStartArray("coordinates"u8);
        for (var i = 0; i < boundary.RingCount; i++)
        {
            var ring = boundary.Ring(i);
            if (!ring.IsHole && !isSingle)
            {
                if (i > 0)
                {
                    _json.WriteEndArray();
                }

                _json.WriteStartArray();
            }

            _json.WriteStartArray();
            for (var k = 0; k <= ring.Count; k++)
            {
                var at = 2 * (k % ring.Count);
                _json.WriteStartArray();
                _json.WriteNumberValue(ToDecimal(ring.Quanta[at]));
                _json.WriteNumberValue(ToDecimal(ring.Quanta[at + 1]));
                _json.WriteEndArray();
            }

            _json.WriteEndArray();
        }

        if (!isSingle)
        {
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    // The quantum as an exact decimal without trailing zeros.
    private decimal ToDecimal(long quanta)
    {
        byte scale = _system.IsGeographic ? (byte)7 : (byte)3;
        while (scale > 0 && quanta % 10 == 0)
        {
            quanta /= 10;
            scale--;
        }

        var magnitude = (ulong)Math.Abs(quanta);
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, quanta < 0, scale);
    }
}
