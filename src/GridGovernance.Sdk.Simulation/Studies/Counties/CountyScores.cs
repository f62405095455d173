using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Hosting;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>Scores the units of a simulated county by production's own rules of counting and assessment schemes.</summary>
/// <remarks>A grid worker answers for what the grid handled itself, and for the validity of every report; a department for what it led.
/// So nobody is marked down for being late with what lay in other hands.</remarks>
internal sealed class CountyScores
{
    private const CaseMarks OfDisposal = CaseMarks.ClosureDue | CaseMarks.Closed | CaseMarks.ClosedOnTime | CaseMarks.ClosedLate | CaseMarks.Reworked | CaseMarks.Escalated;
    private readonly GovernanceModel _model;
    private readonly EquatableArray<string> _grids;
    private readonly CaseFact[] _facts;

    /// <summary>Reads the cases; a model without the levels and clocks that assessment counts by scores nobody.</summary>
    internal CountyScores(GovernanceModel model, CaseModel cases, IEnumerable<GridCase> counted, Instant end)
    {
        _model = model;
        var reader = CaseFactReader.Compile(CaseFactRules.Standard, cases, out _);
        _facts = reader is null ? [] : [.. counted.Select(one => reader.Read(one, end))];
        _grids = EquatableArray.From(_facts.Select(static fact => fact.Worker).OfType<string>().Distinct(StringComparer.Ordinal));
    }

    /// <summary>The mean score of the grids that had a case; null where the model has no scheme of the code, or scores nobody.</summary>
    internal double? OfWorkers(string scheme) => Mean(
        scheme, _grids, _facts.Select(static fact => fact.Department is null ? fact : fact with { Marks = fact.Marks & ~OfDisposal }), static fact => fact.Worker);

    /// <summary>The mean score of the departments; null where the model has no scheme of the code, or scores nobody.</summary>
    internal double? OfDepartments(string scheme) => Mean(
        scheme, EquatableArray.From(_model.Establishment.Departments.Select(static one => one.Code)), _facts.Where(static fact => fact.Department is not null), static fact => fact.Department);

    private double? Mean(string code, EquatableArray<string> units, IEnumerable<CaseFact> facts, Func<CaseFact, string?> subject)
    {
        if (units.Count == 0 || _model.Assessments.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.Ordinal)) is not { } scheme)
        {
            return null;
        }

        var indicators = IndicatorCatalogue.Standard.Indicators.Where(indicator => scheme.Indicators.Contains(indicator.Code));
        var cards = scheme.Score(IndicatorTable.FromCases(units, facts, subject, indicators));
        var (sum, count) = (0m, 0);
        for (var i = 0; i < cards.Count; i++)
        {
            if (cards.ScoreOf(i) is { } score)
            {
                (sum, count) = (sum + score, count + 1);
            }
        }

        return count == 0 ? null : (double)(sum / count);
    }
}
