namespace GridGovernance.Sdk.Assessment;

/// <summary>What one actor gains by a move that is no work.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Move">The move.</param>
/// <param name="Cases">How many cases were made up, changed or left out; fewer than asked for where the actor has no more of the kind.</param>
/// <param name="ScoreBefore">The score before; null when there was none.</param>
/// <param name="ScoreAfter">The score after; null when there is none.</param>
/// <param name="RankBefore">The rank before; null when there was none.</param>
/// <param name="RankAfter">The rank after; null when there is none.</param>
public sealed record GamingGain(GamingMove Move, int Cases, decimal? ScoreBefore, decimal? ScoreAfter, int? RankBefore, int? RankAfter)
{
    /// <summary>Gets the points gained; null without both scores.</summary>
    public decimal? Points => ScoreAfter - ScoreBefore;
}
