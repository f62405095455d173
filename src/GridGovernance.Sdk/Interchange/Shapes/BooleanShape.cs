namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>True or false.</summary>
internal sealed class BooleanShape : Shape
{
    internal override LocalizedText Expected { get; } = new("true or false", "true 或 false");
}
