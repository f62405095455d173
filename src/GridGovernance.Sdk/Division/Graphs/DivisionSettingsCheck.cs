using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Division;

/// <summary>Finds settings that contradict each other, so that they end at once with a reason and not after a search.</summary>
internal static class DivisionSettingsCheck
{
    private const int MostGrids = 1_000_000;

    /// <summary>Checks sizing, measures and parents.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="findings">Takes what is found.</param>
    internal static void Run(DivisionDefinition definition, List<Finding> findings)
    {
        if (definition.Sizing.Count == 0)
        {
            findings.Add(Finding.Error(DivisionMessages.Catalogue["division.no-sizing"], FindingPlace.At("/sizing")));
        }

        for (var i = 0; i < definition.Sizing.Count; i++)
        {
            CheckSizing(definition.Sizing[i], FindingPlace.At(FormattableString.Invariant($"/sizing/{i}")), findings);
        }

        if (!Enum.IsDefined(definition.Islands))
        {
            findings.Add(Finding.Error(DivisionMessages.Catalogue["division.unknown-islands", (int)definition.Islands], FindingPlace.At("/islands")));
        }

        CheckMeasures(definition, findings);
        CheckParents(definition, findings);
    }

    private static void CheckSizing(DivisionSizing sizing, FindingPlace place, List<Finding> findings)
    {
        CheckRange("households", sizing.MinHouseholds, sizing.MaxHouseholds, sizing.TargetHouseholds, place, findings);
        CheckRange("people", sizing.MinPeople, sizing.MaxPeople, sizing.TargetPeople, place, findings);
        if (sizing.Grids is { } grids)
        {
            CheckCount(grids, place, findings);
        }

        if (sizing.Tolerance is < 0 or > 1)
        {
            findings.Add(Finding.Error(DivisionMessages.Catalogue["division.tolerance", sizing.Tolerance], place));
        }

        if (!Enum.IsDefined(sizing.Basis))
        {
            findings.Add(Finding.Error(DivisionMessages.Catalogue["division.unknown-basis", (int)sizing.Basis], place));
        }

        var uncounted = sizing.Basis switch
        {
            SizingBasis.Households => sizing.MinPeople ?? sizing.MaxPeople ?? sizing.TargetPeople,
            SizingBasis.Population => sizing.MinHouseholds ?? sizing.MaxHouseholds ?? sizing.TargetHouseholds,
            _ => null,
        };
        if (uncounted is { } number)
        {
            findings.Add(Finding.Warning(DivisionMessages.Catalogue["division.bound-not-counted", number], place));
        }
    }

    private static void CheckRange(string measure, int? min, int? max, int? target, FindingPlace place, List<Finding> findings)
    {
        if (min < 0 || max < 0)
        {
            findings.Add(Finding.Error(DivisionMessages.Catalogue["division.negative-bound", measure, Math.Min(min ?? 0, max ?? 0)], place));
        }

        if (target <= 0)
        {
            findings.Add(Finding.Error(DivisionMessages.Catalogue["division.target-not-positive", measure, target], place));
        }

        if (min > max)
        {
            findings.Add(Finding.Error(DivisionMessages.Catalogue["division.min-above-max", measure, min, max], place));
        }
        else if (target < min || target > max)
        {
            findings.Add(Finding.Error(DivisionMessages.Catalogue["division.target-outside", measure, target, target < min ? min : max], place));
        }
    }

    private static void CheckCount(int grids, FindingPlace place, List<Finding> findings)
    {
        if (grids is < 1 or > MostGrids)
        {
            findings.Add(Finding.Error(DivisionMessages.Catalogue["division.grids-out-of-range", MostGrids, grids], place));
        }
    }

    private static void CheckMeasures(DivisionDefinition definition, List<Finding> findings)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Measures.Count; i++)
        {
            var measure = definition.Measures[i];
            var place = FindingPlace.At(FormattableString.Invariant($"/measures/{i}"));
            if (string.IsNullOrWhiteSpace(measure.Name) || !names.Add(measure.Name))
            {
                findings.Add(Finding.Error(DivisionMessages.Catalogue["division.duplicate-measure", measure.Name], place));
            }

            else if (measure.Name is not ("people" or "households") && !definition.Units.Any(unit => unit.Amounts.Any(amount => string.Equals(amount.Measure, measure.Name, StringComparison.Ordinal))))
            {
                findings.Add(Finding.Error(DivisionMessages.Catalogue["division.unknown-measure", measure.Name], place));
            }

            if (measure.Weight is <= 0 or > 1000)
            {
                findings.Add(Finding.Error(DivisionMessages.Catalogue["division.weight", measure.Name, measure.Weight], place));
            }
        }
    }

    private static void CheckParents(DivisionDefinition definition, List<Finding> findings)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Parents.Count; i++)
        {
            var parent = definition.Parents[i];
            var place = FindingPlace.At(FormattableString.Invariant($"/parents/{i}"));
            if (!codes.Add(parent.Code))
            {
                findings.Add(Finding.Error(DivisionMessages.Catalogue["division.duplicate-parent", parent.Code], place));
            }

            if (parent.Grids is { } grids)
            {
                CheckCount(grids, place, findings);
            }
        }
    }
}
