using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Checks the codes of a map's divisions: first their structure, then whether a register knows them on a day.</summary>
public static class DivisionCheck
{
    /// <summary>Checks every division, village and community of a map whose code has 6 digits or more.</summary>
    /// <param name="map">The map.</param>
    /// <param name="register">The register that the caller supplies; null to check structure alone.</param>
    /// <param name="on">The day on which the codes must hold.</param>
    /// <returns>Errors for a wrong structure, an unknown code, a code that does not hold yet or any more (with its successors); a warning for another name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public static FindingReport Run(GridMap map, IDivisionRegister? register, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(map);
        var findings = new List<Finding>();
        foreach (var unit in map.Units)
        {
            // Province and city stand above what has a code of its own in 6, 9 or 12 digits.
            if (unit.Kind <= GridKind.Community && unit.Code.Length >= 6)
            {
                Check(findings, unit, register, on);
            }
        }

        return new FindingReport(findings);
    }

    private static void Check(List<Finding> findings, GridUnit unit, IDivisionRegister? register, LocalDate on)
    {
        if (!DivisionCode.TryParse(unit.Code.ToString(), null, out var code))
        {
            findings.Add(Error(unit, "grids.division-structure", unit.Code));
        }
        else if (register is not null)
        {
            var entry = register.Find(code, on);
            if (entry is null)
            {
                findings.Add(Error(unit, "grids.division-unknown", unit.Code));
            }
            else if (on < entry.ValidFrom)
            {
                findings.Add(Error(unit, "grids.division-not-yet", unit.Code, entry.ValidFrom, on));
            }
            else if (on > entry.ValidTo)
            {
                var successors = entry.Successors.Count == 0 ? "–" : string.Join(", ", entry.Successors);
                findings.Add(Error(unit, "grids.division-abolished", unit.Code, entry.ValidTo, successors));
            }
            else if (!string.Equals(entry.Name, unit.Name, StringComparison.Ordinal))
            {
                findings.Add(Error(unit, "grids.division-name", unit.Code, entry.Name, unit.Name) with { Severity = FindingSeverity.Warning });
            }
        }
    }

    private static Finding Error(GridUnit unit, string code, params ReadOnlySpan<object?> values) =>
        Finding.Error(GridsMessages.Catalogue[code, values], FindingPlace.Of(unit.Code.ToString()));
}
