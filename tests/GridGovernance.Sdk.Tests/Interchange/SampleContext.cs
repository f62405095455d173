using System.Text.Json.Serialization;

namespace GridGovernance.Sdk.Tests.Interchange;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Sample))]
[JsonSerializable(typeof(SampleRow))]
[JsonSerializable(typeof(SampleSettings))]
internal sealed partial class SampleContext : JsonSerializerContext;
