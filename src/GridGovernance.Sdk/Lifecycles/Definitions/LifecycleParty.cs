namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The parties of a case that are not posts, as a definition names them.</summary>
public static class LifecycleParty
{
    /// <summary>The seat that reported the case.</summary>
    public const string Reporter = "reporter";

    /// <summary>The seat to which the case was dispatched (主办).</summary>
    public const string Lead = "lead";

    /// <summary>A seat that assists the lead (协办).</summary>
    public const string Assisting = "assisting";

    /// <summary>The seat above the responsible one.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Gets all of them.</summary>
    public static EquatableArray<string> All { get; } = [Reporter, Lead, Assisting, Supervisor];
}
