using GridGovernance.Sdk.Benchmarks.Assessment;
using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of assessment.</summary>
public sealed class AssessmentGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<ScoringBenchmarks>("assessment.score", 1 / 20.0, b => b.Score(), b => b.ScoreWithLinq()).AtSizes([33_000], [330_000]),
        GateCase.Ratio<ScoringBenchmarks>("assessment.rank-within", 1 / 4.0, b => b.RankWithin(), b => b.RankWithinWithLinq()).AtSizes([33_000], [330_000]),
    ];
}
