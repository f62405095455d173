using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Hosting;

/// <summary>What a host says when it registers grid governance. Filled in once by the caller, then read.</summary>
public sealed class GridGovernanceOptions
{
    /// <summary>Gets or sets the folder of the model; either this or <see cref="Model"/>.</summary>
    public string? ModelFolder { get; set; }

    /// <summary>Gets or sets the model; either this or <see cref="ModelFolder"/>.</summary>
    public GovernanceModel? Model { get; set; }

    /// <summary>Gets or sets what the host adds to the definitions in <see cref="ModelFolder"/>.</summary>
    public ModelOptions ModelOptions { get; set; } = ModelOptions.Default;

    /// <summary>Gets or sets the map; with it the services that decide cases are registered too.</summary>
    public GridMap? Map { get; set; }

    /// <summary>Gets or sets who sits where; null where the host does not say.</summary>
    public Roster? Roster { get; set; }

    /// <summary>Gets or sets an older model whose lifecycles open cases still follow; null where there is none.</summary>
    public GovernanceModel? OpenCasesModel { get; set; }
}
