namespace GridGovernance.Sdk.Division;

/// <summary>Turns a definition into a problem, and finds everything that is wrong with it.</summary>
internal sealed class DivisionCompiler
{
    private readonly DivisionDefinition _definition;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, int> _indexes;

    /// <summary>Begins.</summary>
    /// <param name="definition">The definition.</param>
    internal DivisionCompiler(DivisionDefinition definition)
    {
        _definition = definition;
        _indexes = new Dictionary<string, int>(definition.Units.Count, StringComparer.Ordinal);
    }

    /// <summary>Gets everything that was found.</summary>
    /// <returns>The report.</returns>
    internal FindingReport Report() => _findings.Count == 0 ? FindingReport.Empty : new FindingReport(_findings);

    /// <summary>Compiles.</summary>
    /// <returns>The problem; null where errors stand in the way.</returns>
    internal DivisionProblem? Run()
    {
        CheckUnits();
        DivisionSettingsCheck.Run(_definition, _findings);
        var (parents, parentOf) = Parents();
        var edges = new EdgeIndex(_definition, _indexes, parentOf, _findings);
        var together = new TogetherIndex(_definition, _indexes, parentOf, edges, _findings);
        if (HasErrors())
        {
            return null;
        }

        var parts = new PartBuilder(_definition, parents, parentOf, edges, together, _findings).Build();
        return HasErrors()
            ? null
            : new DivisionProblem(_definition, _indexes, parents)
            {
                ParentOf = parentOf,
                EdgeFrom = edges.From,
                EdgeTo = edges.To,
                EdgeLength = edges.Length,
                EdgeIsClosed = edges.IsClosed,
                Parts = parts,
            };
    }

    private bool HasErrors()
    {
        foreach (var finding in _findings)
        {
            if (finding.Severity == FindingSeverity.Error)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckUnits()
    {
        var units = _definition.Units.AsSpan();
        if (units.Length == 0)
        {
            _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.no-units"], FindingPlace.At("/units")));
        }

        var names = new HashSet<string>(StringComparer.Ordinal) { "households", "people" };
        foreach (var measure in _definition.Measures)
        {
            names.Add(measure.Name);
        }

        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            if (string.IsNullOrWhiteSpace(unit.Id))
            {
                _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.no-id", i], Place(i, "/id")));
            }
            else if (!_indexes.TryAdd(unit.Id, i))
            {
                _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.duplicate-unit", unit.Id], Place(i, "/id")));
            }

            if (unit.Households < 0 || unit.People < 0)
            {
                _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.negative-unit", unit.Id, Math.Min(unit.Households, unit.People)], Place(i, "")));
            }

            CheckAmounts(unit, i, names);
            CheckGeometry(unit, i);
        }
    }

    private void CheckAmounts(DivisionUnit unit, int index, HashSet<string> names)
    {
        foreach (var amount in unit.Amounts.AsSpan())
        {
            if (amount.Amount < 0)
            {
                _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.negative-unit", unit.Id, amount.Amount], Place(index, "/amounts")));
            }

            if (!names.Contains(amount.Measure))
            {
                _findings.Add(Finding.Warning(DivisionMessages.Catalogue["division.measure-not-balanced", unit.Id, amount.Measure], Place(index, "/amounts")));
            }
        }
    }

    private void CheckGeometry(DivisionUnit unit, int index)
    {
        if (unit.Place is { IsFinite: false } || (unit.Place is { } place && _definition.System?.Accepts(place) == false))
        {
            _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.bad-place", unit.Id, unit.Place.Value], Place(index, "/place")));
        }

        if (unit.AreaSquareMetres is { } area && !(area >= 0 && double.IsFinite(area)))
        {
            _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.bad-extent", unit.Id, area], Place(index, "/areaSquareMetres")));
        }

        if (unit.PerimeterMetres is { } perimeter && !(perimeter >= 0 && double.IsFinite(perimeter)))
        {
            _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.bad-extent", unit.Id, perimeter], Place(index, "/perimeterMetres")));
        }

        if (unit.Boundary is { } boundary && _definition.System is { } system && !ReferenceEquals(boundary.System, system))
        {
            _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.mixed-systems", unit.Id, system, boundary.System], Place(index, "/boundary")));
        }
    }

    private (string?[] Parents, int[] ParentOf) Parents()
    {
        var units = _definition.Units.AsSpan();
        var codes = new List<string?>();
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var nameless = -1;
        var parentOf = new int[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i].Parent is { } code)
            {
                if (!positions.TryGetValue(code, out parentOf[i]))
                {
                    positions.Add(code, parentOf[i] = codes.Count);
                    codes.Add(code);
                }
            }
            else
            {
                if (nameless < 0)
                {
                    nameless = codes.Count;
                    codes.Add(null);
                }

                parentOf[i] = nameless;
            }
        }

        for (var i = 0; i < _definition.Parents.Count; i++)
        {
            if (!positions.ContainsKey(_definition.Parents[i].Code))
            {
                var place = FindingPlace.At(FormattableString.Invariant($"/parents/{i}/code"));
                _findings.Add(Finding.Warning(DivisionMessages.Catalogue["division.parent-without-units", _definition.Parents[i].Code], place));
            }
        }

        return ([.. codes], parentOf);
    }

    private FindingPlace Place(int unit, string member) =>
        FindingPlace.At(FormattableString.Invariant($"/units/{unit}{member}")) with { Subject = _definition.Units[unit].Id };
}
