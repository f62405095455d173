using GridGovernance.Sdk;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Maps;

namespace CountyQuickstart.Steps;

/// <summary>The outline of the county, where the user brings one.</summary>
internal static class CountyOutline
{
    /// <summary>Reads the outline and converts it to CGCS2000.</summary>
    /// <param name="options">The options; they name the file and its coordinate system.</param>
    /// <returns>The outline; null when none was given, and one is to be generated.</returns>
    /// <exception cref="UnusableInputException">The file is absent, or does not hold a sound outline.</exception>
    internal static GridBoundary? Read(QuickstartOptions options)
    {
        if (options.Boundary is not { } file)
        {
            return null;
        }

        var info = new FileInfo(file);
        if (!info.Exists)
        {
            throw new UnusableInputException($"--boundary must name a GeoJSON file, but \"{file}\" is not there.");
        }

        if (info.Length > ImportLimits.Default.MaxBytes)
        {
            throw new UnusableInputException($"--boundary must name a file of at most {ImportLimits.Default.MaxBytes} bytes, but \"{file}\" has {info.Length}.");
        }

        var read = GeoJson.ReadOutline(File.ReadAllBytes(file), file, options.BoundarySystem, CoordinateSystem.Cgcs2000);
        return read.Value ?? throw new UnusableInputException(FirstOf(read.Report, options.Language));
    }

    /// <summary>Says whether an outline is a tenth larger or smaller than the county is stated to be.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="squareKilometres">The stated area.</param>
    /// <returns>True when it deserves a warning.</returns>
    internal static bool DiffersFrom(GridBoundary outline, decimal squareKilometres)
    {
        var ratio = outline.AreaSquareMetres / 1e6 / (double)squareKilometres;
        return ratio is < 0.9 or > 1.1;
    }

    private static string FirstOf(FindingReport report, Language language)
    {
        var first = report.First(static finding => finding.Severity == FindingSeverity.Error);
        var more = report.Count(static finding => finding.Severity == FindingSeverity.Error) - 1;
        var where = (first.Place with { Path = first.Place.Line is null ? first.Place.Path : null }).ToString();
        return $"{where}: {language.Say(first.Message)}{(more > 0 ? language.Say($" ({more} more)", $"（另有{more}项）") : "")}";
    }
}
