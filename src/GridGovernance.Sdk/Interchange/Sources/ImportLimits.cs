namespace GridGovernance.Sdk.Interchange;

/// <summary>How large an input may be before it is refused unread.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ImportLimits
{
    /// <summary>Gets the limits that hold where the caller gives none.</summary>
    public static ImportLimits Default { get; } = new();

    /// <summary>Gets the largest file in bytes. The default is 64 MiB.</summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Gets the largest number of rows of a CSV file, its header aside. The default is one million.</summary>
    public int MaxRows { get; init; } = 1_000_000;

    /// <summary>Gets the largest number of features of a GeoJSON file. The default is 200,000.</summary>
    public int MaxFeatures { get; init; } = 200_000;

    /// <summary>Gets the largest number of points of a GeoJSON file. The default is five million.</summary>
    public int MaxPoints { get; init; } = 5_000_000;

    /// <summary>Gets the largest number of points of one geometry. The default is 100,000.</summary>
    public int MaxPointsPerGeometry { get; init; } = 100_000;

    /// <summary>Gets the longest text of a member or a cell in UTF-16 units. The default is 4,000.</summary>
    public int MaxTextLength { get; init; } = 4_000;
}
