namespace GridGovernance.Sdk.Division;

/// <summary>Turns the grids that units are in today into a plan, and finds everything that keeps them from being one.</summary>
internal sealed class PlanReader
{
    private readonly DivisionProblem _problem;
    private readonly string?[] _codes;
    private readonly List<Finding> _findings = [];

    /// <summary>Begins.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="grids">The code of the grid of each unit.</param>
    internal PlanReader(DivisionProblem problem, IReadOnlyDictionary<string, string> grids)
    {
        _problem = problem;
        _codes = new string?[problem.Units.Count];
        for (var unit = 0; unit < _codes.Length; unit++)
        {
            var id = problem.Units[unit].Id;
            if (!grids.TryGetValue(id, out _codes[unit]))
            {
                _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.unit-without-grid", id], FindingPlace.Of(id)));
            }
        }
    }

    /// <summary>Reads.</summary>
    /// <param name="report">Everything that is wrong.</param>
    /// <returns>The plan; null where it is none.</returns>
    internal DivisionPlan? Run(out FindingReport report)
    {
        CheckParents();
        var plans = _findings.Count > 0 ? [] : Array.ConvertAll(_problem.Parts, Part);
        if (_findings.Count > 0)
        {
            report = new FindingReport(_findings);
            return null;
        }

        (var plan, report) = PlanAssembler.Assemble(_problem, plans);
        return plan;
    }

    private void CheckParents()
    {
        var parentOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var unit = 0; unit < _codes.Length; unit++)
        {
            var parent = _problem.ParentOf[unit];
            if (_codes[unit] is { } code && !parentOf.TryAdd(code, parent) && parentOf[code] != parent)
            {
                _findings.Add(Finding.Error(
                    DivisionMessages.Catalogue["division.grid-across-parents", code, _problem.Parents[parentOf[code]], _problem.Parents[parent]], FindingPlace.Of(code)));
                parentOf[code] = parent;
            }
        }
    }

    private PartPlan Part(PartGraph part)
    {
        var local = new Dictionary<string, int>(StringComparer.Ordinal);
        var gridOf = new int[part.Count];
        for (var v = 0; v < gridOf.Length; v++)
        {
            var code = OneOf(part.UnitsOf(v));
            if (!local.TryGetValue(code, out gridOf[v]))
            {
                local.Add(code, gridOf[v] = local.Count);
            }
        }

        var count = local.Count;
        var codes = new List<string?>(local.Keys);
        foreach (var settled in part.Settled)
        {
            codes.Add(OneOf(settled.Units));
            if (!local.TryAdd(codes[^1]!, -1))
            {
                _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.grid-not-alone", codes[^1], part.Ids[settled.Units[0]]], FindingPlace.Of(codes[^1]!)));
            }
        }

        CheckConnected(part, gridOf, codes);
        return new PartPlan
        {
            GridOf = gridOf,
            Count = count,
            Deviation = count == 0 ? 0 : PartMeasure.Deviations(part, gridOf, count).Max(),
            Bound = count == 0 ? 0 : PartBound.Deviation(part, count),
            IsLegal = PartMeasure.IsLegal(part, gridOf, count),
        }.With([.. codes]);
    }

    private string OneOf(ReadOnlySpan<int> units)
    {
        foreach (var unit in units)
        {
            if (!string.Equals(_codes[unit], _codes[units[0]], StringComparison.Ordinal))
            {
                var (a, b) = (_problem.Units[units[0]].Id, _problem.Units[unit].Id);
                _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.together-split", a, b, _codes[units[0]], _codes[unit]], FindingPlace.Of(b)));
                break;
            }
        }

        return _codes[units[0]]!;
    }

    private void CheckConnected(PartGraph part, int[] gridOf, List<string?> codes)
    {
        var pieces = PartMeasure.Pieces(part, gridOf, out _);
        var first = new Dictionary<int, int>();
        var reported = new HashSet<int>();
        for (var v = 0; v < gridOf.Length; v++)
        {
            if (!first.TryAdd(gridOf[v], pieces[v]) && first[gridOf[v]] != pieces[v] && reported.Add(gridOf[v]))
            {
                var code = codes[gridOf[v]]!;
                _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.grid-not-connected", code, part.Ids[part.UnitsOf(v)[0]]], FindingPlace.Of(code)));
            }
        }
    }
}
