using NodaTime;

namespace GridGovernance.Sdk.Assessment;

/// <summary>A scheme of assessment, as data (考核办法): a tree of weighted components whose leaves are indicators, and the grades.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record AssessmentSchemeDefinition
{
    /// <summary>The points of a full score when a scheme names none (百分制).</summary>
    public const decimal DefaultScale = 100;

    /// <summary>Gets the code, such as <c>grid-workers</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null when the code says it.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the version; null when the scheme has none.</summary>
    public int? Version { get; init; }

    /// <summary>Gets where the scheme comes from: a document, a place, or <c>sample</c>; null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the first day on which the scheme holds; null when it has always held.</summary>
    public LocalDate? EffectiveFrom { get; init; }

    /// <summary>Gets the last day on which the scheme holds; null when no end is set.</summary>
    public LocalDate? EffectiveTo { get; init; }

    /// <summary>Gets a value indicating whether the scheme is on trial (试行).</summary>
    public bool Trial { get; init; }

    /// <summary>Gets the points of a full score; null for <see cref="DefaultScale"/>.</summary>
    public decimal? Scale { get; init; }

    /// <summary>Gets how the values of the top components become the score.</summary>
    public AggregateKind Aggregate { get; init; }

    /// <summary>Gets the value that a top component counts at least, above 0 and at most 1, in a geometric or harmonic mean; null when one worth 0
    /// makes the score 0.</summary>
    public decimal? ZeroFloor { get; init; }

    /// <summary>Gets what is deducted from the score, down to 0, after the tree and before the bonuses.</summary>
    public EquatableArray<AdjustmentDefinition> Deductions { get; init; }

    /// <summary>Gets what is added to the score (加分), after the deductions.</summary>
    public EquatableArray<AdjustmentDefinition> Bonuses { get; init; }

    /// <summary>Gets the most that bonuses of one source add; a source without a cap adds without limit.</summary>
    public EquatableArray<BonusCapDefinition> BonusCaps { get; init; }

    /// <summary>Gets the most that all bonuses add; null when only their own caps limit them.</summary>
    public decimal? BonusCap { get; init; }

    /// <summary>Gets the vetoes (一票否决), applied last and in order.</summary>
    public EquatableArray<VetoDefinition> Vetoes { get; init; }

    /// <summary>Gets the groups that assess; empty when the scheme does not tell them apart.</summary>
    public EquatableArray<AssessorDefinition> Assessors { get; init; }

    /// <summary>Gets whether the superior and the public stream make one score.</summary>
    public StreamMode Streams { get; init; }

    /// <summary>Gets what happens where a value is missing; null for <see cref="AbsenceKind.NoScore"/>.</summary>
    public AbsenceDefinition? Missing { get; init; }

    /// <summary>Gets what happens where a rate is over nothing; null for <see cref="AbsenceKind.NoScore"/>.</summary>
    public AbsenceDefinition? Undefined { get; init; }

    /// <summary>Gets what happens to values far from all others; null to keep them.</summary>
    public OutlierDefinition? Outliers { get; init; }

    /// <summary>Gets the share of the weights, 0..1, that must have a value for a unit to be scored; null when any is enough.</summary>
    public decimal? MinimumPresent { get; init; }

    /// <summary>Gets how many cases a unit must have to be ranked; null for more than a single one, see <see cref="MinimumCasesDefinition.Default"/>.</summary>
    public MinimumCasesDefinition? MinimumCases { get; init; }

    /// <summary>Gets the grades; empty when the scheme gives none.</summary>
    public EquatableArray<GradeBandDefinition> Bands { get; init; }

    /// <summary>Gets the top components.</summary>
    public EquatableArray<AssessmentNodeDefinition> Children { get; init; }
}
