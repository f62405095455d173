using System.Globalization;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary>Scores and ranks as a table of rounded points that still sum.</summary>
internal static class AssessTable
{
    private const int PrintedDecimals = 2;
    private const int MostPrintedDecimals = 10;

    internal static void Write(Session session, Scorecards cards, AssessRanks ranks)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var scheme = cards.Scheme;
        var csv = new CsvWriter(text).Header(
        [
            "unit", "rank", "score", "grade",
            .. scheme.Streams.SelectMany(stream => Headers(AssessRanks.NameOf(stream), ranks.StreamRobustness[0] is not null)),
            .. scheme.Leaves.Select(static leaf => leaf.Code), .. scheme.Adjustments.Select(static adjustment => adjustment.Code),
            .. ranks.Robustness is null ? (string[])[] : ["bestRank", "worstRank"],
        ]);
        foreach (var card in cards)
        {
            var printed = Print(scheme, card);
            csv.Text(card.Unit).Number(ranks.Total?.Find(card.Unit)?.Rank).Number(PrintedScore(scheme, card, printed)).Text(card.Grade?.Code);
            for (var i = 0; i < ranks.Streams.Length; i++)
            {
                csv.Number(card.Streams[i].Score is { } score ? Math.Round(score, PrintedDecimals, MidpointRounding.AwayFromZero) + 0.00m : null).Number(ranks.Streams[i].Find(card.Unit)?.Rank);
                if (ranks.StreamRobustness[i] is { } stream)
                {
                    csv.Number(stream.Find(card.Unit)?.Best).Number(stream.Find(card.Unit)?.Worst);
                }
            }

            for (var i = 0; i < scheme.Leaves.Count + scheme.Adjustments.Count; i++)
            {
                csv.Number(printed is null ? null : i < printed.Contributions.Count ? printed.Contributions[i] : printed.Adjustments[i - printed.Contributions.Count]);
            }

            if (ranks.Robustness is { } robust)
            {
                csv.Number(robust.Find(card.Unit)?.Best).Number(robust.Find(card.Unit)?.Worst);
            }

            csv.EndRow();
        }

        session.Result(text.ToString().TrimEnd('\n'));
        ranks.Robustness?.Write(session);
        foreach (var stream in scheme.HasTotal ? [] : ranks.StreamRobustness)
        {
            stream?.Write(session);
        }
    }

    private static string[] Headers(string stream, bool robustness) =>
        [stream, stream + "Rank", .. robustness ? (string[])[stream + "BestRank", stream + "WorstRank"] : []];

    // A hair from a band's end even ten decimals round across it: then the score is cut off instead.
    private static decimal? PrintedScore(AssessmentScheme scheme, Scorecard card, PrintedScorecard? printed)
    {
        if (printed is null || string.Equals(scheme.GradeOf(printed.Score)?.Code, card.Grade?.Code, StringComparison.Ordinal))
        {
            return printed?.Score;
        }

        var down = Math.Round(card.Score!.Value, MostPrintedDecimals, MidpointRounding.ToNegativeInfinity);
        return string.Equals(scheme.GradeOf(down)?.Code, card.Grade?.Code, StringComparison.Ordinal) ? down : Math.Round(card.Score.Value, MostPrintedDecimals, MidpointRounding.ToPositiveInfinity);
    }

    // A rounded score must not stand in another band than its grade.
    private static PrintedScorecard? Print(AssessmentScheme scheme, Scorecard card)
    {
        var decimals = PrintedDecimals;
        while (decimals < MostPrintedDecimals && card.Print(decimals) is { } printed && !string.Equals(scheme.GradeOf(printed.Score)?.Code, card.Grade?.Code, StringComparison.Ordinal))
        {
            decimals++;
        }

        return card.Print(decimals);
    }
}
