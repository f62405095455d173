using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>One thing that keeps a map from covering: what, where, how much, and who is concerned.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class CoverageFinding
{
    internal CoverageFinding(Finding finding, EquatableArray<string> grids)
    {
        Finding = finding;
        Grids = grids;
    }

    /// <summary>Gets code, severity, message and measure.</summary>
    public Finding Finding { get; }

    /// <summary>Gets the stable code, such as <c>coverage.gap</c>.</summary>
    public string Code => Finding.Code;

    /// <summary>Gets the codes of the units concerned: those that overlap or stick out, those around a gap.</summary>
    public EquatableArray<string> Grids { get; }

    /// <summary>Gets the level that was audited; null where it is about households or people.</summary>
    public GridLevel? Level { get; internal init; }

    /// <summary>Gets a place where it can be seen, in the map's system; null where there is none.</summary>
    public GeoPoint? At { get; internal init; }

    /// <summary>Gets the area that is amiss; null where there is none, or where it is thinner than the quantum.</summary>
    public GridBoundary? Geometry { get; internal init; }

    /// <summary>Gets how much area is amiss, in square metres; 0 where it is not about area. An area in three cells counts twice.</summary>
    public double SquareMetres { get; internal init; }

    /// <summary>Returns code and English message.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => Finding.ToString();
}
