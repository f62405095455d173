using System.Numerics;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Scores weighted sums of absolute normalisations in fractions of whole numbers, straight from a definition: nothing is ever rounded.</summary>
internal static class NaiveFractions
{
    internal static (BigInteger Above, BigInteger Below) Score(AssessmentSchemeDefinition scheme, IReadOnlyDictionary<string, Rate> rates)
    {
        var (above, below) = Sum(scheme.Children, rates);
        return Times((above, below), Of(scheme.Scale ?? 100));
    }

    internal static int Compare((BigInteger Above, BigInteger Below) left, (BigInteger Above, BigInteger Below) right) => (left.Above * right.Below).CompareTo(right.Above * left.Below);

    internal static (BigInteger Above, BigInteger Below) Of(decimal number) => (new BigInteger(number * 1_000_000_000m), 1_000_000_000);

    private static (BigInteger Above, BigInteger Below) Sum(IEnumerable<AssessmentNodeDefinition> nodes, IReadOnlyDictionary<string, Rate> rates)
    {
        (BigInteger Above, BigInteger Below) sum = (0, 1);
        foreach (var node in nodes)
        {
            var own = Times(Of(node.Weight!.Value), node.Normalise is null ? Sum(node.Children, rates) : Share(node, (rates[node.Code].Numerator, rates[node.Code].Denominator)));
            sum = ((sum.Above * own.Below) + (own.Above * sum.Below), sum.Below * own.Below);
        }

        return sum;
    }

    private static (BigInteger Above, BigInteger Below) Share(AssessmentNodeDefinition leaf, (BigInteger Above, BigInteger Below) x)
    {
        var how = leaf.Normalise!;
        var up = leaf.Direction != IndicatorDirection.Down;
        return how.Kind switch
        {
            "fraction-of-maximum" => up ? Line(x, 0, how.Maximum!.Value) : Line(x, how.Maximum!.Value, 0),
            "min-max" => up ? Line(x, how.Minimum!.Value, how.Maximum!.Value) : Line(x, how.Maximum!.Value, how.Minimum!.Value),
            "target" => Line(x, how.Baseline ?? 0, how.Target!.Value),
            "step" => Of(how.Steps.Last(step => step.From is null || Compare(Of(step.From.Value), x) <= 0).Score),
            _ => Compare(x, Of(how.Low!.Value)) < 0 ? Line(x, how.Minimum!.Value, how.Low.Value)
                : Compare(x, Of(how.High!.Value)) > 0 ? Line(x, how.Maximum!.Value, how.High.Value) : (1, 1),
        };
    }

    private static (BigInteger Above, BigInteger Below) Line((BigInteger Above, BigInteger Below) x, decimal zero, decimal full)
    {
        if (zero == full)
        {
            return (0, 1);
        }

        var (from, span) = (Of(zero), Of(full - zero));
        var (above, below) = ((x.Above * from.Below) - (from.Above * x.Below), x.Below * from.Below);
        var share = Times((above, below), (span.Below, span.Above));
        share = share.Below < 0 ? (-share.Above, -share.Below) : share;
        return share.Above <= 0 ? (0, 1) : share.Above >= share.Below ? (1, 1) : share;
    }

    private static (BigInteger Above, BigInteger Below) Times((BigInteger Above, BigInteger Below) left, (BigInteger Above, BigInteger Below) right) => (left.Above * right.Above, left.Below * right.Below);
}
