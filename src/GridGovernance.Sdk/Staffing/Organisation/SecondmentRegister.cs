using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Which departments are attached to which units on which day, checked (65 departments in 通江, S4-12).</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class SecondmentRegister
{
    private readonly Establishment _establishment;
    private readonly Dictionary<GridCode, IntervalIndex<Secondment>> _byUnit;

    private SecondmentRegister(EquatableArray<Secondment> rows, Establishment establishment)
    {
        Rows = rows;
        _establishment = establishment;
        _byUnit = rows.GroupBy(static row => row.Unit).ToDictionary(static group => group.Key, static group => new IntervalIndex<Secondment>(group, static row => (row.From, row.To)));
    }

    /// <summary>Gets the rows, in the order given.</summary>
    public EquatableArray<Secondment> Rows { get; }

    /// <summary>Checks secondments and makes a register of them.</summary>
    /// <param name="rows">The rows; paths in the report begin with the position from 0.</param>
    /// <param name="establishment">The departments, and the levels.</param>
    /// <param name="report">Every problem found.</param>
    /// <param name="map">The map that must have the units; null where only the form of their codes is checked.</param>
    /// <returns>The register; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> or <paramref name="establishment"/> is null.</exception>
    public static SecondmentRegister? Compile(IEnumerable<Secondment> rows, Establishment establishment, out FindingReport report, GridMap? map = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(establishment);
        var all = EquatableArray.From(rows);
        var findings = new StaffingFindings();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Department is not { } department || !establishment.TryFindDepartment(department, out _))
            {
                findings.Add("staffing.no-such-department", $"/{i}/department", all[i].Department, all[i].Department);
            }

            findings.CheckUnit(all[i].Unit, $"/{i}/unit", all[i].Department, establishment, map);
            findings.CheckDays(all[i].From, all[i].To, $"/{i}/to", $"{all[i].Department}@{all[i].Unit}");
        }

        foreach (var group in Enumerable.Range(0, all.Count).GroupBy(i => (all[i].Department, all[i].Unit, all[i].Person)).Where(static group => group.Skip(1).Any()))
        {
            var last = -1;
            foreach (var i in group.OrderBy(i => all[i].From).ThenBy(static i => i))
            {
                if (last >= 0 && all[last].IsInForceOn(all[i].From))
                {
                    findings.Add("staffing.seconded-twice", $"/{i}/from", group.Key.Department, group.Key.Department, group.Key.Unit, last + 1, i + 1, all[i].From);
                }

                last = last >= 0 && (all[last].To is not { } to || to >= (all[i].To ?? LocalDate.MaxIsoValue)) ? last : i;
            }
        }

        report = findings.ToReport();
        return report.HasErrors ? null : new SecondmentRegister(all, establishment);
    }

    /// <summary>Returns the secondments to a unit and to those that hold it.</summary>
    /// <param name="unit">The unit's code.</param>
    /// <param name="map">The map that has it.</param>
    /// <param name="on">The day.</param>
    /// <returns>The secondments, those to the unit itself first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentException">The map has no such unit.</exception>
    public EquatableArray<Secondment> At(GridCode unit, GridMap map, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(map);
        var found = new List<Secondment>();
        for (var at = map.Unit(unit); at is not null; at = map.ParentOf(at.Code))
        {
            if (_byUnit.TryGetValue(at.Code, out var index))
            {
                for (var i = index.Next(on, 0); i >= 0; i = index.Next(on, i + 1))
                {
                    found.Add(index[i]);
                }
            }
        }

        return EquatableArray.From(found);
    }

    /// <summary>Says whether a department may intervene at a unit: it is attached there on the day, and what it does is in the scope that was recorded.</summary>
    /// <param name="department">The code of the department.</param>
    /// <param name="unit">The unit's code.</param>
    /// <param name="map">The map that has it.</param>
    /// <param name="scope">The code of what it does.</param>
    /// <param name="on">The day.</param>
    /// <returns>True when it may.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The map has no such unit.</exception>
    public bool MayIntervene(string department, GridCode unit, GridMap map, string scope, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(department);
        ArgumentNullException.ThrowIfNull(scope);
        return At(unit, map, on)
        .Any(row => string.Equals(row.Department, department, StringComparison.Ordinal) && (row.Scopes.Count == 0 || row.Scopes.Contains(scope)));
    }

    /// <summary>Returns the departments that are attached nowhere on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The departments, in the order of the establishment.</returns>
    public EquatableArray<Department> NotSeconded(LocalDate on)
    {
        var there = Rows.Where(row => row.IsInForceOn(on)).Select(static row => row.Department).ToHashSet(StringComparer.Ordinal);
        return EquatableArray.From(_establishment.Departments.Where(department => !there.Contains(department.Code)));
    }

    /// <summary>Counts the departments that are attached anywhere on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>How many departments.</returns>
    public int CountSeconded(LocalDate on) => _establishment.Departments.Count - NotSeconded(on).Count;
}
