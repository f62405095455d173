namespace GridGovernance.Sdk.Assessment;

/// <summary>How far one actor can raise its score without working better, under a scheme (刷分分析): what a scheme must not reward.</summary>
public static class GamingAnalysis
{
    private const CaseMarks Done = CaseMarks.Disposed | CaseMarks.DisposedOnTime | CaseMarks.Closed | CaseMarks.ClosedOnTime;
    private const CaseMarks Bad = CaseMarks.ClosedLate | CaseMarks.DisposalOverdue | CaseMarks.Extended | CaseMarks.Escalated | CaseMarks.Reworked;
    private const CaseMarks Trifle = CaseMarks.Reported | CaseMarks.ValidReport | CaseMarks.Filed | CaseMarks.FiledOnTime | CaseMarks.DisposalDue | CaseMarks.ClosureDue | Done;

    /// <summary>Plays every move for one actor, all others working as they did.</summary>
    /// <param name="scheme">The scheme; it gives one score.</param>
    /// <param name="units">The units, each once.</param>
    /// <param name="facts">The case facts.</param>
    /// <param name="subject">Says which unit a case counts for.</param>
    /// <param name="indicators">The indicators that the scheme needs.</param>
    /// <param name="actor">The unit that plays.</param>
    /// <param name="cases">How many cases each move may touch, at least 1.</param>
    /// <returns>What each move gains, the most rewarding first.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The actor is no unit, or the scheme gives no total.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cases"/> is less than 1.</exception>
    public static EquatableArray<GamingGain> Run(
        AssessmentScheme scheme,
        EquatableArray<string> units,
        IReadOnlyList<CaseFact> facts,
        Func<CaseFact, string?> subject,
        IReadOnlyList<Indicator> indicators,
        string actor,
        int cases)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        if (!units.Contains(actor, StringComparer.Ordinal) || !scheme.HasTotal)
        {
            throw new ArgumentException($"\"{actor}\" must be one of the units, and \"{scheme.Code}\" must give one score.", nameof(actor));
        }

        // A made-up case belongs to whom it is made up for: the actor, whatever the subject would say of an empty fact.
        var own = facts.Where(fact => string.Equals(subject(fact), actor, StringComparison.Ordinal)).ToList();
        var others = facts.Where(fact => !string.Equals(subject(fact), actor, StringComparison.Ordinal)).ToList();
        var before = Score(own);
        return EquatableArray.From(Enum.GetValues<GamingMove>()
            .Select(move =>
            {
                var (played, count) = Play(move, own, cases);
                var after = Score(played);
                return new GamingGain(move, count, before.Score, after.Score, before.Rank, after.Rank);
            })
            .OrderByDescending(static gain => gain.Points ?? decimal.MinValue)
            .ThenBy(static gain => gain.Move));

        (decimal? Score, int? Rank) Score(List<CaseFact> played)
        {
            var mine = played.ToHashSet(ReferenceEqualityComparer.Instance);
            var cards = scheme.Score(IndicatorTable.FromCases(units, others.Concat(played), fact => mine.Contains(fact) ? actor : subject(fact), indicators));
            return (cards.ScoreOf(cards.Table.PositionOf(actor)), cards.Rank().Find(actor)?.Rank);
        }
    }

    private static (List<CaseFact> Played, int Count) Play(GamingMove move, List<CaseFact> own, int cases)
    {
        var good = own.Where(static fact => (fact.Marks & Bad) == CaseMarks.None && fact.Marks.HasFlag(CaseMarks.ClosedOnTime)).ToList();
        var bad = own.Where(static fact => (fact.Marks & Bad) != CaseMarks.None || (fact.Marks.HasFlag(CaseMarks.ClosureDue) && !fact.Marks.HasFlag(CaseMarks.ClosedOnTime))).Take(cases).ToHashSet(ReferenceEqualityComparer.Instance);
        switch (move)
        {
            case GamingMove.Split:
                var parts = good.Count == 0 ? 0 : cases;
                return ([.. own, .. Enumerable.Range(0, parts).Select(i => good[i % good.Count] with { CaseId = $"{good[i % good.Count].CaseId}/part-{i + 1}" })], parts);
            case GamingMove.LateEntry:
                // What is not done yet is not entered yet either.
                return ([.. own.Where(fact => !bad.Contains(fact) || fact.Marks.HasFlag(CaseMarks.Closed)).Select(fact => bad.Contains(fact) ? fact with { Marks = (fact.Marks & ~Bad) | Done } : fact)], bad.Count);
            case GamingMove.SelfReport:
                return ([.. own, .. Enumerable.Range(0, cases).Select(i => new CaseFact { CaseId = $"self-reported-{i + 1}", Marks = Trifle, Unit = own.FirstOrDefault()?.Unit, Worker = own.FirstOrDefault()?.Worker })], cases);
            default:
                return ([.. own.Where(fact => !bad.Contains(fact))], bad.Count);
        }
    }
}
