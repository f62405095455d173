namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>A converter that can say what it accepts.</summary>
internal interface IShaped
{
    /// <summary>Returns the shape of the values it reads and writes.</summary>
    /// <param name="shapeOf">Gives the shape of another type, for a converter that contains one.</param>
    /// <returns>The shape.</returns>
    Shape GetShape(Func<Type, Shape> shapeOf);
}
