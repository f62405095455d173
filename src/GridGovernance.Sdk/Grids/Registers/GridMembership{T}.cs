using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Which subjects of a register belong to which grid on a day.</summary>
/// <remarks>
/// <para>A place on a border belongs to the grid east of it, on a border that runs east–west to the grid north of it (<see cref="GridLocator"/>): in an exact tiling each
/// place belongs to exactly one grid. Where kinds may overlap, a subject belongs to each grid that it lies in.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <typeparam name="T">The entry of the register.</typeparam>
public sealed class GridMembership<T>
    where T : class, IGridSubject
{
    private readonly Dictionary<GridCode, List<T>> _byUnit = [];

    private GridMembership(GridMap map, SubjectRegister<T> register, LocalDate on, MembershipRule rule)
    {
        Map = map;
        On = on;
        var locator = map.System is null ? null : GridLocator.Create(map, map.Scheme.Leaf.Code);
        var outside = new List<T>();
        var found = new List<GridUnit>();
        foreach (var subject in register.AsOf(on))
        {
            Find(map, locator, subject, rule, found);
            if (found.Count == 0)
            {
                outside.Add(subject);
            }

            foreach (var unit in found)
            {
                Add(unit.Code, subject);
            }
        }

        Outside = EquatableArray.From(outside);
    }

    /// <summary>Gets the map.</summary>
    public GridMap Map { get; }

    /// <summary>Gets the day.</summary>
    public LocalDate On { get; }

    /// <summary>Gets the subjects that belong to no grid, in the order of the register.</summary>
    public EquatableArray<T> Outside { get; }

    /// <summary>Finds the grid of every subject.</summary>
    /// <param name="map">The map of the day.</param>
    /// <param name="register">The register.</param>
    /// <param name="on">The day.</param>
    /// <param name="rule">What decides.</param>
    /// <returns>The membership.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> or <paramref name="register"/> is null.</exception>
    /// <exception cref="ArgumentException">The places are in another coordinate system than the map.</exception>
    public static GridMembership<T> Create(GridMap map, SubjectRegister<T> register, LocalDate on, MembershipRule rule = MembershipRule.AssignmentFirst)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(register);
        return map.System is null || ReferenceEquals(map.System, register.System)
            ? new GridMembership<T>(map, register, on, rule)
            : throw new ArgumentException($"Expected a register in \"{map.System}\" like the map, but found \"{register.System}\".", nameof(register));
    }

    /// <summary>Returns the subjects of a unit and of everything below it.</summary>
    /// <param name="code">The unit's code.</param>
    /// <returns>The subjects, unit after unit by code, then in the order of the register; one that lies in two grids that may overlap stands once.</returns>
    public EquatableArray<T> In(GridCode code)
    {
        if (!Map.TryFind(code, out _))
        {
            return [];
        }

        var subjects = new List<T>();
        Collect(code, subjects);
        return EquatableArray.From(subjects.Distinct(ReferenceEqualityComparer.Instance).Cast<T>());
    }

    internal static void Find(GridMap map, GridLocator? locator, T subject, MembershipRule rule, List<GridUnit> found)
    {
        found.Clear();
        var assigned = subject.Grid is { } code && map.TryFind(code, out var unit) ? unit : null;
        var byPlace = rule != MembershipRule.Assignment && locator is not null && subject.Place is not null
            && (assigned is null || (rule == MembershipRule.Place && assigned.Boundary is not null));
        if (byPlace)
        {
            locator!.LocateAll(subject.Place!.Value, found);
        }
        else if (assigned is not null)
        {
            found.Add(assigned);
        }
    }

    private void Add(GridCode code, T subject)
    {
        if (!_byUnit.TryGetValue(code, out var list))
        {
            _byUnit.Add(code, list = []);
        }

        list.Add(subject);
    }

    private void Collect(GridCode code, List<T> subjects)
    {
        if (_byUnit.TryGetValue(code, out var own))
        {
            subjects.AddRange(own);
        }

        foreach (var child in Map.ChildrenOf(code))
        {
            Collect(child.Code, subjects);
        }
    }
}
