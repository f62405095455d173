namespace GridGovernance.Sdk.Assessment;

/// <summary>Scores computed anew after an appeal, and what changed for whom (申诉复核).</summary>
/// <remarks>
/// <para>An appeal of one can move the rank of many, and with a relative normalisation their scores: every unit that changed is named.
/// This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Recomputation
{
    private Recomputation(Scorecards before, Scorecards after, EquatableArray<ScoreChange> changes) => (Before, After, Changes) = (before, after, changes);

    /// <summary>Gets the scorecards before.</summary>
    public Scorecards Before { get; }

    /// <summary>Gets the scorecards after.</summary>
    public Scorecards After { get; }

    /// <summary>Gets the units whose score, rank, grade or components changed, in the order of the table.</summary>
    public EquatableArray<ScoreChange> Changes { get; }

    /// <summary>Scores with and without corrections.</summary>
    /// <param name="scheme">The scheme; it gives one score.</param>
    /// <param name="units">The units, each once.</param>
    /// <param name="facts">The case facts as they were.</param>
    /// <param name="subject">Says which unit a case counts for.</param>
    /// <param name="indicators">The indicators that the scheme needs.</param>
    /// <param name="corrections">What changes; a case that was not there is added.</param>
    /// <returns>The two sets of scorecards and their difference.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A case is corrected twice, one is taken out that is not there, corrected facts bear another id, or the scheme gives no total.</exception>
    public static Recomputation Run(
        AssessmentScheme scheme,
        EquatableArray<string> units,
        IReadOnlyList<CaseFact> facts,
        Func<CaseFact, string?> subject,
        IReadOnlyList<Indicator> indicators,
        EquatableArray<CaseCorrection> corrections)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(indicators);
        var before = scheme.Score(IndicatorTable.FromCases(units, facts, subject, indicators));
        var after = scheme.Score(IndicatorTable.FromCases(units, Correct(facts, corrections), subject, indicators));
        return Between(before, after, corrections.Select(static correction => correction.CaseId));
    }

    /// <summary>Compares two sets of scorecards of one scheme over the same units.</summary>
    /// <param name="before">The scorecards before.</param>
    /// <param name="after">The scorecards after.</param>
    /// <param name="cases">The ids of the cases whose facts changed, to be named where they stand behind a change.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The schemes or the units differ, or the scheme gives no total.</exception>
    public static Recomputation Between(Scorecards before, Scorecards after, IEnumerable<string> cases)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(cases);
        if (!ReferenceEquals(before.Scheme, after.Scheme) || before.Table.Units != after.Table.Units || !before.Scheme.HasTotal)
        {
            throw new ArgumentException($"Both must be scored by one scheme with a total, over the same units, but by \"{before.Scheme.Code}\" and \"{after.Scheme.Code}\" they are not.", nameof(after));
        }

        var corrected = cases.ToHashSet(StringComparer.Ordinal);
        var (ranksBefore, ranksAfter) = (before.Rank(), after.Rank());
        var changes = new List<ScoreChange>();
        for (var unit = 0; unit < before.Count; unit++)
        {
            var (old, now) = (before[unit], after[unit]);
            var change = new ScoreChange
            {
                Unit = old.Unit,
                ScoreBefore = old.Score,
                ScoreAfter = now.Score,
                RankBefore = ranksBefore.Find(old.Unit)?.Rank,
                RankAfter = ranksAfter.Find(old.Unit)?.Rank,
                GradeBefore = old.Grade?.Code,
                GradeAfter = now.Grade?.Code,
                Contributions = Contributions(old, now, corrected),
            };
            if (change.ScoreBefore != change.ScoreAfter || change.RankBefore != change.RankAfter || change.Contributions.Count > 0)
            {
                changes.Add(change);
            }
        }

        return new Recomputation(before, after, EquatableArray.From(changes));
    }

    private static List<CaseFact> Correct(IReadOnlyList<CaseFact> facts, EquatableArray<CaseCorrection> corrections)
    {
        var open = new Dictionary<string, CaseCorrection>(StringComparer.Ordinal);
        foreach (var correction in corrections)
        {
            if (!open.TryAdd(correction.CaseId, correction) || (correction.Corrected is { } named && !string.Equals(named.CaseId, correction.CaseId, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"Case \"{correction.CaseId}\" must be corrected once, by facts of its own id.", nameof(corrections));
            }
        }

        var result = new List<CaseFact>(facts.Count);
        foreach (var fact in facts)
        {
            if (!open.Remove(fact.CaseId, out var correction))
            {
                result.Add(fact);
            }
            else if (correction.Corrected is not null)
            {
                result.Add(correction.Corrected);
            }
        }

        // In the order of the corrections, what is left is new.
        foreach (var correction in corrections.Where(correction => open.ContainsKey(correction.CaseId)))
        {
            result.Add(correction.Corrected ?? throw new ArgumentException($"Case \"{correction.CaseId}\" must be there to be taken out, but is not.", nameof(corrections)));
        }

        return result;
    }

    private static EquatableArray<ContributionChange> Contributions(Scorecard before, Scorecard after, HashSet<string> corrected)
    {
        var leaves = before.Contributions.Zip(after.Contributions, static (old, now) =>
            new Part(old.Node.Code, old.Points, now.Points, old.Points != now.Points || old.Value != now.Value, old.Trace, now.Trace));
        var (oldAdjustments, newAdjustments) = (ByCode(before), ByCode(after));
        var adjustments = oldAdjustments.Keys.Union(newAdjustments.Keys, StringComparer.Ordinal).Select(code =>
        {
            var (old, now) = (oldAdjustments.GetValueOrDefault(code), newAdjustments.GetValueOrDefault(code));
            return new Part(code, old?.Points, now?.Points, old?.Points != now?.Points, () => old?.Trace() ?? CaseTrace.None, () => now?.Trace() ?? CaseTrace.None);
        });
        return EquatableArray.From(leaves.Concat(adjustments).Where(static part => part.Changed).Select(part => new ContributionChange(
            part.Code, part.Before, part.After, EquatableArray.From(CaseTrace.Union([part.Old(), part.Now()]).Counted.Where(corrected.Contains)))));
    }

    private static Dictionary<string, AdjustmentScore> ByCode(Scorecard card) =>
        card.Adjustments.ToDictionary(static adjustment => adjustment.Adjustment.Code, StringComparer.Ordinal);

    private sealed record Part(string Code, decimal? Before, decimal? After, bool Changed, Func<CaseTrace> Old, Func<CaseTrace> Now);
}
