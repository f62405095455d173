using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Hosting;

/// <summary>The definitions of a model with the places they come from, so that findings can name file and line.</summary>
internal sealed class ModelSources
{
    internal required ReadResult<CountyDefinition> County { get; init; }

    internal required ReadResult<EquatableArray<Township>> Townships { get; init; }

    /// <summary>Gets everything that is wrong with the form of the files.</summary>
    internal IEnumerable<FindingReport> Reports => [County.Report, Townships.Report];

    internal static ModelSources From(ModelFolder folder) => new()
    {
        County = folder.Json<CountyDefinition>("county.json"),
        Townships = folder.Csv<Township>("townships.csv"),
    };

    internal static ModelSources From(ModelDefinitions definitions) => new()
    {
        County = ReadResult<CountyDefinition>.Of("county.json", definitions.County),
        Townships = ReadResult<EquatableArray<Township>>.Of("townships.csv", definitions.Townships),
    };

    /// <summary>Returns the definitions.</summary>
    /// <returns>The definitions; null when a file could not be read.</returns>
    internal ModelDefinitions? ToDefinitions() => Reports.Any(static report => report.HasErrors) ? null : new ModelDefinitions
    {
        County = County.Value!,
        Townships = Townships.Value,
    };
}
