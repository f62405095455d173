namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A category of subjects that are visited (走访对象类别), such as community corrections.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record VisitCategory
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the matter that the lists know visits to it by; null where it is on no list.</summary>
    public string? Matter { get; init; }

    /// <summary>Gets the risk levels, in order; empty where there are none.</summary>
    public EquatableArray<string> Risks { get; init; }
}
