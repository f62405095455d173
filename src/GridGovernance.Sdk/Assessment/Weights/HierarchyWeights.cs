namespace GridGovernance.Sdk.Assessment;

/// <summary>Weights out of pairwise judgements by the analytic hierarchy process (层次分析法, AHP), with the consistency of the judgements.</summary>
/// <remarks>
/// <para>Saaty, "The Analytic Hierarchy Process" (1980): the weights are the principal eigenvector of the matrix of judgements; the consistency index
/// (λ − n) ÷ (n − 1) over that of random matrices is the consistency ratio, acceptable up to 0.1.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record HierarchyWeights
{
    /// <summary>The largest consistency ratio that is acceptable.</summary>
    public const decimal AcceptableRatio = 0.1m;

    /// <summary>The most components that are compared with each other.</summary>
    public const int MaximumComponents = 15;

    private const int MaximumSteps = 2000;
    private const decimal Still = 0.000_000_000_000_000_000_01m;
    private const int PrintedDecimals = 15;

    // Saaty's indices of random matrices of 1 to 15 rows.
    private static readonly decimal[] RandomIndices = [0, 0, 0.58m, 0.90m, 1.12m, 1.24m, 1.32m, 1.41m, 1.45m, 1.49m, 1.51m, 1.48m, 1.56m, 1.57m, 1.59m];

    private HierarchyWeights(EquatableArray<string> components, EquatableArray<decimal> eigenvector, decimal eigenvalue)
    {
        (Components, Eigenvector, Eigenvalue) = (components, eigenvector, eigenvalue);
        Weights = EqualWeights.Round(eigenvector);
    }

    /// <summary>Gets the components, in the order that they were given in.</summary>
    public EquatableArray<string> Components { get; }

    /// <summary>Gets the weights, rounded to <see cref="EqualWeights.Decimals"/> so that they sum to exactly 1.</summary>
    public EquatableArray<decimal> Weights { get; }

    /// <summary>Gets the weights with 15 decimals.</summary>
    public EquatableArray<decimal> Eigenvector { get; }

    /// <summary>Gets the principal eigenvalue λ; the number of components when all judgements agree.</summary>
    public decimal Eigenvalue { get; }

    /// <summary>Gets the consistency index.</summary>
    public decimal ConsistencyIndex => Components.Count < 2 ? 0 : (Eigenvalue - Components.Count) / (Components.Count - 1);

    /// <summary>Gets the consistency ratio; 0 for fewer than three components, which cannot contradict each other.</summary>
    public decimal ConsistencyRatio => Components.Count < 3 ? 0 : ConsistencyIndex / RandomIndices[Components.Count - 1];

    /// <summary>Works out the weights.</summary>
    /// <param name="components">The components, each once.</param>
    /// <param name="judgements">A judgement on each pair, in either direction, once.</param>
    /// <param name="report">Every fault, with its path in the judgements; a warning when the judgements contradict each other too much.</param>
    /// <returns>The weights; null when the report has errors.</returns>
    public static HierarchyWeights? Compile(EquatableArray<string> components, EquatableArray<PairwiseJudgement> judgements, out FindingReport report)
    {
        var findings = new List<Finding>();
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < components.Count; i++)
        {
            if (!positions.TryAdd(components[i], i))
            {
                findings.Add(Finding.Error(AssessmentMessages.All["assessment.duplicate-code", components[i]], FindingPlace.Of(components[i])));
            }
        }

        if (components.Count is 0 or > MaximumComponents)
        {
            findings.Add(Finding.Error(AssessmentMessages.All["assessment.judgement-count", MaximumComponents, components.Count]));
        }

        var matrix = Matrix(components, judgements, positions, findings);
        report = new FindingReport(findings);
        if (report.HasErrors)
        {
            return null;
        }

        var weights = Solve(matrix);
        if (weights.ConsistencyRatio > AcceptableRatio)
        {
            var ratio = Math.Round(weights.ConsistencyRatio, 4);
            report = report.Concat(new FindingReport([Finding.Warning(AssessmentMessages.All["assessment.judgements-inconsistent", AcceptableRatio, ratio]) with { Measure = ratio }]));
        }

        return weights;

        HierarchyWeights Solve(decimal[,] judged)
        {
            var vector = Principal(judged, components.Count);
            var product = Multiply(judged, vector);
            var value = Enumerable.Range(0, vector.Length).Sum(i => product[i] / vector[i]) / vector.Length;
            return new HierarchyWeights(components, EquatableArray.From(vector.Select(static weight => Math.Round(weight, PrintedDecimals))), Math.Round(value, PrintedDecimals));
        }
    }

    private static decimal[,] Matrix(
        EquatableArray<string> components, EquatableArray<PairwiseJudgement> judgements, Dictionary<string, int> positions, List<Finding> findings)
    {
        var matrix = new decimal[components.Count, components.Count];
        for (var i = 0; i < judgements.Count; i++)
        {
            var (judgement, place) = (judgements[i], FindingPlace.At($"/{i}"));
            if (judgement.Times is < 1 or > 9)
            {
                findings.Add(Finding.Error(AssessmentMessages.All["assessment.judgement-range", judgement.More, judgement.Less, judgement.Times], place));
                continue;
            }

            if (!positions.TryGetValue(judgement.More, out var more) || !positions.TryGetValue(judgement.Less, out var less) || more == less)
            {
                findings.Add(Finding.Error(AssessmentMessages.All["assessment.judgement-unknown", judgement.More, judgement.Less], place));
                continue;
            }

            if (matrix[more, less] != 0)
            {
                findings.Add(Finding.Error(AssessmentMessages.All["assessment.judgement-twice", judgement.More, judgement.Less], place));
                continue;
            }

            (matrix[more, less], matrix[less, more]) = (judgement.Times, 1 / judgement.Times);
        }

        var isWhole = findings.Count == 0;
        for (var row = 0; row < components.Count && isWhole; row++)
        {
            matrix[row, row] = 1;
            for (var column = row + 1; column < components.Count; column++)
            {
                if (matrix[row, column] == 0)
                {
                    findings.Add(Finding.Error(AssessmentMessages.All["assessment.judgement-missing", components[row], components[column]]));
                }
            }
        }

        return matrix;
    }

    // The power method: a positive matrix draws every positive vector towards its principal eigenvector.
    private static decimal[] Principal(decimal[,] matrix, int count)
    {
        decimal[] vector = [.. Enumerable.Repeat(1m / count, count)];
        for (var step = 0; step < MaximumSteps; step++)
        {
            var next = Multiply(matrix, vector);
            var sum = next.Sum();
            var change = 0m;
            for (var i = 0; i < count; i++)
            {
                next[i] /= sum;
                change = Math.Max(change, Math.Abs(next[i] - vector[i]));
            }

            vector = next;
            if (change < Still)
            {
                break;
            }
        }

        return vector;
    }

    private static decimal[] Multiply(decimal[,] matrix, decimal[] vector)
    {
        var product = new decimal[vector.Length];
        for (var row = 0; row < product.Length; row++)
        {
            for (var column = 0; column < product.Length; column++)
            {
                product[row] += matrix[row, column] * vector[column];
            }
        }

        return product;
    }
}
