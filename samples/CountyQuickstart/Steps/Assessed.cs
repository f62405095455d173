using GridGovernance.Sdk;
using GridGovernance.Sdk.Assessment;

namespace CountyQuickstart.Steps;

/// <summary>Units scored by one scheme, ranked, with the number of cases behind each.</summary>
internal sealed class Assessed
{
    /// <summary>With fewer cases than this a rank says nothing: it is shown in no list.</summary>
    internal const int FewestCases = 20;

    private readonly Dictionary<string, int> _cases;

    private Assessed(Scorecards cards, Ranking ranking, Dictionary<string, int> cases) => (Cards, Ranking, _cases) = (cards, ranking, cases);

    internal Scorecards Cards { get; }

    internal Ranking Ranking { get; }

    internal static Assessed Score(AssessmentScheme scheme, IEnumerable<string> units, IReadOnlyList<CaseFact> facts, Func<CaseFact, string?> subject)
    {
        var indicators = IndicatorCatalogue.Standard.Indicators.Where(indicator => scheme.Indicators.Contains(indicator.Code));
        var table = IndicatorTable.FromCases(EquatableArray.From(units), facts, subject, indicators);
        var cards = scheme.Score(table);
        var cases = facts.Where(fact => fact.Has(CaseMarks.ClosureDue) && subject(fact) is not null)
            .GroupBy(fact => subject(fact)!, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        return new Assessed(cards, cards.Rank(), cases);
    }

    /// <summary>Returns how many cases that were due count for a unit.</summary>
    internal int CasesOf(string unit) => _cases.GetValueOrDefault(unit);

    /// <summary>Returns about how many points one more late case costs a unit: the slope of the normalised on-time rate.</summary>
    internal decimal CostOfOneLateCase(int cases)
    {
        var leaf = Cards.Scheme.Leaves.FirstOrDefault(static one => string.Equals(one.Indicator!.Code, "on-time-closure-rate", StringComparison.Ordinal));
        var definition = Leaves(Cards.Scheme.Definition.Children).FirstOrDefault(static one => string.Equals(one.Code, "on-time-closure-rate", StringComparison.Ordinal));
        var range = definition?.Normalise is { Target: { } target, Baseline: { } baseline } && target > baseline ? target - baseline : 1;
        return leaf is null || cases == 0 ? 0 : Cards.Scheme.Scale * leaf.ShareOfScheme / cases / range;
    }

    private static IEnumerable<AssessmentNodeDefinition> Leaves(EquatableArray<AssessmentNodeDefinition> nodes) =>
        nodes.SelectMany(static node => node.Children.Count == 0 ? [node] : Leaves(node.Children));
}
