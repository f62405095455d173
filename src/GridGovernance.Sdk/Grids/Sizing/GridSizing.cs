using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Compares the size of units with the sizing policies of their hierarchy.</summary>
/// <remarks>
/// A deviation is a finding for people to weigh, never an error: "规模适度、易于管理、服务高效" is not an equal split. The policies are of grids of households:
/// dedicated grids (专属网格), whose institution gives them their size, and grids off the territory are passed over.
/// </remarks>
public static class GridSizing
{
    /// <summary>Compares one unit with one policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="households">The unit's households.</param>
    /// <param name="people">The unit's people.</param>
    /// <returns>The deviation from the nearer end of the policy's range. Where households or people count, one that fits is enough, and otherwise the one that is nearer, as a share of its range's end, is named.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static SizingDeviation Evaluate(GridSizingDefinition policy, int households, int people)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentOutOfRangeException.ThrowIfNegative(households);
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        var (fewest, most) = About(policy.NominalHouseholds, policy.Tolerance);
        var byHouseholds = Compare(households, policy.MinHouseholds ?? fewest, policy.MaxHouseholds ?? most);
        var (least, greatest) = About(policy.NominalPopulation, policy.Tolerance);
        var byPeople = Compare(people, least, greatest);
        return policy.Basis switch
        {
            SizingBasis.Households => new SizingDeviation(byHouseholds.Amount, SizingBasis.Households),
            SizingBasis.Population => new SizingDeviation(byPeople.Amount, SizingBasis.Population),
            _ => byPeople.Share < byHouseholds.Share
                ? new SizingDeviation(byPeople.Amount, SizingBasis.Population)
                : new SizingDeviation(byHouseholds.Amount, SizingBasis.Households),
        };
    }

    /// <summary>Compares every unit of a map with the policies for its level and settlement.</summary>
    /// <param name="map">The map.</param>
    /// <param name="register">Who is registered where.</param>
    /// <returns>A warning for each unit outside a policy, by policy, then by code, with the amount as its measure.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FindingReport Audit(GridMap map, HouseholdRegister register)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(register);
        return Audit(map, Count(map, register));
    }

    /// <summary>Compares every unit of a map with the policies for its level and settlement, from a register of people.</summary>
    /// <param name="map">The map of the day.</param>
    /// <param name="people">The people; those who name one household are counted as one household where they live.</param>
    /// <param name="on">The day.</param>
    /// <returns>A warning for each unit outside a policy, by policy, then by code, with the amount as its measure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> or <paramref name="people"/> is null.</exception>
    /// <exception cref="ArgumentException">The places are in another coordinate system than the map.</exception>
    public static FindingReport Audit(GridMap map, SubjectRegister<PersonEntry> people, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(people);
        var membership = GridMembership<PersonEntry>.Create(map, people, on);
        var sizes = new Dictionary<GridCode, (int Households, int People)>(map.Units.Count);
        foreach (var level in map.Scheme.Definition.Sizing.Select(static policy => policy.Level).Distinct(StringComparer.Ordinal))
        {
            foreach (var unit in map.UnitsAt(level))
            {
                var members = membership.In(unit.Code);
                var households = members.Where(static m => m.Household is not null).Select(static m => m.Household!).Distinct(StringComparer.Ordinal).Count();
                sizes[unit.Code] = (households, members.Count);
            }
        }

        return Audit(map, sizes);
    }

    private static FindingReport Audit(GridMap map, Dictionary<GridCode, (int Households, int People)> sizes)
    {
        var findings = new List<Finding>();
        foreach (var policy in map.Scheme.Definition.Sizing)
        {
            foreach (var unit in map.UnitsAt(policy.Level))
            {
                if (unit.Kind is not (GridKind.Dedicated or GridKind.OffTerritory) && (policy.Settlement is null || unit.Settlement == policy.Settlement))
                {
                    var (households, people) = sizes.GetValueOrDefault(unit.Code);
                    Add(findings, policy, unit, Evaluate(policy, households, people));
                }
            }
        }

        return new FindingReport(findings);
    }

    private static void Add(List<Finding> findings, GridSizingDefinition policy, GridUnit unit, SizingDeviation deviation)
    {
        if (deviation.IsWithin)
        {
            return;
        }

        var basis = deviation.Basis == SizingBasis.Households ? new LocalizedText("households", "户") : new LocalizedText("people", "人");
        var code = deviation.Amount < 0 ? "grids.undersized" : "grids.oversized";
        var message = GridsMessages.Catalogue[code, unit.Code, Math.Abs(deviation.Amount), basis, policy.Source];
        findings.Add(Finding.Warning(message, FindingPlace.Of(unit.Code.ToString())) with { Measure = deviation.Amount, MeasureUnit = basis.Zh });
    }

    private static Dictionary<GridCode, (int Households, int People)> Count(GridMap map, HouseholdRegister register)
    {
        var leaves = new Dictionary<GridCode, (int Households, int People)>();
        for (var household = 0; household < register.HouseholdCount; household++)
        {
            if (register.AssignedCell(household) is { } cell)
            {
                var (households, people) = leaves.GetValueOrDefault(cell);
                leaves[cell] = (households + 1, people + register.PeopleIn(household));
            }
        }

        var all = new Dictionary<GridCode, (int Households, int People)>(map.Units.Count);
        foreach (var (leaf, size) in leaves)
        {
            for (GridUnit? unit = map.TryFind(leaf, out var found) ? found : null; unit is not null; unit = map.ParentOf(unit.Code))
            {
                var (households, people) = all.GetValueOrDefault(unit.Code);
                all[unit.Code] = (households + size.Households, people + size.People);
            }
        }

        return all;
    }

    private static (int? Low, int? High) About(int? nominal, decimal tolerance) => nominal is { } number
        ? ((int)Math.Ceiling(number * (1 - tolerance)), (int)Math.Min(int.MaxValue, Math.Floor(number * (1 + tolerance))))
        : (null, null);

    private static (int Amount, decimal Share) Compare(int value, int? low, int? high)
    {
        if (value < low)
        {
            return (value - low.Value, (low.Value - value) / (decimal)low.Value);
        }

        return value > high ? (value - high.Value, (value - high.Value) / (decimal)Math.Max(1, high.Value)) : (0, 0);
    }
}
