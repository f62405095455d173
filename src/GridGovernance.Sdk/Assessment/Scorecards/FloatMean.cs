namespace GridGovernance.Sdk.Assessment;

/// <summary>A weighted mean that children join one after the other, in floating point.</summary>
internal readonly struct FloatMean
{
    private readonly AggregateKind _kind;
    private readonly double _floor;
    private readonly double _weights;
    private readonly double _sum;
    private readonly bool _isNothing;

    internal FloatMean(AssessmentNode node)
        : this(node.Aggregate!.Value, (double)(node.ZeroFloor ?? 0), 0, 0, false)
    {
    }

    private FloatMean(AggregateKind kind, double floor, double weights, double sum, bool isNothing) =>
        (_kind, _floor, _weights, _sum, _isNothing) = (kind, floor, weights, sum, isNothing);

    /// <summary>Gets the mean; not a number of nobody.</summary>
    internal double Value => _weights == 0 ? double.NaN : _isNothing ? 0 : _kind switch
    {
        AggregateKind.Geometric => FloatSeries.Exp(Math.Min(0, _sum / _weights)),
        AggregateKind.Harmonic => _weights / _sum,
        _ => _sum / _weights,
    };

    /// <summary>Returns the mean with one more child.</summary>
    /// <param name="weight">The child's weight.</param>
    /// <param name="value">Its value, 0..1.</param>
    internal FloatMean With(double weight, double value)
    {
        if (_kind == AggregateKind.Arithmetic)
        {
            return new(_kind, _floor, _weights + weight, _sum + (weight * value), false);
        }

        value = Math.Max(value, _floor);
        return value <= 0 || _isNothing
            ? new(_kind, _floor, _weights + weight, 0, true)
            : new(_kind, _floor, _weights + weight, _sum + (weight * (_kind == AggregateKind.Geometric ? FloatSeries.Ln(value) : 1 / value)), false);
    }
}
