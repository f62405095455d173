namespace GridGovernance.Sdk.Assessment;

/// <summary>What a recomputation changed for one unit.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record ScoreChange
{
    /// <summary>Gets the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets the score before; null when there was none.</summary>
    public required decimal? ScoreBefore { get; init; }

    /// <summary>Gets the score after; null when there is none.</summary>
    public required decimal? ScoreAfter { get; init; }

    /// <summary>Gets the rank before; null when there was none.</summary>
    public required int? RankBefore { get; init; }

    /// <summary>Gets the rank after; null when there is none.</summary>
    public required int? RankAfter { get; init; }

    /// <summary>Gets the code of the grade before; null when there was none.</summary>
    public required string? GradeBefore { get; init; }

    /// <summary>Gets the code of the grade after; null when there is none.</summary>
    public required string? GradeAfter { get; init; }

    /// <summary>Gets the components whose points changed; their changes sum exactly to the score's.</summary>
    public required EquatableArray<ContributionChange> Contributions { get; init; }
}
