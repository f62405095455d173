using GridGovernance.Sdk.Geodesy;

namespace CountyQuickstart;

/// <summary>What the user asked for.</summary>
internal sealed record QuickstartOptions
{
    /// <summary>Gets the folder that takes the results.</summary>
    internal string Out { get; init; } = "out";

    /// <summary>Gets the seed: everything random follows from it.</summary>
    internal long Seed { get; init; } = 1;

    /// <summary>Gets the GeoJSON file with the county's outline; null to generate one.</summary>
    internal string? Boundary { get; init; }

    /// <summary>Gets the coordinate system of that file.</summary>
    internal CoordinateSystem BoundarySystem { get; init; } = CoordinateSystem.Cgcs2000;

    /// <summary>Gets the language of report and tables.</summary>
    internal Language Language { get; init; } = Language.English;

    /// <summary>Gets the folder with the model of the county: beside the program unless told otherwise.</summary>
    internal string Model { get; init; } = Path.Combine(AppContext.BaseDirectory, "model");
}
