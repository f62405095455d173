namespace GridGovernance.Sdk.Grids;

/// <summary>Checks that every facility has its three departments: in charge (主管), owning (权属) and maintaining (养护).</summary>
public static class FacilityCheck
{
    /// <summary>Checks a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="departments">The codes of the departments and units that there are.</param>
    /// <returns>An error for each department that is not known, by row.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FindingReport Run(SubjectRegister<FacilityEntry> register, IEnumerable<string> departments)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(departments);
        var known = departments.ToHashSet(StringComparer.Ordinal);
        var findings = new List<Finding>();
        for (var i = 0; i < register.Entries.Count; i++)
        {
            var facility = register.Entries[i];
            Check(facility.Supervisor, "supervisor");
            Check(facility.Owner, "owner");
            Check(facility.Maintainer, "maintainer");

            void Check(string department, string column)
            {
                if (!known.Contains(department))
                {
                    var place = FindingPlace.At(FormattableString.Invariant($"/rows/{i}/{column}"));
                    findings.Add(Finding.Error(GridsMessages.Catalogue["grids.facility-department", facility.Id, column, department], place));
                }
            }
        }

        return new FindingReport(findings);
    }
}
