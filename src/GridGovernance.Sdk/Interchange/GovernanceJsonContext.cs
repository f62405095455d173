using System.Text.Json.Serialization;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange;

/// <summary>The generated contracts of every record that stands in a file. What is not a record of members is in <see cref="GovernanceValues"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CountyDefinition))]
[JsonSerializable(typeof(LifecycleDefinition))]
[JsonSerializable(typeof(Township))]
[JsonSerializable(typeof(AssessmentSchemeDefinition))]
[JsonSerializable(typeof(IndicatorDefinition))]
internal sealed partial class GovernanceJsonContext : JsonSerializerContext;
