namespace GridGovernance.Sdk.Simulation.Tallies;

/// <summary>The numbers between which a mean lies, with some confidence.</summary>
/// <remarks>Equality is by value. The default is the point 0 with confidence 0. This type is immutable and safe to share between threads.</remarks>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Confidence">The share of such intervals that hold the true mean, between 0 and 1.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper, double Confidence)
{
    /// <summary>The confidence where none is asked for.</summary>
    public const double DefaultConfidence = 0.95;

    /// <summary>Gets half of the width.</summary>
    public double HalfWidth => (Upper - Lower) / 2;

    /// <summary>Says whether a number lies in the interval, its ends included.</summary>
    /// <param name="value">The number.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    internal static double Checked(double confidence) => confidence is > 0 and < 1
        ? confidence
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Expected a confidence between 0 and 1.");
}
