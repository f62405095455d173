using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>The part of the audit that is about households and people.</summary>
/// <param name="scope">The map.</param>
/// <param name="register">Households and people.</param>
/// <param name="isProved">Whether it is known that each place lies in at most one cell, so that a household in its own cell need not be sought in others.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed class HouseholdAudit(AuditScope scope, HouseholdRegister register, bool isProved, List<CoverageFinding> findings)
{
    private readonly GridMap _map = scope.Map;
    private readonly BoundaryProbe _own = new();
    private int _uncovered;
    private int _doubly;
    private int _misregistered;
    private GridCode _lastCode;
    private GridUnit? _lastCell;
    private GridBoundary? _lastBoundary;

    /// <summary>Audits every row.</summary>
    /// <returns>The counts.</returns>
    internal HouseholdCounts Run()
    {
        var leaf = _map.Scheme.Leaf;
        GridLocator? locator = null;
        var repeated = register.RepeatedHouseholds;
        var next = 0;
        var found = new List<GridUnit>();
        var places = register.Places;
        var cells = register.Cells;
        for (var household = 0; household < places.Length; household++)
        {
            if (next < repeated.Length && repeated[next] == household)
            {
                next++;
                Add("coverage.repeated-household", household, [], register.HouseholdId(household));
            }

            if (cells[household] != _lastCode)
            {
                Look(cells[household], leaf);
            }

            if (isProved && _lastBoundary is not null && _own.Contains(_lastBoundary, places[household]))
            {
                continue;
            }

            locator ??= _map.System is null ? null : GridLocator.Create(_map, leaf.Code);
            found.Clear();
            locator?.LocateAll(places[household], found);
            CheckPlace(leaf, household, locator, _lastCell, found);
        }

        var (unassigned, doubly) = CheckPeople();
        return new HouseholdCounts
        {
            Households = register.DistinctHouseholds,
            Uncovered = _uncovered,
            DoublyCovered = _doubly,
            Misregistered = _misregistered,
            Repeated = repeated.Length,
            People = register.DistinctPeople,
            UnassignedPeople = unassigned,
            DoublyAssignedPeople = doubly,
        };
    }

    private void CheckPlace(GridLevel leaf, int household, GridLocator? locator, GridUnit? cell, List<GridUnit> found)
    {
        var id = register.HouseholdId(household);
        var assigned = register.AssignedCell(household);

        // A cell without geography, such as one of migrants elsewhere, covers by registration alone.
        var byRegistration = cell is not null && cell.Boundary is null;
        if (found.Count == 0 && !byRegistration)
        {
            _uncovered++;
            Add("coverage.uncovered-household", household, assigned is { } known ? [known.ToString()] : [], id, register.Location(household), leaf);
        }
        else if (found.Count > 1 && PartsCheck.Conflicts(_map.Scheme, found).Count > 0)
        {
            _doubly++;
            var names = found.ConvertAll(scope.NameOf);
            Add("coverage.doubly-covered-household", household, EquatableArray.From(names), id, string.Join(", ", names));
        }

        if (scope.IsFlat)
        {
            return;
        }

        if (cell is null || (!byRegistration && locator is not null && found.Count > 0 && !found.Contains(cell)))
        {
            _misregistered++;
            var real = found.Count > 0 ? found[0].Code.ToString() : "–";
            Add("coverage.misregistered-household", household, found.Count > 0 ? [found[0].Code.ToString()] : [], id, real, assigned?.ToString() ?? "–");
        }
    }

    // Rows of one cell often stand together, so that it is looked up once for all of them.
    private void Look(GridCode code, GridLevel leaf)
    {
        _lastCode = code;
        _lastCell = _map.TryFind(code, out var unit) && (unit.Level == leaf || unit.Kind == GridKind.OffTerritory) ? unit : null;
        _lastBoundary = _lastCell?.Level == leaf ? _lastCell.Boundary : null;
    }

    private (int Unassigned, int Doubly) CheckPeople()
    {
        var (unassigned, doubly) = (0, 0);
        foreach (var (person, listed) in register.PeopleAmiss)
        {
            if (listed == 0)
            {
                unassigned++;
                AddPerson("coverage.unassigned-person", register.PersonId(person));
            }
            else
            {
                doubly++;
                AddPerson("coverage.doubly-assigned-person", register.PersonId(person), listed);
            }
        }

        return (unassigned, doubly);
    }

    private void Add(string code, int household, EquatableArray<string> grids, params ReadOnlySpan<object?> values)
    {
        var finding = Finding.Error(CoverageMessages.Catalogue[code, values], FindingPlace.Of(register.HouseholdId(household)));
        findings.Add(new CoverageFinding(finding, grids) { At = register.Location(household) });
    }

    private void AddPerson(string code, string id, params ReadOnlySpan<object?> values)
    {
        var message = CoverageMessages.Catalogue[code, [id, .. values]];
        findings.Add(new CoverageFinding(Finding.Error(message, FindingPlace.Of(id)), []));
    }
}
