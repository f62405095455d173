namespace GridGovernance.Sdk.Coverage;

/// <summary>How strictly an audit judges what it finds; it never hides anything.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CoverageSettings
{
    /// <summary>Gets the strict settings: every area that is amiss is an error, however thin.</summary>
    public static CoverageSettings Default { get; } = new();

    /// <summary>Gets the width in metres up to which a gap, an overlap or a part outside is a warning, not an error: no disc of this diameter fits into it. The default is 0: none is.</summary>
    public double ToleranceMetres { get; init; }
}
