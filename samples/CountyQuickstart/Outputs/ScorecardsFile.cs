using CountyQuickstart.Steps;
using GridGovernance.Sdk.Interchange;

namespace CountyQuickstart.Outputs;

/// <summary><c>scorecards.csv</c>: one line for each part of each score, so that a score can be added up again. A unit without a score has empty points.</summary>
internal static class ScorecardsFile
{
    internal const string Name = "scorecards.csv";

    internal static void Write(TextWriter output, params ReadOnlySpan<Assessed> assessed)
    {
        var csv = new CsvWriter(output).Header(
            "scheme", "unit", "rank", "score", "grade", "cases", "component", "shareOfScheme", "numerator", "denominator", "rate", "value", "points");
        foreach (var one in assessed)
        {
            foreach (var card in one.Cards)
            {
                foreach (var leaf in card.Contributions)
                {
                    csv.Text(one.Cards.Scheme.Code)
                        .Text(card.Unit)
                        .Number(one.Ranking.Find(card.Unit)?.Rank)
                        .Number(card.Score)
                        .Text(card.Grade?.Code)
                        .Number(one.CasesOf(card.Unit))
                        .Text(leaf.Node.Code)
                        .Number(leaf.Node.ShareOfScheme)
                        .Number(leaf.Indicator?.Rate?.Numerator)
                        .Number(leaf.Indicator?.Rate?.Denominator)
                        .Number(leaf.Indicator?.Rate?.Round(9) ?? leaf.Indicator?.Number)
                        .Number(leaf.Value)
                        .Number(leaf.Points)
                        .EndRow();
                }
            }
        }
    }
}
