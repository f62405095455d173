namespace GridGovernance.Sdk.Cases;

/// <summary>What a list says: the rules that allow, or the reasons that refuse.</summary>
/// <remarks>Equality is by value. The default value allows without a rule. This type is immutable and safe to share between threads.</remarks>
/// <param name="Rules">The codes of the items or rules that allow it; empty when refused.</param>
/// <param name="Refusals">Every reason; empty when allowed.</param>
public readonly record struct ListAnswer(EquatableArray<string> Rules, EquatableArray<Refusal> Refusals)
{
    /// <summary>Gets the codes of the delegations (委托) by which it is allowed; empty where one's own power does. The area of the seat whose power it is then counts, not one's own.</summary>
    public EquatableArray<string> Delegations { get; init; }

    /// <summary>Gets a value indicating whether the list allows it.</summary>
    public bool IsAllowed => Refusals.Count == 0;
}
