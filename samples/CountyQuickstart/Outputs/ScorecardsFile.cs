using CountyQuickstart.Steps;
using GridGovernance.Sdk.Interchange;

namespace CountyQuickstart.Outputs;

/// <summary><c>scorecards.csv</c>: one line for each part of each score, so that a score can be added up again: points are rounded by the largest remainder
/// and sum to the printed score. A unit without a score has empty points.</summary>
internal static class ScorecardsFile
{
    internal const string Name = "scorecards.csv";

    private const int Decimals = 6;

    internal static void Write(TextWriter output, params ReadOnlySpan<Assessed> assessed)
    {
        var csv = new CsvWriter(output).Header(
            "scheme", "unit", "rank", "score", "grade", "cases", "component", "shareOfScheme", "numerator", "denominator", "rate", "value", "points");
        foreach (var one in assessed)
        {
            foreach (var card in one.Cards)
            {
                var printed = card.Print(Decimals);
                foreach (var (leaf, position) in card.Contributions.Select(static (leaf, position) => (leaf, position)))
                {
                    csv.Text(one.Cards.Scheme.Code)
                        .Text(card.Unit)
                        .Number(one.Ranking.Find(card.Unit)?.Rank)
                        .Number(printed?.Score)
                        .Text(card.Grade?.Code)
                        .Number(one.CasesOf(card.Unit))
                        .Text(leaf.Node.Code)
                        .Number(leaf.Node.ShareOfScheme)
                        .Number(leaf.Indicator?.Rate?.Numerator)
                        .Number(leaf.Indicator?.Rate?.Denominator)
                        .Number(leaf.Indicator?.Rate?.Round(9) ?? leaf.Indicator?.Number)
                        .Number(leaf.Value is { } value ? Math.Round(value, Decimals, MidpointRounding.AwayFromZero) : null)
                        .Number(printed?.Contributions[position])
                        .EndRow();
                }
            }
        }
    }
}
