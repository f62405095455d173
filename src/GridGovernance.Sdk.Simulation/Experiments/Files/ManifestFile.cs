namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>A manifest as it stands in its file.</summary>
internal sealed class ManifestFile
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string Generator { get; init; }

    public required long Seed { get; init; }

    public required bool CommonRandomNumbers { get; init; }

    public required string Replications { get; init; }

    public PrecisionFile? Precision { get; init; }

    public required string[] Metrics { get; init; }

    public required ScenarioEntry[] Scenarios { get; init; }

    public required InputFile[] Inputs { get; init; }

    public required string ResultHash { get; init; }

    internal static ManifestFile From(ExperimentManifest manifest) => new()
    {
        Name = manifest.Name,
        Version = manifest.Version,
        Generator = manifest.Generator,
        Seed = manifest.Seed,
        CommonRandomNumbers = manifest.HasCommonRandomNumbers,
        Replications = manifest.Replications.ToString(),
        Precision = manifest.Precision is { } precision ? PrecisionFile.From(precision) : null,
        Metrics = [.. manifest.Metrics],
        Scenarios = [.. manifest.Scenarios],
        Inputs = [.. manifest.Inputs.Select(static input => new InputFile(input.Name, input.Hash.ToString()))],
        ResultHash = manifest.ResultHash.ToString(),
    };

    internal ExperimentManifest ToManifest(string file)
    {
        try
        {
            ManifestRules.CheckNames(Metrics, "metric", isRequired: true);
            ManifestRules.CheckNames(Scenarios.Select(static scenario => scenario?.Code), "scenario", isRequired: true);
            ManifestRules.CheckNames(Inputs.Select(static input => input?.Name), "input", isRequired: false);
            return new ExperimentManifest
            {
                Name = Name,
                Version = Version,
                Generator = Generator,
                Seed = Seed,
                HasCommonRandomNumbers = CommonRandomNumbers,
                Replications = ReplicationRange.Parse(Replications, null),
                Precision = Precision?.ToTarget(),
                Metrics = EquatableArray.From(Metrics),
                Scenarios = EquatableArray.From(Scenarios),
                Inputs = EquatableArray.From(Inputs.Select(static input => new ExperimentInput(input.Name, ContentHash.Parse(input.Hash, null)))),
                ResultHash = ContentHash.Parse(ResultHash, null),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new FormatException($"\"{file}\" holds no manifest. {exception.Message}", exception);
        }
    }

    internal sealed record InputFile(string Name, string Hash);

    internal sealed class PrecisionFile
    {
        public required string Metric { get; init; }

        public required double HalfWidth { get; init; }

        public required bool Relative { get; init; }

        public required double Confidence { get; init; }

        public required int MaximumReplications { get; init; }

        public required int Step { get; init; }

        internal static PrecisionFile From(PrecisionTarget target) => new()
        {
            Metric = target.Metric,
            HalfWidth = target.HalfWidth,
            Relative = target.IsRelative,
            Confidence = target.Confidence,
            MaximumReplications = target.MaximumReplications,
            Step = target.Step,
        };

        internal PrecisionTarget ToTarget() => new(Metric, HalfWidth, Relative) { Confidence = Confidence, MaximumReplications = MaximumReplications, Step = Step };
    }
}
