namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>What a JSON value must look like for one .NET type: derived once from the type's serialisation contract, then used by the
/// checker, the schema writer and the CSV reader, so that the three cannot disagree.</summary>
internal abstract class Shape
{
    /// <summary>Gets what is expected, as a message says it: "a whole number (整数)".</summary>
    internal abstract LocalizedText Expected { get; }
}
