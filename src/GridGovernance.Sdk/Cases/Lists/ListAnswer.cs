namespace GridGovernance.Sdk.Cases;

/// <summary>What a list says: the rules that allow, or the reasons that refuse.</summary>
/// <remarks>Equality is by value. The default value allows without a rule. This type is immutable and safe to share between threads.</remarks>
/// <param name="Rules">The codes of the items or rules that allow it; empty when refused.</param>
/// <param name="Refusals">Every reason; empty when allowed.</param>
public readonly record struct ListAnswer(EquatableArray<string> Rules, EquatableArray<Refusal> Refusals)
{
    /// <summary>Gets a value indicating whether the list allows it.</summary>
    public bool IsAllowed => Refusals.Count == 0;
}
