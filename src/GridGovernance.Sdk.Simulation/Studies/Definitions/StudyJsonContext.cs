using System.Text.Json.Serialization;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>The generated contracts of the records of studies.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CountyStudyParameters))]
[JsonSerializable(typeof(StudyLabels))]
[JsonSerializable(typeof(StudyDefinition))]
[JsonSerializable(typeof(Provinces.ProvinceParameters))]
[JsonSerializable(typeof(NoticeParameters))]
[JsonSerializable(typeof(SamplingParameters))]
[JsonSerializable(typeof(CollectionParameters))]
internal sealed partial class StudyJsonContext : JsonSerializerContext;
