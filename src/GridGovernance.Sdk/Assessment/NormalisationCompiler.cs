namespace GridGovernance.Sdk.Assessment;

/// <summary>Turns a <see cref="NormalisationDefinition"/> into a <see cref="Normalisation"/>, reporting every fault.</summary>
internal sealed class NormalisationCompiler
{
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
            _ => compiler.Unknown(),
        };
    }

    private bool IsClean => _findings.Count == _findingsBefore;

    private bool IsUp => _direction != IndicatorDirection.Down;

    private LinearNormalisation? FractionOfMaximum(string leafPath)
    {
        Expect(leafPath, true, "maximum");
        if (_definition.Maximum <= 0)
        {
            Report("assessment.normalisation-range", "/maximum", _code, "maximum > 0", _definition.Maximum);
        }

        return IsClean ? Line(0, _definition.Maximum!.Value) : null;
    }

    private LinearNormalisation? MinMax(string leafPath)
    {
        Expect(leafPath, true, "minimum", "maximum");
        if (_definition.Minimum >= _definition.Maximum)
        {
            Report("assessment.normalisation-range", "/maximum", _code, $"maximum > {Invariant(_definition.Minimum)}", _definition.Maximum);
        }

        return IsClean ? Line(_definition.Minimum!.Value, _definition.Maximum!.Value) : null;
    }

    private LinearNormalisation? Target(string leafPath)
    {
        // Less is better has no natural zero: the value that is worth nothing must be named.
        var baseline = _definition.Baseline ?? (IsUp ? 0 : null);
        Expect(leafPath, true, _definition.Baseline is not null || !IsUp ? ["target", "baseline"] : ["target"]);
        if (IsUp ? baseline >= _definition.Target : baseline <= _definition.Target)
        {
            Report("assessment.normalisation-range", "/baseline", _code, $"baseline {(IsUp ? '<' : '>')} {Invariant(_definition.Target)}", baseline);
        }

        return IsClean ? new LinearNormalisation(baseline!.Value, _definition.Target!.Value) : null;
    }

    private StepNormalisation? Step(string leafPath)
    {
        Expect(leafPath, true, "steps");
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

            if (i > 1 && steps[i].From <= steps[i - 1].From)
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
        Expect(leafPath, false, "minimum", "low", "high", "maximum");
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
                Report("assessment.normalisation-range", "/" + name, _code, $"{name} >= {Invariant(smaller)}", larger);
            }
        }
    }

    private Normalisation? Unknown()
    {
        Report("assessment.unknown-normalisation", "/kind", _code, _definition.Kind, "fraction-of-maximum, min-max, target, step, interval");
        return null;
    }

    private LinearNormalisation Line(decimal worst, decimal best) => IsUp ? new LinearNormalisation(worst, best) : new LinearNormalisation(best, worst);

    private void Expect(string leafPath, bool directed, params ReadOnlySpan<string> parameters)
    {
        Check("minimum", _definition.Minimum is not null, parameters);
        Check("maximum", _definition.Maximum is not null, parameters);
        Check("target", _definition.Target is not null, parameters);
        Check("baseline", _definition.Baseline is not null, parameters);
        Check("low", _definition.Low is not null, parameters);
        Check("high", _definition.High is not null, parameters);
        Check("steps", _definition.Steps.Count > 0, parameters);
        if (directed && _direction is null)
        {
            _findings.Add(Finding.Error(AssessmentMessages.All["assessment.direction-missing", _code], FindingPlace.At(leafPath + "/direction")));
        }
    }

    private void Check(string parameter, bool present, ReadOnlySpan<string> expected)
    {
        if (present != expected.Contains(parameter))
        {
            Report(present ? "assessment.parameter-unused" : "assessment.parameter-missing", "/" + parameter, _code, _definition.Kind, parameter);
        }
    }

    private void Report(string message, string path, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(AssessmentMessages.All[message, values], FindingPlace.At(_path + path)));

    private static string Invariant(decimal? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
