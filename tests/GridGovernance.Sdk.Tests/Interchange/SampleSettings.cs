namespace GridGovernance.Sdk.Tests.Interchange;

internal sealed record SampleSettings
{
    public required string Code { get; init; }

    public int Days { get; init; } = 30;

    public int Times { get; init; }

    public EquatableArray<string> Tags { get; init; } = ["x"];
}
