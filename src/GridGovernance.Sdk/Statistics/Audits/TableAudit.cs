namespace GridGovernance.Sdk.Statistics;

/// <summary>The audit of a printed table (统计表核验): every figure recomputed, every discrepancy listed.</summary>
/// <remarks>
/// <para>It never says which of two figures is right: it says that they cannot both be, or under which condition they can.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class TableAudit
{
    private const int DefaultDecimals = 2;

    private TableAudit(EquatableArray<AuditedFigure> figures, FindingReport findings)
    {
        Figures = figures;
        Findings = findings;
    }

    /// <summary>Gets the figures in order, each beside what it should be.</summary>
    public EquatableArray<AuditedFigure> Figures { get; }

    /// <summary>Gets every discrepancy, with the position of its figure as the path.</summary>
    public FindingReport Findings { get; }

    /// <summary>Audits a table.</summary>
    /// <param name="figures">The figures in the order in which they are printed.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="OverflowException">The sum of the counts exceeds 64 bits.</exception>
    public static TableAudit Run(EquatableArray<PrintedFigure> figures)
    {
        var findings = new List<Finding>();
        var byLabel = new Dictionary<string, PrintedFigure>(StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            byLabel.TryAdd(figure.Label, figure);
        }

        CheckForm(figures, byLabel, findings);
        CheckRepeated(figures, findings);
        var audited = new AuditedFigure[figures.Count];
        var sum = 0L;
        var counted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            // What is said again is the same again.
            if (figure is { Count: { } count, Whole: null, PartOf: null } && counted.Add(figure.Label))
            {
                sum = checked(sum + Math.Max(0, count));
            }
        }

        for (var i = 0; i < audited.Length; i++)
        {
            audited[i] = Recompute(figures, byLabel, i, sum, IsRate(figures, byLabel, figures[i]), findings);
        }

        CheckSums(audited, findings);
        CheckMixes(figures, byLabel, findings);
        return new TableAudit(EquatableArray.Create<AuditedFigure>(audited), new FindingReport(findings));
    }

    private static void CheckForm(EquatableArray<PrintedFigure> figures, Dictionary<string, PrintedFigure> byLabel, List<Finding> findings)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            if (figure.Count < 0 || figure.Whole < 0)
            {
                findings.Add(Finding.Error(StatisticsMessages.All["statistics.negative-count", figure.Label, figure.Count < 0 ? figure.Count : figure.Whole], Place(i)));
            }

            if (figure.PartOf is not null && IsPartOfItself(figure, byLabel))
            {
                findings.Add(Finding.Error(StatisticsMessages.All["statistics.part-of-itself", figure.Label], Place(i)));
            }

            if (figure.PartOf is not null && !byLabel.ContainsKey(figure.PartOf))
            {
                findings.Add(Finding.Error(StatisticsMessages.All["statistics.unknown-label", figure.Label, figure.PartOf], Place(i)));
            }
        }
    }

    // Through others, too: a part of b, b part of a.
    private static bool IsPartOfItself(PrintedFigure figure, Dictionary<string, PrintedFigure> byLabel)
    {
        var above = figure.PartOf;
        for (var steps = 0; above is not null && steps <= byLabel.Count; steps++)
        {
            if (string.Equals(above, figure.Label, StringComparison.Ordinal))
            {
                return true;
            }

            above = byLabel.GetValueOrDefault(above)?.PartOf;
        }

        return false;
    }

    private static void CheckRepeated(EquatableArray<PrintedFigure> figures, List<Finding> findings)
    {
        var first = new Dictionary<string, PrintedFigure>(StringComparer.Ordinal);
        for (var i = 0; i < figures.Count; i++)
        {
            if (!first.TryAdd(figures[i].Label, figures[i]) && first[figures[i].Label].Count is { } earlier && figures[i].Count is { } later && earlier != later)
            {
                findings.Add(Finding.Error(StatisticsMessages.All["statistics.count-contradicts", figures[i].Label, earlier, later], Place(i)));
            }
        }
    }

    private static AuditedFigure Recompute(
        EquatableArray<PrintedFigure> figures, Dictionary<string, PrintedFigure> byLabel, int index, long sum, bool isRate, List<Finding> findings)
    {
        var figure = figures[index];
        var whole = figure.Whole ?? (figure.PartOf is null ? sum : byLabel.GetValueOrDefault(figure.PartOf)?.Count);
        if (figure.Count is not >= 0 || whole is not >= 0)
        {
            return new AuditedFigure(figure, null, null);
        }

        var rate = new Rate(figure.Count.Value, whole.Value);
        var percent = rate.RoundPercent(figure.Share?.Decimals ?? DefaultDecimals);
        if (rate.Numerator > rate.Denominator && (figure.Whole is not null || figure.PartOf is not null))
        {
            findings.Add(Finding.Warning(StatisticsMessages.All["statistics.part-exceeds-whole", figure.Label, rate.Numerator, rate.Denominator], Place(index)));
        }

        if (isRate)
        {
            return new AuditedFigure(figure, null, null);
        }

        if (figure.Share is { } share && !share.Admits(rate))
        {
            findings.Add(Explain(figure.Label, share, rate, percent, index));
        }

        return new AuditedFigure(figure, rate, percent);
    }

    private static Finding Explain(string label, PrintedShare share, Rate rate, decimal? percent, int index)
    {
        if (percent is null)
        {
            return Finding.Error(StatisticsMessages.All["statistics.share-of-nothing", label, share], Place(index));
        }

        (MidpointRounding Mode, LocalizedText Name)[] others =
        [
            (MidpointRounding.ToZero, new LocalizedText("cutting off", "截尾")),
            (MidpointRounding.ToEven, new LocalizedText("rounding half to even", "四舍六入五成双")),
            (MidpointRounding.ToPositiveInfinity, new LocalizedText("rounding up", "进一")),
        ];
        foreach (var (mode, name) in others)
        {
            if (share.Admits(rate, mode))
            {
                return Finding.Warning(StatisticsMessages.All["statistics.share-other-rounding", label, share, rate, percent, name], Place(index));
            }
        }

        return Finding.Error(StatisticsMessages.All["statistics.share-differs", label, share, rate, percent], Place(index)) with
        {
            Measure = share.Percent - percent,
            MeasureUnit = "%",
        };
    }

    // Only parts that make up their whole have percentages that should sum to 100.
    private static void CheckSums(AuditedFigure[] audited, List<Finding> findings)
    {
        foreach (var group in audited.Where(static row => row.Rate is { IsDefined: true }).DistinctBy(static row => (row.Figure.Label, row.Figure.PartOf)).GroupBy(static row => (row.Rate!.Value.Denominator, row.Figure.PartOf)))
        {
            AuditedFigure[] rows = [.. group];
            if (rows.Length > 1
                && rows.All(static row => row.Figure.Share is not null)
                && rows.Sum(static row => row.Rate!.Value.Numerator) == group.Key.Denominator
                && rows.Sum(static row => row.Figure.Share!.Value.Percent) is var printed && printed != 100)
            {
                findings.Add(Finding.Info(StatisticsMessages.All["statistics.shares-sum", group.Key.Denominator, printed]));
            }
        }
    }

    // A percentage beside a count is the count's share of the whole, unless it is none and parts beside it have rates alone: then it is a rate like theirs.
    private static bool IsRate(EquatableArray<PrintedFigure> figures, Dictionary<string, PrintedFigure> byLabel, PrintedFigure part)
    {
        if (part is not { Share: { } share, PartOf: { } whole })
        {
            return false;
        }

        return part.Count is not { } count
            || (figures.Any(other => other is { Count: null, Share: not null } && string.Equals(other.PartOf, whole, StringComparison.Ordinal))
                && !(count >= 0 && byLabel.GetValueOrDefault(whole)?.Count is >= 0 and var all && share.Admits(new Rate(count, all))));
    }

    private static void CheckMixes(EquatableArray<PrintedFigure> figures, Dictionary<string, PrintedFigure> byLabel, List<Finding> findings)
    {
        var parts = figures.Where(part => IsRate(figures, byLabel, part)).DistinctBy(static part => (part.Label, part.PartOf, part.Share)).ToLookup(static part => part.PartOf!, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < figures.Count; i++)
        {
            var overall = figures[i];
            EquatableArray<(string Label, PrintedShare Rate)> rates = EquatableArray.From(parts[overall.Label].Select(static part => (part.Label, part.Share!.Value)));
            if (overall.Share is not { } share || rates.Count == 0 || !seen.Add(overall.Label))
            {
                continue;
            }

            if (RateMix.Solve(share, rates) is not { } mix)
            {
                findings.Add(Finding.Error(
                    StatisticsMessages.All["statistics.mix-impossible", overall.Label, share, rates.Min(static part => part.Rate.Percent), rates.Max(static part => part.Rate.Percent)], Place(i)));
                continue;
            }

            foreach (var part in mix.Where(static part => part.Lowest > 0 || part.Highest < 1))
            {
                findings.Add(Finding.Warning(
                    StatisticsMessages.All["statistics.mix-condition", overall.Label, share, part.Label, Math.Round(part.Lowest, 4), Math.Round(part.Highest, 4)], Place(i)));
            }
        }
    }

    private static FindingPlace Place(int index) => FindingPlace.At($"/{index}");
}
