namespace GridGovernance.Sdk.Grids;

/// <summary>Finds everything that is wrong in a grid code scheme's definition.</summary>
internal static class GridCodeSchemeChecker
{
    private const int MostWidth = 12;

    /// <summary>Checks a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <returns>All findings.</returns>
    internal static FindingReport Check(GridCodeSchemeDefinition definition)
    {
        var findings = new List<Finding>();
        CheckCode(findings, "/code", definition.Code);
        var (length, divisionLength) = (0, 0);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Segments.Count; i++)
        {
            var segment = definition.Segments[i];
            var path = FormattableString.Invariant($"/segments/{i}");
            CheckCode(findings, path + "/code", segment.Code);
            if (!codes.Add(segment.Code))
            {
                findings.Add(Error("grids.duplicate-segment", path + "/code", segment.Code));
            }

            if (segment.Width is < 1 or > MostWidth)
            {
                findings.Add(Error("grids.segment-width", path + "/width", segment.Code, MostWidth, segment.Width));
            }

            var isLast = i == definition.Segments.Count - 1;
            if ((segment.Role == GridCodeRole.Serial) != isLast)
            {
                findings.Add(Error("grids.serial-last", path + "/role", segment.Code));
            }

            length += Math.Clamp(segment.Width, 0, MostWidth);
            divisionLength += segment.Role == GridCodeRole.Division ? Math.Clamp(segment.Width, 0, MostWidth) : 0;
            CheckReserved(findings, path, segment);
        }

        if (divisionLength is not (6 or 9 or 12))
        {
            findings.Add(Error("grids.scheme-division-length", "/segments", definition.Code, divisionLength));
        }

        if (length > GridCode.MostCharacters)
        {
            findings.Add(Error("grids.code-too-long", "/segments", definition.Code, GridCode.MostCharacters, length));
        }

        return new FindingReport(findings);
    }

    private static void CheckReserved(List<Finding> findings, string path, GridCodeSegmentDefinition segment)
    {
        for (var i = 0; i < segment.Reserved.Count; i++)
        {
            var (reserved, place) = (segment.Reserved[i], FormattableString.Invariant($"{path}/reserved/{i}"));
            var letters = GridCodeSegment.LettersOf(segment.Alphabet);
            foreach (var value in new[] { reserved.From, reserved.To ?? reserved.From }.Distinct(StringComparer.Ordinal))
            {
                if (value.Length != segment.Width || !value.All(letters.Contains))
                {
                    findings.Add(Error("grids.reserved-value", place + "/from", segment.Code, segment.Width, letters, value));
                }
            }

            if (string.CompareOrdinal(reserved.From, reserved.To ?? reserved.From) > 0)
            {
                findings.Add(Error("grids.reserved-order", place + "/to", segment.Code, reserved.From, reserved.To));
            }

            var role = reserved.Meaning switch
            {
                GridCodeReserve.WholeDivision => GridCodeRole.Serial,
                GridCodeReserve.MergedDivision => GridCodeRole.Division,
                _ => segment.Role,
            };
            if (role != segment.Role)
            {
                findings.Add(Error("grids.reserved-meaning", place + "/meaning", reserved.Meaning, role, segment.Code, segment.Role));
            }
        }
    }

    private static void CheckCode(List<Finding> findings, string path, string code)
    {
        if (!GridSchemeChecker.IsCode(code))
        {
            findings.Add(Error("grids.bad-code", path, code));
        }
    }

    private static Finding Error(string code, string path, params ReadOnlySpan<object?> values) =>
        Finding.Error(GridsMessages.Catalogue[code, values], FindingPlace.At(path));
}
