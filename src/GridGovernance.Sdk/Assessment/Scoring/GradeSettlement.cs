namespace GridGovernance.Sdk.Assessment;

/// <summary>Finds the scores that the rounding of decimals could put into the wrong grade band, and grades them without rounding.</summary>
internal sealed class GradeSettlement
{
    private readonly AssessmentScheme _scheme;
    private readonly ExactScorer? _exact;
    private readonly decimal[] _ends;
    private readonly decimal _tolerance;
    private byte _decimals;
    private (ulong Low, ulong Width)[]? _ranges;

    internal GradeSettlement(AssessmentScheme scheme, ExactScorer? exact)
    {
        (_scheme, _exact, _tolerance) = (scheme, exact, exact?.Tolerance ?? 0);
        _ends = exact is null ? [] : [.. scheme.Bands.Where(static band => band.From is not null).Select(static band => band.From!.Value)];
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

    /// <summary>Says the same of a score in whole numbers.</summary>
    /// <param name="units">The whole number.</param>
    /// <param name="decimals">How many of its digits stand behind the point; the same in every call.</param>
    internal bool IsNear(ulong units, byte decimals)
    {
        if (_ranges is null || _decimals != decimals)
        {
            var unit = 1m / PowersOfTen.Of(decimals);
            var width = (ulong)Math.Min(1_000_000_000, decimal.Ceiling(_tolerance / unit));
            _decimals = decimals;
            _ranges = [.. _ends.Where(end => end >= 0 && end <= ulong.MaxValue * unit).Select(end => (ulong)decimal.Truncate(end / unit))
                .Select(end => (end - Math.Min(end, width + 1), (2 * width) + 2))];
        }

        foreach (var (low, width) in _ranges)
        {
            if (unchecked(units - low) <= width)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Grades a unit without rounding.</summary>
    /// <param name="unit">The unit's position.</param>
    /// <param name="only">The stream that counts; null for all.</param>
    /// <returns>The score and the grade.</returns>
    internal SettledScore Settle(int unit, AssessorStream? only)
    {
        var score = _exact!.Score(unit, only);
        GradeBand? grade = null;
        foreach (var band in _scheme.Bands)
        {
            grade = band.From is not { } from || score.CompareTo(ExactNumber.Of(from)) >= 0 ? band : grade;
        }

        return new SettledScore(score.ToDecimal(_exact.Places), grade);
    }
}
