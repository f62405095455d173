namespace GridGovernance.Sdk.Assessment;

/// <summary>How far a ranking moves when its weights are drawn at random around the chosen ones, and which weights move it (权重敏感性).</summary>
/// <remarks>
/// <para>The measure is the mean number of places that units shift, as in Saisana, Saltelli and Tarantola, "Uncertainty and sensitivity analysis techniques
/// as tools for the quality assessment of composite indicators" (2005). Any scheme that gives one score can be looked at, with any mean; each weight is
/// drawn evenly within its band, and siblings are then moved within theirs until they sum to what they did, so that no weight leaves its band. Deductions,
/// bonuses and vetoes are applied anew. Units that are level with the chosen weights have places in ordinal order, and a weight that parts them moves them.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record RankingSensitivity
{
    private RankingSensitivity(EquatableArray<WeightSensitivity> weights, EquatableArray<RankInterval> intervals, double meanShift, string? leader, double leaderShare) =>
        (Weights, Intervals, MeanShift, Leader, LeaderShare) = (weights, intervals, meanShift, leader, leaderShare);

    /// <summary>Gets the sensitivities, in the order of the tree from its leaves up.</summary>
    public EquatableArray<WeightSensitivity> Weights { get; }

    /// <summary>Gets between which ranks each unit was seen, in the order of the table; units without a rank take no part.</summary>
    public EquatableArray<RankInterval> Intervals { get; }

    /// <summary>Gets how many places a unit shifted on average.</summary>
    public double MeanShift { get; }

    /// <summary>Gets the unit that leads with the chosen weights; null without units.</summary>
    public string? Leader { get; }

    /// <summary>Gets the share of the draws, 0..1, in which that unit led; 0 without units.</summary>
    public double LeaderShare { get; }

    /// <summary>Draws weights and ranks anew.</summary>
    /// <param name="cards">The scorecards.</param>
    /// <param name="relativeChange">How far each weight may change, as a share of itself, above 0 and at most 1.</param>
    /// <param name="samples">How many samples are drawn, at least 2; the units are ranked <paramref name="samples"/> × (weights + 2) times.</param>
    /// <param name="seed">Where the random numbers start.</param>
    /// <returns>The sensitivities.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cards"/> is null.</exception>
    /// <exception cref="ArgumentException">The scheme gives no total.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or there are too many evaluations.</exception>
    public static RankingSensitivity Run(Scorecards cards, decimal relativeChange, int samples, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(cards);
        return cards.Scheme.HasTotal
            ? Run(WeighedScheme.Of(cards), relativeChange, samples, seed)
            : throw new ArgumentException($"Scheme \"{cards.Scheme.Code}\" must give one score, but keeps two streams apart: look at each by itself.", nameof(cards));
    }

    /// <summary>Draws weights and ranks anew within one stream, whose ranking has the stream's components alone.</summary>
    /// <param name="cards">The scorecards.</param>
    /// <param name="relativeChange">How far each weight may change, as a share of itself, above 0 and at most 1.</param>
    /// <param name="samples">How many samples are drawn, at least 2.</param>
    /// <param name="seed">Where the random numbers start.</param>
    /// <param name="stream">The stream.</param>
    /// <returns>The sensitivities.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cards"/> is null.</exception>
    /// <exception cref="ArgumentException">The scheme has no such stream.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or there are too many evaluations.</exception>
    public static RankingSensitivity Run(Scorecards cards, decimal relativeChange, int samples, ulong seed, AssessorStream stream)
    {
        ArgumentNullException.ThrowIfNull(cards);
        return Run(WeighedScheme.Of(cards, stream), relativeChange, samples, seed);
    }

    private static RankingSensitivity Run(WeighedScheme scheme, decimal relativeChange, int samples, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(relativeChange);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(relativeChange, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        var (ranking, scored, tree) = (scheme.Ranking, scheme.Cards, new WeightedTree(scheme));
        var places = ranking.Ranked.Select(static (entry, place) => (entry.Unit, place)).ToDictionary(static entry => entry.Unit, static entry => entry.place, StringComparer.Ordinal);
        var run = new SampledRanks(
            tree,
            (double)relativeChange,
            [.. scored.Select(card => ranking.Ranked[places[card.Unit]].Rank)],
            [.. scored.Select(card => places[card.Unit])]);
        var indices = tree.Factors.Length == 0 || scored.Length == 0 ? [] : VarianceDecomposition.Estimate(run.Shift, tree.Factors.Length, samples, seed);
        return new RankingSensitivity(
            EquatableArray.From(indices.Select((index, factor) => new WeightSensitivity(tree.CodeOf(factor), index))),
            EquatableArray.From(scored.Select((card, unit) => run.IntervalOf(unit, card.Unit))),
            run.MeanShift,
            scored.Length == 0 ? null : scored[run.Leader].Unit,
            run.LeaderShare);
    }
}
