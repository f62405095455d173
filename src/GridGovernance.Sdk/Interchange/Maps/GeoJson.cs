using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>Reads areas from GeoJSON (RFC 7946); <see cref="GeoJsonWriter"/> writes them.</summary>
/// <remarks>
/// <para>The coordinate system is the caller's to declare, never guessed: an old <c>crs</c> member is ignored with a warning. Areas are polygons and multipolygons; rings may run in
/// either direction; a third coordinate is dropped. Where the caller says so, points are read too.</para>
/// <para>Everything that is wrong is reported with line and feature, whatever the bytes are. This type is safe to share between threads.</para>
/// </remarks>
public static class GeoJson
{
    /// <summary>Reads all features.</summary>
    /// <param name="content">The bytes of the file: UTF-8, with or without a byte-order mark.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="system">The coordinate system of the file.</param>
    /// <param name="target">The system that the areas are converted to; the file's own when null.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <param name="invalid">What becomes of geometries that are not valid.</param>
    /// <param name="acceptsPoints">Whether a feature may be a point, which has a <see cref="GeoFeature.Place"/> and no area; otherwise that is an error.</param>
    /// <returns>The features in the order of the file, or every problem. Parts of one area that share a border are joined, with a warning.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> or <paramref name="system"/> is null.</exception>
    /// <exception cref="ArgumentException">One system is metric and the other is not.</exception>
    public static ReadResult<IReadOnlyList<GeoFeature>> Read(
        ReadOnlySpan<byte> content, string file, CoordinateSystem system, CoordinateSystem? target = null, ImportLimits? limits = null,
        InvalidGeometry invalid = InvalidGeometry.Refuse, bool acceptsPoints = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(system);
        target ??= system;
        if (!system.ConvertsTo(target))
        {
            throw new ArgumentException($"Expected a system that \"{system}\" converts to, but found \"{target}\".", nameof(target));
        }

        var findings = new List<Finding>();
        limits ??= ImportLimits.Default;
        IReadOnlyList<GeoFeature>? features = null;
        if (SourceText.TryAccept(content, limits, findings, out var text))
        {
            if (PositionCount.FindExcess(text, limits.MaxPoints) is >= 0 and var excess)
            {
                var place = FindingPlace.At("") with { Line = text[..(int)excess].Count((byte)'\n') + 1 };
                findings.Add(Finding.Error(InterchangeMessages.All["interchange.too-many-points", limits.MaxPoints], place));
                return new ReadResult<IReadOnlyList<GeoFeature>>(file, null, null, findings, new SourceMap());
            }

            features = new GeoJsonReader(text, content.Length - text.Length, file, system, target, limits, findings, invalid == InvalidGeometry.Keep, acceptsPoints).ReadAll();
        }

        var failed = findings.Exists(static f => f.Severity == FindingSeverity.Error);
        return new ReadResult<IReadOnlyList<GeoFeature>>(file, failed ? null : features, null, findings, new SourceMap());
    }

    /// <summary>Reads one outline: all areas of the file, joined where they share borders.</summary>
    /// <param name="content">The bytes of the file: UTF-8, with or without a byte-order mark.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="system">The coordinate system of the file.</param>
    /// <param name="target">The system that the outline is converted to; the file's own when null.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The outline, valid; or every problem.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> or <paramref name="system"/> is null.</exception>
    /// <exception cref="ArgumentException">One system is metric and the other is not.</exception>
    public static ReadResult<GridBoundary> ReadOutline(
        ReadOnlySpan<byte> content, string file, CoordinateSystem system, CoordinateSystem? target = null, ImportLimits? limits = null)
    {
        var read = Read(content, file, system, target, limits);
        var parts = (read.Value ?? []).Select(static f => f.Boundary).OfType<GridBoundary>().ToArray();
        if (parts.Length < 2)
        {
            return new ReadResult<GridBoundary>(file, parts.Length == 1 ? parts[0] : null, null, read.Report, new SourceMap());
        }

        var findings = new List<Finding>(read.Report);
        var joined = BoundaryJoin.TryJoin(parts, out var defect);
        if (joined is null)
        {
            findings.Add(Finding.Error(InterchangeMessages.All["interchange.outline-parts", parts.Length, defect is null ? null : GeoJsonReader.Text(defect.Kind), defect?.At], FindingPlace.At("/features")));
        }

        return new ReadResult<GridBoundary>(file, joined, null, findings, new SourceMap());
    }
}
