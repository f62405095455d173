namespace GridGovernance.Sdk.Tests.Interchange;

internal sealed record SampleRow(string Code, int Size, Colour Colour = Colour.Green, string? Note = null, EquatableArray<string> Tags = default, bool Open = false);
