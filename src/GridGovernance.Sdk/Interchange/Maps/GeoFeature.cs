using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>One feature of a GeoJSON file: an area, or a point where those were asked for, with the properties that a table would hold.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class GeoFeature
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _properties;

    internal GeoFeature(int index, int line, string? id, GridBoundary? boundary, IReadOnlyList<KeyValuePair<string, string>> properties)
    {
        Index = index;
        Line = line;
        Id = id;
        Boundary = boundary;
        _properties = properties;
    }

    /// <summary>Gets the position in the file, from 0.</summary>
    public int Index { get; }

    /// <summary>Gets the line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>Gets the feature's <c>id</c>; null where it has none.</summary>
    public string? Id { get; }

    /// <summary>Gets the area; null where the file says <c>null</c>, where the feature is a point, or where <see cref="Problem"/> says why.</summary>
    public GridBoundary? Boundary { get; }

    /// <summary>Gets the point, on the quantum of the system that was asked for; null where the feature is none.</summary>
    public GeoPoint? Place { get; internal init; }

    /// <summary>Gets where the object of its properties stands in the bytes that were read, for whoever writes them on unchanged; null where there is none.</summary>
    public Range? PropertiesAt { get; internal init; }

    /// <summary>Gets why a geometry that was to be kept has no area; null where all is well.</summary>
    public Finding? Problem { get; internal init; }

    /// <summary>Gets where <see cref="Problem"/> can be seen, in the system of the file; null where all is well or the geometry has no such place.</summary>
    public GeoPoint? ProblemAt { get; internal init; }

    /// <summary>Gets the properties that are text, numbers or truth values, each as text, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Properties => _properties;

    /// <summary>Gets the code: the property <c>code</c>, else <c>adcode</c>, else <see cref="Id"/>; null where there is none of them.</summary>
    public string? Code => Property("code") ?? Property("adcode") ?? Id;

    /// <summary>Returns a property by name.</summary>
    /// <param name="name">The name, in the file's case.</param>
    /// <returns>The text; null where there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string? Property(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var (key, value) in _properties)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
