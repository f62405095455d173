using static System.FormattableString;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Turns a <see cref="NormalisationDefinition"/> into a <see cref="Normalisation"/>, reporting every fault.</summary>
internal sealed class NormalisationCompiler
{
    private const int MaximumSpread = 10;

    private static readonly string[] Kinds =
        ["fraction-of-maximum", "min-max", "target", "step", "interval", "reference", "rank", "percentile-rank", "z-score"];

    private readonly List<Finding> _findings;
    private readonly string _code;
    private readonly string _path;
    private readonly NormalisationDefinition _definition;
    private readonly IndicatorDirection? _direction;
    private readonly int _findingsBefore;

    private NormalisationCompiler(
        string code, NormalisationDefinition definition, IndicatorDirection? direction, string path, List<Finding> findings)
    {
        (_code, _definition, _direction, _path, _findings) = (code, definition, direction, path, findings);
        _findingsBefore = findings.Count;
    }

    /// <summary>Compiles a normalisation.</summary>
    /// <param name="code">The leaf's code.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="direction">Which way is good; null where nobody says.</param>
    /// <param name="leafPath">The leaf's path.</param>
    /// <param name="findings">Where faults go.</param>
    /// <returns>The normalisation; null after a fault.</returns>
    internal static Normalisation? Compile(
        string code, NormalisationDefinition definition, IndicatorDirection? direction, string leafPath, List<Finding> findings)
    {
        var compiler = new NormalisationCompiler(code, definition, direction, leafPath + "/normalise", findings);
        return definition.Kind switch
        {
            "fraction-of-maximum" => compiler.FractionOfMaximum(leafPath),
            "min-max" => compiler.MinMax(leafPath),
            "target" => compiler.Target(leafPath),
            "step" => compiler.Step(leafPath),
            "interval" => compiler.Interval(leafPath),
            "reference" => compiler.Reference(leafPath),
            "rank" => compiler.Rank(leafPath, percentile: false),
            "percentile-rank" => compiler.Rank(leafPath, percentile: true),
            "z-score" => compiler.ZScore(leafPath),
            _ => compiler.Unknown(),
        };
    }

    /// <summary>Says whether a kind is best somewhere inside, so that it has no direction.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True for those without a direction.</returns>
    internal static bool IsUndirected(string kind) => kind is "interval" or "reference";

    /// <summary>Says whether a normalisation depends on the units that are scored.</summary>
    /// <param name="definition">The normalisation.</param>
    internal static bool IsRelative(NormalisationDefinition definition) =>
        definition.Kind is "rank" or "percentile-rank" or "z-score" || (definition is { Kind: "min-max" or "fraction-of-maximum", Maximum: null });

    private bool IsClean => _findings.Count == _findingsBefore;

    private bool IsUp => _direction != IndicatorDirection.Down;

    private Normalisation? FractionOfMaximum(string leafPath)
    {
        Expect(leafPath, directed: true, [], "maximum");
        if (_definition.Maximum <= 0)
        {
            Report("assessment.normalisation-range", "/maximum", _code, "maximum > 0", _definition.Maximum);
        }

        return !IsClean ? null : _definition.Maximum is { } maximum ? Line(0, maximum) : new RelativeLineNormalisation(fromZero: true, IsUp);
    }

    private Normalisation? MinMax(string leafPath)
    {
        string[] both = ["minimum", "maximum"];
        Expect(leafPath, directed: true, _definition.Minimum is null && _definition.Maximum is null ? [] : both);
        if (_definition.Minimum >= _definition.Maximum)
        {
            Report("assessment.normalisation-range", "/maximum", _code, Invariant($"maximum > {_definition.Minimum}"), _definition.Maximum);
        }

        return !IsClean ? null
            : _definition.Minimum is { } minimum ? Line(minimum, _definition.Maximum!.Value)
            : new RelativeLineNormalisation(fromZero: false, IsUp);
    }

    private LinearNormalisation? Target(string leafPath)
    {
        // Less is better has no natural zero: the value that is worth nothing must be named.
        var baseline = _definition.Baseline ?? (IsUp ? 0 : null);
        Expect(leafPath, directed: true, IsUp ? ["target"] : ["target", "baseline"], "baseline");
        if (IsUp ? baseline >= _definition.Target : baseline <= _definition.Target)
        {
            Report("assessment.normalisation-range", "/baseline", _code, Invariant($"baseline {(IsUp ? '<' : '>')} {_definition.Target}"), baseline);
        }

        return IsClean ? new LinearNormalisation(baseline!.Value, _definition.Target!.Value) : null;
    }

    private StepNormalisation? Step(string leafPath)
    {
        Expect(leafPath, directed: true, ["steps"]);
        var steps = _definition.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            var path = $"/steps/{i}";
            if (i == 0 && steps[i].From is not null)
            {
                Report("assessment.step-first", path + "/from", _code, steps[i].From);
            }

            if (i > 0 && steps[i].From is null)
            {
                Report("assessment.step-start", path + "/from", _code, i);
            }

            if (i > 0 && steps[i].From <= steps[i - 1].From)
            {
                Report("assessment.step-order", path + "/from", _code, steps[i - 1].From, steps[i].From);
            }

            if (steps[i].Score is < 0 or > 1)
            {
                Report("assessment.normalisation-range", path + "/score", _code, "0 <= score <= 1", steps[i].Score);
            }

            if (i > 0 && (IsUp ? steps[i].Score < steps[i - 1].Score : steps[i].Score > steps[i - 1].Score))
            {
                Report("assessment.step-direction", path + "/score", _code, steps[i - 1].Score, steps[i].Score);
            }
        }

        return IsClean ? new StepNormalisation(steps) : null;
    }

    private IntervalNormalisation? Interval(string leafPath)
    {
        Expect(leafPath, directed: false, ["minimum", "low", "high", "maximum"]);
        Ordered("low", _definition.Minimum, _definition.Low);
        Ordered("high", _definition.Low, _definition.High);
        Ordered("maximum", _definition.High, _definition.Maximum);
        return IsClean
            ? new IntervalNormalisation(_definition.Minimum!.Value, _definition.Low!.Value, _definition.High!.Value, _definition.Maximum!.Value)
            : null;

        void Ordered(string name, decimal? smaller, decimal? larger)
        {
            if (smaller > larger)
            {
                Report("assessment.normalisation-range", "/" + name, _code, Invariant($"{name} >= {smaller}"), larger);
            }
        }
    }

    private IntervalNormalisation? Reference(string leafPath)
    {
        Expect(leafPath, directed: false, ["reference", "tolerance"]);
        if (_definition.Tolerance <= 0)
        {
            Report("assessment.normalisation-range", "/tolerance", _code, "tolerance > 0", _definition.Tolerance);
        }

        if (!IsClean)
        {
            return null;
        }

        var (reference, tolerance) = (_definition.Reference!.Value, _definition.Tolerance!.Value);
        return new IntervalNormalisation(reference - tolerance, reference, reference, reference + tolerance);
    }

    private RankNormalisation? Rank(string leafPath, bool percentile)
    {
        Expect(leafPath, directed: true, []);
        return IsClean ? new RankNormalisation(percentile, IsUp) : null;
    }

    private ZScoreNormalisation? ZScore(string leafPath)
    {
        Expect(leafPath, directed: true, ["spread"]);
        if (_definition.Spread is <= 0 or > MaximumSpread)
        {
            Report("assessment.normalisation-range", "/spread", _code, $"0 < spread <= {MaximumSpread}", _definition.Spread);
        }

        return IsClean ? new ZScoreNormalisation(_definition.Spread!.Value, IsUp) : null;
    }

    private Normalisation? Unknown()
    {
        Report("assessment.unknown-normalisation", "/kind", _code, _definition.Kind, string.Join(", ", Kinds));
        return null;
    }

    private LinearNormalisation Line(decimal worst, decimal best) => IsUp ? new LinearNormalisation(worst, best) { IsRange = true } : new LinearNormalisation(best, worst) { IsRange = true };

    private void Expect(string leafPath, bool directed, ReadOnlySpan<string> required, params ReadOnlySpan<string> optional)
    {
        CheckValue("minimum", _definition.Minimum, required, optional);
        CheckValue("maximum", _definition.Maximum, required, optional);
        CheckValue("target", _definition.Target, required, optional);
        CheckValue("baseline", _definition.Baseline, required, optional);
        CheckValue("low", _definition.Low, required, optional);
        CheckValue("high", _definition.High, required, optional);
        CheckValue("reference", _definition.Reference, required, optional);
        CheckValue("tolerance", _definition.Tolerance, required, optional);
        CheckValue("spread", _definition.Spread, required, optional);
        Check("steps", _definition.Steps.Count > 0, required, optional);
        if (directed && _direction is null)
        {
            _findings.Add(Finding.Error(AssessmentMessages.All["assessment.direction-missing", _code], FindingPlace.At(leafPath + "/direction")));
        }
    }

    // Differences of values must fit a decimal.
    private void CheckValue(string parameter, decimal? value, ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        Check(parameter, value is not null, required, optional);
        if (value is < -CompactColumn.Farthest or > CompactColumn.Farthest)
        {
            Report("assessment.normalisation-range", "/" + parameter, _code, Invariant($"{-CompactColumn.Farthest} <= {parameter} <= {CompactColumn.Farthest}"), value);
        }
    }

    private void Check(string parameter, bool present, ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        if (!present && required.Contains(parameter))
        {
            Report("assessment.parameter-missing", "/" + parameter, _code, _definition.Kind, parameter);
        }

        if (present && !required.Contains(parameter) && !optional.Contains(parameter))
        {
            Report("assessment.parameter-unused", "/" + parameter, _code, _definition.Kind, parameter);
        }
    }

    private void Report(string message, string path, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(AssessmentMessages.All[message, values], FindingPlace.At(_path + path)));
}
