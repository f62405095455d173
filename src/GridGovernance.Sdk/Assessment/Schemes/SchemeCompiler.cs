namespace GridGovernance.Sdk.Assessment;

/// <summary>Turns an <see cref="AssessmentSchemeDefinition"/> into the tree of an <see cref="AssessmentScheme"/>, reporting every fault.</summary>
internal sealed class SchemeCompiler
{
    /// <summary>The depth beyond which a tree is refused: no scheme needs it, and recursion must end.</summary>
    internal const int MaximumDepth = 12;

    private const decimal MaximumScale = 1_000_000;

    // A decimal holds any number of 28 digits.
    private const int DecimalDigits = 28;

    // Thirds have no end in decimals: what they leave is no fault, and goes to the siblings by weight.
    private const decimal WeightResidue = 0.000_000_000_001m;

    // Beyond this many children the shares of a mean that is not additive are too many to work out.
    private const int MaximumFactors = 10;

    private readonly AssessmentSchemeDefinition _definition;
    private readonly Dictionary<string, AssessorDefinition> _assessors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly List<AssessmentNode> _leaves = [];
    private readonly SchemeIndicators _indicators;
    private readonly AdjustmentCompiler _adjustments;
    private bool _sumsAreOne = true;

    internal SchemeCompiler(AssessmentSchemeDefinition definition, IndicatorCatalogue catalogue)
    {
        _definition = definition;
        _indicators = new SchemeIndicators(catalogue);
        _adjustments = new AdjustmentCompiler(_indicators, _codes, Findings);
        Scale = definition.Scale ?? AssessmentSchemeDefinition.DefaultScale;
    }

    internal List<Finding> Findings { get; } = [];

    internal decimal Scale { get; }

    internal IReadOnlyList<AssessmentNode> Leaves => _leaves;

    internal IReadOnlyList<string> Indicators => _indicators.Codes;

    /// <summary>Gets a value indicating whether no point of an additive tree is rounded.</summary>
    internal bool IsExact { get; private set; }

    internal EquatableArray<GradeBand> Bands { get; private set; }

    internal EquatableArray<Adjustment> Adjustments { get; private set; }

    /// <summary>Compiles the scheme.</summary>
    /// <returns>The root; to be used only when <see cref="Findings"/> has no error.</returns>
    internal AssessmentNode Compile()
    {
        CheckHead();
        CheckAssessors();
        CheckCode(_definition.Code, "");
        CheckMean(_definition.Code, _definition.Aggregate, _definition.ZeroFloor, _definition.Children.Count, "");
        var missing = CheckAbsence(_definition.Missing, "/missing") ?? new AbsenceDefinition();
        var undefined = CheckAbsence(_definition.Undefined, "/undefined") ?? new AbsenceDefinition();
        var children = CompileChildren(_definition.Code, _definition.Children, "", new Inherited(null, missing, undefined, CheckOutliers(_definition.Outliers, "/outliers"), 1, 1, _definition.Aggregate != AggregateKind.Arithmetic));
        Adjustments =
        [
            .. _adjustments.Compile(AdjustmentKind.Deduction, _definition.Deductions, "/deductions"),
            .. _adjustments.Compile(AdjustmentKind.Bonus, _definition.Bonuses, "/bonuses"),
            .. _adjustments.Compile(_definition.Vetoes, Scale),
        ];
        _adjustments.CheckCaps(_definition);
        if (Adjustments.Count > 0 && _definition.Streams == StreamMode.Parallel && _leaves.Select(static leaf => leaf.Stream).Distinct().Count(static stream => stream is not null) > 1)
        {
            Report("assessment.adjustments-without-total", "/streams", _definition.Code);
        }

        CheckMinimumCases();
        CheckExactness();
        Bands = GradeBandCompiler.Compile(_definition.Bands, 0, HighestScore(), Findings);
        return new AssessmentNode(_definition.Code, _definition.Title ?? Plain(_definition.Code), 1, 1)
        {
            Aggregate = _definition.Aggregate,
            ZeroFloor = _definition.ZeroFloor,
            Children = children,
            FullPoints = Scale,
        };
    }

    private static LocalizedText Plain(string code) => new(code, code);

    private void CheckHead()
    {
        if (Scale is <= 0 or > MaximumScale)
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

    private void CheckMinimumCases()
    {
        if (_definition.MinimumCases is not { } minimum)
        {
            return;
        }

        if (minimum.Cases < 1)
        {
            Report("assessment.minimum-cases-range", "/minimumCases/cases", minimum.Cases);
        }

        if (minimum.Indicator is { } indicator && !Indicators.Contains(indicator, StringComparer.Ordinal))
        {
            Report("assessment.minimum-cases-indicator", "/minimumCases/indicator", indicator);
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

    private decimal HighestScore() =>
        AdjustmentCompiler.MostBonus(_definition) is { } most && Scale <= MaximumScale ? Scale + most : decimal.MaxValue;

    private void CheckMean(string code, AggregateKind? aggregate, decimal? floor, int children, string path)
    {
        var isMean = aggregate is AggregateKind.Geometric or AggregateKind.Harmonic;
        if (floor is <= 0 or > 1 || (floor is not null && !isMean))
        {
            Report(isMean ? "assessment.zero-floor-range" : "assessment.zero-floor-unused", path + "/zeroFloor", code, floor);
        }

        if (isMean && children > MaximumFactors)
        {
            Report("assessment.too-many-factors", path + "/children", code, MaximumFactors, children);
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

    private OutlierDefinition? CheckOutliers(OutlierDefinition? outliers, string path)
    {
        if (outliers?.Fence is < 0 or > 100)
        {
            Report("assessment.outlier-fence-range", path + "/fence", outliers.Fence);
        }

        return outliers;
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

        if (complete && nodes.Length > 0 && Math.Abs(sum - 1) > WeightResidue)
        {
            Report("assessment.weights-sum", path + "/children", code, sum);
        }

        _sumsAreOne &= sum == 1;
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
            CheckOutliers(definition.Outliers, path + "/outliers") ?? parent.Outliers,
            ExactDecimal.Plain(parent.Share * weight),
            parent.Depth + 1,
            parent.IsFine || definition.Aggregate is AggregateKind.Geometric or AggregateKind.Harmonic);
        if (definition.Normalise is not null || definition.Deductions.Count > 0)
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
        CheckMean(definition.Code, definition.Aggregate, definition.ZeroFloor, definition.Children.Count, path);
        return new AssessmentNode(definition.Code, definition.Title ?? Plain(definition.Code), weight, here.Share)
        {
            Aggregate = definition.Aggregate ?? AggregateKind.Arithmetic,
            ZeroFloor = definition.ZeroFloor,
            IsFine = parent.IsFine,
            Children = CompileChildren(definition.Code, definition.Children, path, here),
            Assessor = assessor?.Code,
            FullPoints = ExactDecimal.Plain(Scale * here.Share),
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
        ReportUnused(definition.Children.Count > 0, "assessment.leaf-with-children", "/children");
        ReportUnused(definition.Aggregate is not null, "assessment.leaf-with-aggregate", "/aggregate");
        ReportUnused(definition.ZeroFloor is not null, "assessment.zero-floor-unused", "/zeroFloor", definition.ZeroFloor);
        ReportUnused(_definition.Assessors.Count > 0 && here.Assessor is null && definition.Assessor is null, "assessment.assessor-missing", "/assessor");
        var leaf = definition.Normalise is null
            ? CompileDeductions(definition, path, weight, here)
            : CompileIndicator(definition, definition.Normalise, path, weight, here);
        _leaves.Add(leaf);
        return leaf;

        void ReportUnused(bool present, string message, string member, decimal? value = null)
        {
            if (present)
            {
                Report(message, path + member, value is null ? [definition.Code] : [definition.Code, value]);
            }
        }
    }

    private AssessmentNode CompileIndicator(
        AssessmentNodeDefinition definition, NormalisationDefinition normalise, string path, decimal weight, Inherited here)
    {
        if (definition.Deductions.Count > 0)
        {
            Report("assessment.leaf-with-deductions", path + "/deductions", definition.Code);
        }

        var (indicator, index) = _indicators.Bind(definition.Code, definition.Indicator, path, Findings);
        var directed = !NormalisationCompiler.IsUndirected(normalise.Kind);
        if (!directed && definition.Direction is not null)
        {
            Report("assessment.direction-unused", path + "/direction", definition.Code);
        }

        if (directed && indicator?.Direction is { } usual && definition.Direction is { } chosen && usual != chosen)
        {
            Findings.Add(Finding.Warning(
                AssessmentMessages.All["assessment.direction-unusual", definition.Code, usual, chosen], FindingPlace.At(path + "/direction")));
        }

        if (here.Outliers is { Kind: OutlierKind.Missing } || (here.Outliers is { Kind: OutlierKind.Clip } && NormalisationCompiler.IsRelative(normalise)))
        {
            Findings.Add(Finding.Info(AssessmentMessages.All["assessment.outliers-move", definition.Code], FindingPlace.At(path + "/normalise")));
        }

        // An indicator that is not known has already been reported; its direction is then not asked for as well.
        var direction = directed ? definition.Direction ?? (indicator is null ? IndicatorDirection.Up : indicator.Direction) : null;
        return new AssessmentNode(definition.Code, definition.Title ?? indicator?.Title ?? Plain(definition.Code), weight, here.Share)
        {
            Indicator = indicator,
            IndicatorIndex = index,
            Direction = direction,
            Assessor = here.Assessor?.Code,
            Stream = here.Assessor?.Stream,
            Normalisation = NormalisationCompiler.Compile(definition.Code, normalise, direction, path, Findings),
            Missing = here.Missing,
            Undefined = here.Undefined,
            Outliers = here.Outliers,
            LeafIndex = _leaves.Count,
            IsFine = here.IsFine,
            FullPoints = ExactDecimal.Plain(Scale * here.Share),
        };
    }

    private AssessmentNode CompileDeductions(AssessmentNodeDefinition definition, string path, decimal weight, Inherited here)
    {
        if (definition.Indicator is not null)
        {
            Report("assessment.leaf-member", path + "/indicator", definition.Code, "indicator");
        }

        if (definition.Direction is not null)
        {
            Report("assessment.leaf-member", path + "/direction", definition.Code, "direction");
        }

        return new AssessmentNode(definition.Code, definition.Title ?? Plain(definition.Code), weight, here.Share)
        {
            Deductions = _adjustments.Compile(AdjustmentKind.Deduction, definition.Deductions, path + "/deductions"),
            Assessor = here.Assessor?.Code,
            Stream = here.Assessor?.Stream,
            Missing = here.Missing,
            Undefined = here.Undefined,
            LeafIndex = _leaves.Count,
            IsFine = here.IsFine,
            FullPoints = ExactDecimal.Plain(Scale * here.Share),
        };
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
        // An unlimited bonus is counted on to stay below a million points.
        var whole = decimal.Truncate(Math.Min(HighestScore(), MaximumScale)).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        var allowed = DecimalDigits - Normalisation.Decimals - whole;
        var decimals = _leaves.Count == 0 ? 0 : _leaves.Max(static leaf => leaf.FullPoints.Scale);
        IsExact = decimals <= allowed && _sumsAreOne;
        if (!IsExact && !Findings.Any(static finding => finding.Severity == FindingSeverity.Error))
        {
            Findings.Add(Finding.Info(AssessmentMessages.All["assessment.weights-too-fine", Normalisation.Decimals], FindingPlace.At("/children")));
        }
    }

    private void Report(string message, string path, params ReadOnlySpan<object?> values) =>
        Findings.Add(Finding.Error(AssessmentMessages.All[message, values], FindingPlace.At(path)));

    private sealed record Inherited(AssessorDefinition? Assessor, AbsenceDefinition Missing, AbsenceDefinition Undefined, OutlierDefinition? Outliers, decimal Share, int Depth, bool IsFine);
}
