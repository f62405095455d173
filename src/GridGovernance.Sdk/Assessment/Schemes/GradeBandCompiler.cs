using System.Globalization;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Checks that grade bands cover every attainable score exactly once, and completes the ends that they leave open.</summary>
internal static class GradeBandCompiler
{
    /// <summary>Compiles the bands.</summary>
    /// <param name="definitions">The bands, in any order.</param>
    /// <param name="lowest">The lowest attainable score.</param>
    /// <param name="highest">The highest attainable score.</param>
    /// <param name="findings">Where faults go.</param>
    /// <returns>The bands from the lowest to the highest.</returns>
    internal static EquatableArray<GradeBand> Compile(
        EquatableArray<GradeBandDefinition> definitions, decimal lowest, decimal highest, List<Finding> findings)
    {
        if (definitions.Count == 0)
        {
            return [];
        }

        CheckCodes(definitions, findings);

        // A band that names no lower end begins where the one that ends lowest below it ends; only the lowest may do without any.
        (GradeBandDefinition Band, int Index)[] ordered =
            [.. definitions.Select(static (band, index) => (band, index)).OrderBy(static item => item.band.From ?? decimal.MinValue).ThenBy(static item => item.index)];
        var bands = new GradeBand[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            var (band, index) = ordered[i];
            var below = band.Below ?? (i + 1 < ordered.Length ? ordered[i + 1].Band.From : null);
            bands[i] = new GradeBand(band.Code, band.Title ?? new LocalizedText(band.Code, band.Code), band.From, below);
            if (band.From > highest)
            {
                findings.Add(Finding.Warning(AssessmentMessages.All["assessment.band-unreachable", band.Code, Text(band.From), Text(highest)], FindingPlace.At($"/bands/{index}")));
            }

            if (below <= band.From)
            {
                Report("assessment.band-empty", index, band.Code, band.From, below);
            }
        }

        if (bands[0].From > lowest)
        {
            Report("assessment.band-gap", ordered[0].Index, Text(lowest), Text(bands[0].From));
        }

        for (var i = 1; i < bands.Length; i++)
        {
            var (lower, upper) = (bands[i - 1], bands[i]);
            if (lower.Below is null || upper.From is null || upper.From < lower.Below)
            {
                Report("assessment.band-overlap", ordered[i].Index, upper.Code, lower.Code, upper.From is null ? "−∞" : Text(upper.From), Text(Lower(lower.Below, upper.Below)));
            }
            else if (upper.From > lower.Below)
            {
                Report("assessment.band-gap", ordered[i].Index, Text(lower.Below), Text(upper.From));
            }
        }

        if (bands[^1].Below == highest)
        {
            Report("assessment.band-end", ordered[^1].Index, Text(highest), bands[^1].Code);
        }
        else if (bands[^1].Below < highest)
        {
            Report("assessment.band-gap", ordered[^1].Index, Text(bands[^1].Below), Text(highest == decimal.MaxValue ? null : highest));
        }

        return EquatableArray.Create<GradeBand>(bands);

        void Report(string message, int index, params ReadOnlySpan<object?> values) =>
            findings.Add(Finding.Error(AssessmentMessages.All[message, values], FindingPlace.At($"/bands/{index}")));
    }

    private static void CheckCodes(EquatableArray<GradeBandDefinition> definitions, List<Finding> findings)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definitions.Count; i++)
        {
            var place = FindingPlace.At($"/bands/{i}/code");
            if (string.IsNullOrWhiteSpace(definitions[i].Code))
            {
                findings.Add(Finding.Error(AssessmentMessages.All["assessment.code-missing"], place));
            }
            else if (!codes.Add(definitions[i].Code))
            {
                findings.Add(Finding.Error(AssessmentMessages.All["assessment.duplicate-code", definitions[i].Code], place));
            }
        }
    }

    private static decimal? Lower(decimal? left, decimal? right) => left is null || right < left ? right : left;

    private static string Text(decimal? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "∞";
}
