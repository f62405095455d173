using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Hosting;

/// <summary>All definitions of one county, compiled and checked against each other.</summary>
/// <remarks>
/// <para>A model exists only without errors. Two models with one <see cref="Hash"/> hold the same definitions.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GovernanceModel
{
    internal GovernanceModel(ModelDefinitions definitions)
    {
        Definitions = definitions;
        Hash = ContentHash.Of([.. GovernanceJson.Write(definitions.County), .. GovernanceCsv.Write(definitions.Townships)]);
    }

    /// <summary>Gets the definitions that the model was compiled from; change a copy of them and compile again.</summary>
    public ModelDefinitions Definitions { get; }

    /// <summary>Gets the county.</summary>
    public CountyDefinition County => Definitions.County;

    /// <summary>Gets the townships.</summary>
    public EquatableArray<Township> Townships => Definitions.Townships;

    /// <summary>Gets the hash of the canonical form of all definitions.</summary>
    public ContentHash Hash { get; }

    /// <summary>Loads a model from a folder; <see cref="ModelFile.All"/> says what the folder holds.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="report">Everything that is wrong or doubtful in all files, each with its file and, where there is one, its line.</param>
    /// <param name="limits">How large a file may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The model; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="folder"/> is null.</exception>
    public static GovernanceModel? Load(string folder, out FindingReport report, ImportLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new ModelCompiler(ModelSources.From(new ModelFolder(folder, limits ?? ImportLimits.Default))).Compile(out report);
    }

    /// <summary>Loads a model from a folder, for who prefers an exception.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="folder"/> is null.</exception>
    /// <exception cref="GovernanceException">The model has errors; the exception carries the report.</exception>
    public static GovernanceModel LoadOrThrow(string folder) => Load(folder, out var report) ?? throw new GovernanceException(report);

    /// <summary>Compiles a model from definitions in memory.</summary>
    /// <param name="definitions">The definitions.</param>
    /// <param name="report">Everything that is wrong or doubtful; places name the file that the definition would stand in.</param>
    /// <returns>The model; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definitions"/> is null.</exception>
    public static GovernanceModel? Compile(ModelDefinitions definitions, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return new ModelCompiler(ModelSources.From(definitions)).Compile(out report);
    }
}
