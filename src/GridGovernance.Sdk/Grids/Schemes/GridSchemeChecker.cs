namespace GridGovernance.Sdk.Grids;

/// <summary>Finds everything that is wrong in a hierarchy's definition.</summary>
internal static class GridSchemeChecker
{
    private const int MostDigits = 12;

    /// <summary>Checks a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <returns>All findings.</returns>
    internal static FindingReport Check(GridSchemeDefinition definition)
    {
        var findings = new List<Finding>();
        CheckCode(findings, "/code", definition.Code);
        if (definition.Levels.Count == 0)
        {
            findings.Add(Error("grids.no-level", "/levels", definition.Code));
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        var length = 0;
        for (var i = 0; i < definition.Levels.Count; i++)
        {
            var level = definition.Levels[i];
            var path = FormattableString.Invariant($"/levels/{i}");
            CheckCode(findings, path + "/code", level.Code);
            if (!codes.Add(level.Code))
            {
                findings.Add(Error("grids.duplicate-level", path + "/code", level.Code));
            }

            if (level.Digits is < 1 or > MostDigits)
            {
                findings.Add(Error("grids.digits-out-of-range", path + "/digits", level.Code, MostDigits, level.Digits));
            }

            length += Math.Clamp(level.Digits, 0, MostDigits);
        }

        if (length > GridCode.MostCharacters)
        {
            findings.Add(Error("grids.code-too-long", "/levels", definition.Code, GridCode.MostCharacters, length));
        }

        CheckOverlaps(findings, definition.Overlaps);
        for (var i = 0; i < definition.Sizing.Count; i++)
        {
            CheckSizing(findings, FormattableString.Invariant($"/sizing/{i}"), definition.Sizing[i], codes);
        }

        return new FindingReport(findings);
    }

    /// <summary>Says whether a text can be the code of a definition: 1 to 40 lower-case letters, digits and hyphens.</summary>
    internal static bool IsCode(string code) =>
        code.Length is > 0 and <= GridCode.MostCharacters && code.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static void CheckOverlaps(List<Finding> findings, EquatableArray<GridKindOverlapDefinition> overlaps)
    {
        var known = new HashSet<(GridKind Low, GridKind High)>();
        for (var i = 0; i < overlaps.Count; i++)
        {
            var (kind, with) = (overlaps[i].Kind, overlaps[i].With);
            var path = FormattableString.Invariant($"/overlaps/{i}/with");
            if (kind == with)
            {
                findings.Add(Error("grids.overlap-itself", path, kind));
            }
            else if (!known.Add(kind < with ? (kind, with) : (with, kind)))
            {
                findings.Add(Error("grids.duplicate-overlap", path, kind, with));
            }
        }
    }

    private static void CheckSizing(List<Finding> findings, string path, GridSizingDefinition sizing, HashSet<string> levels)
    {
        if (!levels.Contains(sizing.Level))
        {
            findings.Add(Error("grids.unknown-level", path + "/level", string.Join(", ", levels), sizing.Level));
        }

        if (sizing.MinHouseholds < 0 || sizing.MaxHouseholds < 0 || sizing.MinHouseholds > sizing.MaxHouseholds)
        {
            findings.Add(Error("grids.sizing-range", path + "/minHouseholds", sizing.Level, sizing.MinHouseholds, sizing.MaxHouseholds));
        }

        if (sizing.NominalPopulation <= 0)
        {
            findings.Add(Error("grids.sizing-nominal", path + "/nominalPopulation", sizing.Level, sizing.NominalPopulation));
        }

        if (sizing.NominalHouseholds <= 0)
        {
            findings.Add(Error("grids.sizing-nominal", path + "/nominalHouseholds", sizing.Level, sizing.NominalHouseholds));
        }

        if (sizing.Tolerance is < 0 or > 1)
        {
            findings.Add(Error("grids.sizing-tolerance", path + "/tolerance", sizing.Level, sizing.Tolerance));
        }

        var (needsHouseholds, needsPeople) = (sizing.Basis != SizingBasis.Population, sizing.Basis != SizingBasis.Households);
        var hasHouseholds = sizing.MinHouseholds is not null || sizing.MaxHouseholds is not null || sizing.NominalHouseholds is not null;
        if ((needsHouseholds && !hasHouseholds) || (needsPeople && sizing.NominalPopulation is null))
        {
            findings.Add(Error("grids.sizing-without-measure", path + "/basis", sizing.Level, sizing.Basis));
        }
    }

    private static void CheckCode(List<Finding> findings, string path, string code)
    {
        if (!IsCode(code))
        {
            findings.Add(Error("grids.bad-code", path, code));
        }
    }

    private static Finding Error(string code, string path, params ReadOnlySpan<object?> values) =>
        Finding.Error(GridsMessages.Catalogue[code, values], FindingPlace.At(path));
}
