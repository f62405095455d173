using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>A piece of land that in every network the same cells cover.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class NetworkFace
{
    private readonly int[][] _cells;

    internal NetworkFace(int[][] cells, OverlayFace face, long households, long people)
    {
        _cells = cells;
        Boundary = face.Boundary;
        SquareMetres = face.SquareMetres;
        PerimeterMetres = face.PerimeterMetres;
        Households = households;
        People = people;
    }

    /// <summary>Gets the polygon.</summary>
    public GridBoundary Boundary { get; }

    /// <summary>Gets the area.</summary>
    public double SquareMetres { get; }

    /// <summary>Gets the length of the border.</summary>
    public double PerimeterMetres { get; }

    /// <summary>Gets the households.</summary>
    public long Households { get; }

    /// <summary>Gets the people.</summary>
    public long People { get; }

    /// <summary>Returns the cells of a network that cover it.</summary>
    /// <param name="network">The network's position in <see cref="NetworkOverlay.Networks"/>.</param>
    /// <returns>The cells' positions in the network, ascending: one as it should be, none where the network leaves it out, several where it covers it twice.</returns>
    /// <exception cref="IndexOutOfRangeException"><paramref name="network"/> is no position.</exception>
    public ReadOnlySpan<int> CellsOf(int network) => _cells[network];
}
