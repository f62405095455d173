namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>A list whose items all have one shape.</summary>
/// <param name="item">The shape of an item.</param>
internal sealed class ListShape(Shape item) : Shape
{
    internal Shape Item => item;

    internal override LocalizedText Expected { get; } = new("a list", "一个列表");
}
