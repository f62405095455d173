using System.Globalization;

namespace GridGovernance.Sdk.Division;

/// <summary>Puts the parents' plans together: numbers, codes, names, measures and reasons.</summary>
internal static class PlanAssembler
{
    /// <summary>Assembles.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="parts">What came of each parent; every one has a grid for each vertex.</param>
    /// <returns>The plan, and errors for broken hard bounds, warnings for grids outside the tolerance.</returns>
    internal static (DivisionPlan Plan, FindingReport Report) Assemble(DivisionProblem problem, PartPlan[] parts)
    {
        var findings = new List<Finding>();
        var gridOf = new int[problem.Units.Count];
        var grids = new List<DividedGrid>();
        var digits = 3;
        for (var p = 0; p < parts.Length; p++)
        {
            digits = Math.Max(digits, (parts[p].Count + problem.Parts[p].Settled.Count).ToString(CultureInfo.InvariantCulture).Length);
        }

        var names = problem.Definition.Parents.Where(static parent => parent.Name is not null).ToDictionary(static parent => parent.Code, static parent => parent.Name!, StringComparer.Ordinal);
        for (var p = 0; p < parts.Length; p++)
        {
            AddPart(problem, problem.Parts[p], parts[p], digits, names, gridOf, grids, findings);
        }

        var plan = new DivisionPlan(problem, gridOf, [.. grids])
        {
            MaxDeviation = parts.Length == 0 ? 0 : parts.Max(static part => part.Deviation),
            Bound = parts.Length == 0 ? 0 : parts.Max(static part => part.Bound),
            IsOptimal = Array.TrueForAll(parts, static part => part.IsOptimal),
            CutEdges = CountCut(problem, gridOf),
        };
        return (plan, new FindingReport(findings));
    }

    private static int CountCut(DivisionProblem problem, int[] gridOf)
    {
        var cut = 0;
        for (var e = 0; e < problem.EdgeFrom.Length; e++)
        {
            cut += gridOf[problem.EdgeFrom[e]] != gridOf[problem.EdgeTo[e]] ? 1 : 0;
        }

        return cut;
    }

    private static void AddPart(
        DivisionProblem problem, PartGraph part, PartPlan plan, int digits, Dictionary<string, string> names, int[] gridOf, List<DividedGrid> grids, List<Finding> findings)
    {
        var members = Members(part, plan);
        var order = GridOrder.Of(part, members);
        var reasons = GridReasons.Of(part, plan);
        var labels = Labels(part, plan);
        var deviations = PartMeasure.Deviations(part, plan.GridOf!, plan.Count);
        for (var serial = 0; serial < order.Length; serial++)
        {
            var local = order[serial];
            var units = members[local];
            var (households, people) = (0L, 0L);
            foreach (var unit in units)
            {
                gridOf[unit] = grids.Count;
                households += problem.Units[unit].Households;
                people += problem.Units[unit].People;
            }

            var size = part.Settings.CountsPeople ? people : households;
            var number = serial + 1;
            var lockName = local < plan.Count ? labels[local] : part.Settled[local - plan.Count].Name;
            var mean = plan.Count > 0 && part.Total > 0 ? (double)part.Total / plan.Count : (double?)null;
            var grid = new DividedGrid
            {
                Code = (local < plan.Codes?.Length ? plan.Codes[local] : null) ?? part.Code + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'),
                Name = lockName is null ? Name(part.Code is { } code ? names.GetValueOrDefault(code, code) : null, number) : new LocalizedText(lockName, lockName),
                Parent = part.Code,
                UnitCount = units.Count,
                Households = households,
                People = people,
                Size = size,
                Mean = mean,
                DeviationFromMean = mean is null ? 0 : (double)((size * plan.Count) - part.Total) / part.Total,
                DeviationFromNorm = part.Settings.Target is { } norm ? (size - (double)norm) / norm : null,
                Reasons = reasons[local],
            };
            grids.Add(grid);
            if (local < plan.Count)
            {
                Report(part, grid, deviations[local], households, findings);
            }
        }
    }

    private static void Report(PartGraph part, DividedGrid grid, double deviation, long households, List<Finding> findings)
    {
        var settings = part.Settings;
        var place = FindingPlace.Of(grid.Code);
        if (!settings.Allows(grid.Size, settings.IsEither ? households : 0))
        {
            var message = DivisionMessages.Catalogue["division.out-of-bounds", grid.Code, settings.Measure, grid.Size, settings.Min, settings.Max == long.MaxValue ? "∞" : settings.Max];
            findings.Add(Finding.Error(message, place) with { Measure = grid.Size, MeasureUnit = settings.CountsPeople ? "人" : "户" });
        }
        else if (deviation > settings.Tolerance)
        {
            var message = DivisionMessages.Catalogue["division.outside-tolerance", grid.Code, Math.Round(deviation * 100, 1), Math.Round(settings.Tolerance * 100, 1), string.Join(", ", grid.Reasons)];
            findings.Add(Finding.Warning(message, place) with { Measure = (decimal)Math.Round(deviation, 6) });
        }
    }

    private static LocalizedText Name(string? parent, int number) => parent is null
        ? new LocalizedText(FormattableString.Invariant($"Grid {number}"), FormattableString.Invariant($"第{number}网格"))
        : new LocalizedText(FormattableString.Invariant($"Grid {number} of {parent}"), FormattableString.Invariant($"{parent}第{number}网格"));

    private static string?[] Labels(PartGraph part, PartPlan plan)
    {
        var labels = new string?[plan.Count];
        for (var v = 0; v < part.Count; v++)
        {
            if (part.Label[v] >= 0)
            {
                labels[plan.GridOf![v]] = part.LabelNames[part.Label[v]];
            }
        }

        return labels;
    }

    private static List<List<int>> Members(PartGraph part, PartPlan plan)
    {
        var members = new List<List<int>>();
        for (var grid = 0; grid < plan.Count; grid++)
        {
            members.Add([]);
        }

        for (var v = 0; v < part.Count; v++)
        {
            members[plan.GridOf![v]].AddRange(part.UnitsOf(v));
        }

        members.AddRange(part.Settled.Select(static grid => grid.Units.ToList()));
        return members;
    }
}
