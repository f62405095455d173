using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>The part of the audit that is about households and people.</summary>
internal sealed class HouseholdAudit(AuditScope scope, HouseholdRegister register, List<CoverageFinding> findings)
{
    private readonly GridMap _map = scope.Map;
    private int _uncovered;
    private int _doubly;
    private int _misregistered;
    private int _repeated;

    /// <summary>Audits every row.</summary>
    /// <returns>The counts.</returns>
    internal HouseholdCounts Run()
    {
        var leaf = _map.Scheme.Leaf;
        var locator = _map.System is null ? null : GridLocator.Create(_map, leaf.Code);
        var seen = new HashSet<string>(register.HouseholdCount, StringComparer.Ordinal);
        var found = new List<GridUnit>();
        for (var household = 0; household < register.HouseholdCount; household++)
        {
            if (!seen.Add(register.HouseholdId(household)))
            {
                _repeated++;
                Add("coverage.repeated-household", household, [], register.HouseholdId(household));
            }

            found.Clear();
            locator?.LocateAll(register.Location(household), found);
            CheckPlace(leaf, household, locator, found);
        }

        var (people, unassigned, doubly) = CheckPeople();
        return new HouseholdCounts
        {
            Households = seen.Count,
            Uncovered = _uncovered,
            DoublyCovered = _doubly,
            Misregistered = _misregistered,
            Repeated = _repeated,
            People = people,
            UnassignedPeople = unassigned,
            DoublyAssignedPeople = doubly,
        };
    }

    private void CheckPlace(GridLevel leaf, int household, GridLocator? locator, List<GridUnit> found)
    {
        var id = register.HouseholdId(household);
        var assigned = register.AssignedCell(household);
        var cell = assigned is { } code && _map.TryFind(code, out var unit) && (unit.Level == leaf || unit.Kind == GridKind.OffTerritory) ? unit : null;

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

    private (int People, int Unassigned, int Doubly) CheckPeople()
    {
        // How often each person is listed in a household; counted by id, reported at the first row.
        var rows = new Dictionary<string, int>(register.PersonCount, StringComparer.Ordinal);
        var listed = new int[register.PersonCount];
        for (var person = 0; person < register.PersonCount; person++)
        {
            var id = register.PersonId(person);
            if (!rows.TryGetValue(id, out var first))
            {
                rows.Add(id, first = person);
            }

            listed[first] += register.HouseholdOf(person) is null ? 0 : 1;
        }

        var (unassigned, doubly) = (0, 0);
        foreach (var (id, row) in rows)
        {
            if (listed[row] == 1)
            {
                continue;
            }

            if (listed[row] == 0)
            {
                unassigned++;
                AddPerson("coverage.unassigned-person", id);
            }
            else
            {
                doubly++;
                AddPerson("coverage.doubly-assigned-person", id, listed[row]);
            }
        }

        return (rows.Count, unassigned, doubly);
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
