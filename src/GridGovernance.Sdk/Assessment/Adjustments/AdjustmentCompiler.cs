namespace GridGovernance.Sdk.Assessment;

/// <summary>Compiles deductions, bonuses and vetoes, reporting every fault.</summary>
internal sealed class AdjustmentCompiler(SchemeIndicators indicators, HashSet<string> codes, List<Finding> findings)
{
    /// <summary>The decimals that points may have, so that every sum is exact.</summary>
    internal const int PointDecimals = 6;

    private const decimal Smallest = 0.000_001m;
    private const decimal Largest = 1_000_000_000;

    /// <summary>Compiles deductions or bonuses.</summary>
    /// <param name="kind">Which of the two.</param>
    /// <param name="definitions">The definitions.</param>
    /// <param name="path">The path of the list.</param>
    /// <returns>Those without a fault.</returns>
    internal EquatableArray<Adjustment> Compile(AdjustmentKind kind, EquatableArray<AdjustmentDefinition> definitions, string path)
    {
        var compiled = new List<Adjustment>();
        for (var i = 0; i < definitions.Count; i++)
        {
            var (definition, place) = (definitions[i], $"{path}/{i}");
            CheckCode(definition.Code, place);
            CheckRange(definition.Code, definition.Points, Smallest, Largest, place + "/points");
            CheckRange(definition.Code, definition.Per, Smallest, Largest, place + "/per");
            CheckLimit(definition.Code, definition.Over, definition.Under, place);
            CheckRange(definition.Code, definition.Cap, 0, Largest, place + "/cap");
            CheckDecimals(definition.Code, definition.Points, place + "/points");
            CheckDecimals(definition.Code, definition.Cap, place + "/cap");
            if (kind == AdjustmentKind.Deduction && definition.Source is not null)
            {
                Report("assessment.source-unused", place + "/source", definition.Code);
            }

            var (indicator, index) = indicators.Bind(definition.Code, definition.Indicator, place, findings);
            if (indicator is not null)
            {
                compiled.Add(new Adjustment(kind, definition, definition.Title ?? indicator.Title, index));
            }
        }

        return EquatableArray.From(compiled);
    }

    /// <summary>Compiles vetoes.</summary>
    /// <param name="definitions">The definitions.</param>
    /// <param name="scale">The points of a full score.</param>
    /// <returns>Those without a fault.</returns>
    internal EquatableArray<Adjustment> Compile(EquatableArray<VetoDefinition> definitions, decimal scale)
    {
        var compiled = new List<Adjustment>();
        for (var i = 0; i < definitions.Count; i++)
        {
            var (definition, place) = (definitions[i], $"/vetoes/{i}");
            CheckCode(definition.Code, place);
            CheckLimit(definition.Code, definition.Over, definition.Under, place);
            CheckRange(definition.Code, definition.Score, 0, scale, place + "/score");
            CheckDecimals(definition.Code, definition.Score, place + "/score");
            var (indicator, index) = indicators.Bind(definition.Code, definition.Indicator, place, findings);
            if (indicator is not null)
            {
                compiled.Add(new Adjustment(definition, definition.Title ?? indicator.Title, index));
            }
        }

        return EquatableArray.From(compiled);
    }

    /// <summary>Checks the caps of bonuses.</summary>
    /// <param name="definition">The scheme.</param>
    internal void CheckCaps(AssessmentSchemeDefinition definition)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.BonusCaps.Count; i++)
        {
            var (cap, place) = (definition.BonusCaps[i], $"/bonusCaps/{i}");
            CheckRange(cap.Source, cap.Cap, 0, Largest, place + "/cap");
            CheckDecimals(cap.Source, cap.Cap, place + "/cap");
            if (!sources.Add(cap.Source))
            {
                Report("assessment.duplicate-code", place + "/source", cap.Source);
            }

            if (!definition.Bonuses.Any(bonus => string.Equals(bonus.Source, cap.Source, StringComparison.Ordinal)))
            {
                Report("assessment.unknown-source", place + "/source", cap.Source);
            }
        }

        CheckRange("bonusCap", definition.BonusCap, 0, Largest, "/bonusCap");
        CheckDecimals("bonusCap", definition.BonusCap, "/bonusCap");
    }

    /// <summary>Returns the most that bonuses can add.</summary>
    /// <param name="definition">The scheme.</param>
    /// <returns>The points; null without a limit.</returns>
    internal static decimal? MostBonus(AssessmentSchemeDefinition definition)
    {
        decimal? most = 0;
        foreach (var source in definition.Bonuses.GroupBy(static bonus => bonus.Source, StringComparer.Ordinal))
        {
            var own = source.Any(static bonus => bonus.Cap is null) ? null : source.Sum(static bonus => Counted(bonus.Cap));
            var cap = Counted(definition.BonusCaps.FirstOrDefault(cap => string.Equals(cap.Source, source.Key, StringComparison.Ordinal))?.Cap);
            most += own is null || cap < own ? cap : own;
        }

        return Counted(definition.BonusCap) is { } total && !(most < total) ? total : most;
    }

    // What is out of range is reported elsewhere; here it must not overflow.
    private static decimal? Counted(decimal? cap) => cap is { } own ? Math.Clamp(own, 0, Largest) : null;

    private void CheckCode(string code, string place)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            Report("assessment.code-missing", place + "/code");
        }
        else if (!codes.Add(code))
        {
            Report("assessment.duplicate-code", place + "/code", code);
        }
    }

    private void CheckLimit(string code, decimal? over, decimal? under, string place)
    {
        CheckRange(code, over, -Largest, Largest, place + "/over");
        CheckRange(code, under, -Largest, Largest, place + "/under");
        if (over is not null && under is not null)
        {
            Report("assessment.over-and-under", place + "/under", code);
        }
    }

    private void CheckRange(string code, decimal? value, decimal lowest, decimal highest, string path)
    {
        if (value < lowest || value > highest)
        {
            Report("assessment.adjustment-range", path, code, lowest, highest, value);
        }
    }

    private void CheckDecimals(string code, decimal? points, string path)
    {
        if (points is { } value && Math.Abs(value) <= Largest && Math.Round(value, PointDecimals) != value)
        {
            Report("assessment.points-too-fine", path, code, PointDecimals, value);
        }
    }

    private void Report(string message, string path, params ReadOnlySpan<object?> values) =>
        findings.Add(Finding.Error(AssessmentMessages.All[message, values], FindingPlace.At(path)));
}
