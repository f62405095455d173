using System.Numerics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Finds the scores that the rounding of decimals could put into the wrong grade band, and grades them without rounding.</summary>
internal sealed class GradeSettlement
{
    private readonly AssessmentScheme _scheme;
    private readonly ExactScorer _exact;
    private readonly decimal[] _ends;
    private readonly decimal _tolerance;

    internal GradeSettlement(AssessmentScheme scheme, ExactScorer exact)
    {
        (_scheme, _exact, _tolerance) = (scheme, exact, exact.Tolerance);

        // No score is below 0: an end there is passed by every one.
        _ends = [.. scheme.Bands.Where(static band => band.From >= 0).Select(static band => band.From!.Value)];
    }

    /// <summary>Gets a value indicating whether there is anything to settle.</summary>
    internal bool CanSettle => _ends.Length > 0;

    /// <summary>Says whether a score lies within the rounding of a band's end.</summary>
    /// <param name="score">The score in decimals.</param>
    internal bool IsNear(decimal? score)
    {
        foreach (var end in _ends)
        {
            if (score is { } own && Math.Abs(own - end) <= _tolerance)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the scores in whole numbers that lie within the rounding of a band's end.</summary>
    /// <param name="units">The whole numbers.</param>
    /// <param name="decimals">How many of their digits stand behind the point.</param>
    /// <returns>Positions, each once, in ascending order.</returns>
    internal IEnumerable<int> Near(ReadOnlySpan<ulong> units, byte decimals)
    {
        var found = new SortedSet<int>();
        var unit = 1m / PowersOfTen.Of(decimals);
        var width = (ulong)decimal.Ceiling(_tolerance / unit) + 1;
        foreach (var end in _ends)
        {
            if (end <= ulong.MaxValue * unit)
            {
                var low = (ulong)decimal.Truncate(end / unit);
                Collect(units, low - Math.Min(low, width), 2 * width, found);
            }
        }

        return found;
    }

    // Below the range a difference wraps around to a large number: one comparison does for both ends.
    private static void Collect(ReadOnlySpan<ulong> units, ulong low, ulong width, SortedSet<int> found)
    {
        var (lows, widths) = (new Vector<ulong>(low), new Vector<ulong>(width));
        for (var from = 0; from < units.Length; from += Vector<ulong>.Count)
        {
            var rest = units[from..];
            if (rest.Length >= Vector<ulong>.Count && !Vector.LessThanOrEqualAny(new Vector<ulong>(rest) - lows, widths))
            {
                continue;
            }

            for (var i = 0; i < Math.Min(rest.Length, Vector<ulong>.Count); i++)
            {
                if (unchecked(rest[i] - low) <= width)
                {
                    found.Add(from + i);
                }
            }
        }
    }

    /// <summary>Grades a unit without rounding.</summary>
    /// <param name="unit">The unit's position.</param>
    /// <param name="only">The stream that counts; null for all.</param>
    /// <returns>The score and the grade; null when the score is not known without rounding.</returns>
    internal SettledScore? Settle(int unit, AssessorStream? only)
    {
        if (_exact.Score(unit, only) is not { } score)
        {
            return null;
        }

        GradeBand? grade = null;
        foreach (var band in _scheme.Bands)
        {
            grade = band.From is not { } from || score.CompareTo(ExactNumber.Of(from)) >= 0 ? band : grade;
        }

        return new SettledScore(score.ToDecimal(_exact.Places), grade);
    }
}
