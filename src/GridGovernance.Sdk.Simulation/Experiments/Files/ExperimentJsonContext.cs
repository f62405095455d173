using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>The generated contracts of the files.</summary>
[JsonSerializable(typeof(ManifestFile))]
[JsonSerializable(typeof(ResultFile))]
internal sealed partial class ExperimentJsonContext : JsonSerializerContext
{
    internal static ExperimentJsonContext Indented { get; } = new(OptionsOf(isIndented: true));

    internal static ExperimentJsonContext Compact { get; } = new(OptionsOf(isIndented: false));

    private static JsonSerializerOptions OptionsOf(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 32,
        WriteIndented = isIndented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
