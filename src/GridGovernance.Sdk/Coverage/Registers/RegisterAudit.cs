using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Coverage;

/// <summary>Audits a register against a map (不重不漏): people, dwellings, organisations and facilities alike are omitted by no grid and covered twice by none.</summary>
public static class RegisterAudit
{
    /// <summary>Audits the subjects of a day.</summary>
    /// <param name="map">The map of the day.</param>
    /// <param name="register">The register.</param>
    /// <param name="on">The day.</param>
    /// <typeparam name="T">The entry of the register.</typeparam>
    /// <returns>Every subject that is in no grid, in several, or assigned elsewhere than it lies; a county, township or village with grids below it is no grid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> or <paramref name="register"/> is null.</exception>
    /// <exception cref="ArgumentException">The places are in another coordinate system than the map.</exception>
    public static RegisterCoverageReport Run<T>(GridMap map, SubjectRegister<T> register, LocalDate on)
        where T : class, IGridSubject
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(register);
        if (map.System is not null && !ReferenceEquals(map.System, register.System))
        {
            throw new ArgumentException($"Expected a register in \"{map.System}\" like the map, but found \"{register.System}\".", nameof(register));
        }

        var locator = map.System is null ? null : GridLocator.Create(map, map.Scheme.Leaf.Code);
        var (findings, found) = (new List<CoverageFinding>(), new List<GridUnit>());
        var (subjects, uncovered, doubly, misassigned) = (0, 0, 0, 0);
        foreach (var subject in register.AsOf(on))
        {
            subjects++;
            GridMembership<T>.Find(map, locator, subject, MembershipRule.Place, found);
            found.RemoveAll(unit => !IsGrid(map, unit));
            if (found.Count == 0)
            {
                uncovered++;
                Add("coverage.uncovered-subject", subject, [], Label(subject), subject.Id);
            }
            else if (PartsCheck.Conflicts(map.Scheme, found).Count > 0)
            {
                doubly++;
                var codes = EquatableArray.From(found.Select(static u => u.Code.ToString()));
                Add("coverage.doubly-covered-subject", subject, codes, Label(subject), subject.Id, string.Join(", ", codes));
            }

            if (subject.Grid is { } grid && !found.Exists(u => IsOf(map, u, grid)))
            {
                misassigned++;
                var real = found.Count > 0 ? found[0].Code.ToString() : "–";
                Add("coverage.misassigned-subject", subject, found.Count > 0 ? [real] : [], Label(subject), subject.Id, real, grid);
            }
        }

        return new RegisterCoverageReport(
            findings.AsReadOnly(),
            new RegisterCounts { Subjects = subjects, Uncovered = uncovered, DoublyCovered = doubly, Misassigned = misassigned });

        void Add(string code, T subject, EquatableArray<string> grids, params ReadOnlySpan<object?> values) =>
            findings.Add(new CoverageFinding(Finding.Error(CoverageMessages.Catalogue[code, values], FindingPlace.Of(subject.Id)), grids) { At = subject.Place });
    }

    // To be assigned to a county, a township or a village with grids below it is to be in none of them.
    private static bool IsGrid(GridMap map, GridUnit unit) => unit.Kind > GridKind.Community || unit.Level == map.Scheme.Leaf;

    // Assigned to the grid that its cell is part of is assigned rightly.
    private static bool IsOf(GridMap map, GridUnit unit, GridCode grid) => map.IsWithin(unit.Code, grid);

    private static LocalizedText Label(IGridSubject subject) => subject switch
    {
        PersonEntry => new LocalizedText("person", "人员"),
        DwellingEntry => new LocalizedText("dwelling", "房屋"),
        OrganisationEntry => new LocalizedText("organisation", "组织"),
        FacilityEntry => new LocalizedText("facility", "部件"),
        _ => new LocalizedText("subject", "对象"),
    };
}
