namespace GridGovernance.Sdk.Assessment;

/// <summary>Turns an <see cref="AssessmentSchemeDefinition"/> into the tree of an <see cref="AssessmentScheme"/>, reporting every fault.</summary>
internal sealed class SchemeCompiler
{
    /// <summary>The depth beyond which a tree is refused: no scheme needs it, and recursion must end.</summary>
    internal const int MaximumDepth = 12;

    // A decimal holds any number of 28 digits.
    private const int DecimalDigits = 28;

    private readonly AssessmentSchemeDefinition _definition;
    private readonly IndicatorCatalogue _catalogue;
    private readonly Dictionary<string, AssessorDefinition> _assessors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly List<AssessmentNode> _leaves = [];

    internal SchemeCompiler(AssessmentSchemeDefinition definition, IndicatorCatalogue catalogue)
    {
        (_definition, _catalogue) = (definition, catalogue);
        Scale = definition.Scale ?? AssessmentSchemeDefinition.DefaultScale;
    }

    internal List<Finding> Findings { get; } = [];

    internal decimal Scale { get; }

    internal IReadOnlyList<AssessmentNode> Leaves => _leaves;

    internal EquatableArray<GradeBand> Bands { get; private set; }

    /// <summary>Compiles the scheme.</summary>
    /// <returns>The root; to be used only when <see cref="Findings"/> has no error.</returns>
    internal AssessmentNode Compile()
    {
        CheckHead();
        CheckAssessors();
        CheckCode(_definition.Code, "");
        var missing = CheckAbsence(_definition.Missing, "/missing") ?? new AbsenceDefinition();
        var undefined = CheckAbsence(_definition.Undefined, "/undefined") ?? new AbsenceDefinition();
        var children = CompileChildren(_definition.Code, _definition.Children, "", new Inherited(null, missing, undefined, 1, 1));
        CheckExactness();
        Bands = GradeBandCompiler.Compile(_definition.Bands, 0, Scale, Findings);
        return new AssessmentNode(_definition.Code, _definition.Title ?? Plain(_definition.Code), 1, 1)
        {
            Aggregate = _definition.Aggregate,
            Children = children,
            FullPoints = Scale,
        };
    }

    private static LocalizedText Plain(string code) => new(code, code);

    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;

    private void CheckHead()
    {
        if (Scale <= 0)
        {
            Report("assessment.scale-range", "/scale", Scale);
        }

        if (_definition.EffectiveFrom > _definition.EffectiveTo)
        {
            Report("assessment.dates-reversed", "/effectiveTo", _definition.EffectiveFrom, _definition.EffectiveTo);
        }

        if (_definition.MinimumPresent is < 0 or > 1)
        {
            Report("assessment.minimum-present-range", "/minimumPresent", _definition.MinimumPresent);
        }
    }

    private void CheckAssessors()
    {
        for (var i = 0; i < _definition.Assessors.Count; i++)
        {
            var assessor = _definition.Assessors[i];
            if (string.IsNullOrWhiteSpace(assessor.Code))
            {
                Report("assessment.code-missing", $"/assessors/{i}/code");
            }
            else if (!_assessors.TryAdd(assessor.Code, assessor))
            {
                Report("assessment.duplicate-code", $"/assessors/{i}/code", assessor.Code);
            }
        }
    }

    private void CheckCode(string code, string path)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            Report("assessment.code-missing", path + "/code");
        }
        else if (!_codes.Add(code))
        {
            Report("assessment.duplicate-code", path + "/code", code);
        }
    }

    private AbsenceDefinition? CheckAbsence(AbsenceDefinition? absence, string path)
    {
        if (absence is null)
        {
            return null;
        }

        if (absence.Kind == AbsenceKind.Fixed ? absence.Score is not (>= 0 and <= 1) : absence.Score is not null)
        {
            Report(absence.Kind == AbsenceKind.Fixed ? "assessment.absence-score" : "assessment.absence-score-unused", path + "/score", absence.Score);
        }

        return absence;
    }

    private AssessmentNode[] CompileChildren(string code, EquatableArray<AssessmentNodeDefinition> children, string path, Inherited inherited)
    {
        if (children.Count == 0)
        {
            Report("assessment.no-children", path + "/children", code);
        }

        var sum = 0m;
        var complete = true;
        var nodes = new AssessmentNode[children.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var childPath = $"{path}/children/{i}";
            var weight = children[i].Weight;
            if (weight is null)
            {
                Report("assessment.weight-missing", childPath + "/weight", children[i].Code);
                complete = false;
            }
            else if (weight is <= 0 or > 1)
            {
                Report("assessment.weight-range", childPath + "/weight", children[i].Code, weight);
            }

            // Weights of a million are refused above; the sum must not overflow on them.
            sum += Math.Clamp(weight ?? 0, -1_000_000, 1_000_000);
            nodes[i] = CompileNode(children[i], childPath, inherited);
        }

        if (complete && nodes.Length > 0 && sum != 1)
        {
            Report("assessment.weights-sum", path + "/children", code, sum);
        }

        return nodes;
    }

    private AssessmentNode CompileNode(AssessmentNodeDefinition definition, string path, Inherited parent)
    {
        CheckCode(definition.Code, path);
        var assessor = definition.Assessor is null ? parent.Assessor : FindAssessor(definition, path);
        var weight = Math.Clamp(definition.Weight ?? 0, 0, 1);
        var here = new Inherited(
            assessor,
            CheckAbsence(definition.Missing, path + "/missing") ?? parent.Missing,
            CheckAbsence(definition.Undefined, path + "/undefined") ?? parent.Undefined,
            WithoutTrailingZeros(parent.Share * weight),
            parent.Depth + 1);
        if (definition.Normalise is not null)
        {
            return CompileLeaf(definition, path, weight, here);
        }

        if (here.Depth > MaximumDepth)
        {
            Report("assessment.too-deep", path, definition.Code, MaximumDepth);
            return new AssessmentNode(definition.Code, Plain(definition.Code), weight, here.Share);
        }

        ReportUnused(definition.Indicator is not null, "indicator");
        ReportUnused(definition.Direction is not null, "direction");
        return new AssessmentNode(definition.Code, definition.Title ?? Plain(definition.Code), weight, here.Share)
        {
            Aggregate = definition.Aggregate ?? AggregateKind.Arithmetic,
            Children = CompileChildren(definition.Code, definition.Children, path, here),
            Assessor = assessor?.Code,
            FullPoints = WithoutTrailingZeros(Scale * here.Share),
        };

        void ReportUnused(bool present, string member)
        {
            if (present)
            {
                Report("assessment.leaf-member", $"{path}/{member}", definition.Code, member);
            }
        }
    }

    private AssessmentNode CompileLeaf(AssessmentNodeDefinition definition, string path, decimal weight, Inherited here)
    {
        if (definition.Children.Count > 0)
        {
            Report("assessment.leaf-with-children", path + "/children", definition.Code);
        }

        if (definition.Aggregate is not null)
        {
            Report("assessment.leaf-with-aggregate", path + "/aggregate", definition.Code);
        }

        var name = definition.Indicator ?? definition.Code;
        var indicator = string.IsNullOrWhiteSpace(name) ? null : _catalogue.Find(name);
        if (indicator is null && !string.IsNullOrWhiteSpace(name))
        {
            Report("assessment.unknown-indicator", path + (definition.Indicator is null ? "/code" : "/indicator"), definition.Code, name);
        }

        var directed = !string.Equals(definition.Normalise!.Kind, "interval", StringComparison.Ordinal);
        if (!directed && definition.Direction is not null)
        {
            Report("assessment.direction-unused", path + "/direction", definition.Code);
        }

        if (directed && indicator?.Direction is { } usual && definition.Direction is { } chosen && usual != chosen)
        {
            Findings.Add(Finding.Warning(
                AssessmentMessages.All["assessment.direction-unusual", definition.Code, usual, chosen], FindingPlace.At(path + "/direction")));
        }

        // An indicator that is not known has already been reported; its direction is then not asked for as well.
        var direction = directed ? definition.Direction ?? (indicator is null ? IndicatorDirection.Up : indicator.Direction) : null;
        var leaf = new AssessmentNode(definition.Code, definition.Title ?? indicator?.Title ?? Plain(definition.Code), weight, here.Share)
        {
            Indicator = indicator ?? (string.IsNullOrWhiteSpace(name) ? null : Indicator.Declared(name)),
            Direction = direction,
            Assessor = here.Assessor?.Code,
            Stream = here.Assessor?.Stream,
            Normalisation = NormalisationCompiler.Compile(definition.Code, definition.Normalise, direction, path, Findings),
            Missing = here.Missing,
            Undefined = here.Undefined,
            LeafIndex = _leaves.Count,
            FullPoints = WithoutTrailingZeros(Scale * here.Share),
        };
        if (_definition.Assessors.Count > 0 && here.Assessor is null && definition.Assessor is null)
        {
            Report("assessment.assessor-missing", path + "/assessor", definition.Code);
        }

        _leaves.Add(leaf);
        return leaf;
    }

    private AssessorDefinition? FindAssessor(AssessmentNodeDefinition definition, string path)
    {
        var assessor = _assessors.GetValueOrDefault(definition.Assessor!);
        if (assessor is null)
        {
            Report("assessment.unknown-assessor", path + "/assessor", definition.Code, definition.Assessor);
        }

        return assessor;
    }

    private void CheckExactness()
    {
        var whole = decimal.Truncate(Math.Abs(Scale)).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        var allowed = DecimalDigits - Normalisation.Decimals - whole;
        var decimals = _leaves.Count == 0 ? 0 : _leaves.Max(static leaf => leaf.FullPoints.Scale);
        if (decimals > allowed)
        {
            Report("assessment.weights-too-fine", "/children", decimals, allowed);
        }
    }

    private void Report(string message, string path, params ReadOnlySpan<object?> values) =>
        Findings.Add(Finding.Error(AssessmentMessages.All[message, values], FindingPlace.At(path)));

    private sealed record Inherited(AssessorDefinition? Assessor, AbsenceDefinition Missing, AbsenceDefinition Undefined, decimal Share, int Depth);
}
