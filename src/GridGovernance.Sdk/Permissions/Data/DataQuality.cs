namespace GridGovernance.Sdk.Permissions;

/// <summary>How far a collected value can be relied on.</summary>
/// <remarks>通江县: "群众实际上较为排斥提供个人信息，提供的信息也无法保证完全真实有效".</remarks>
public enum DataQuality
{
    /// <summary>As somebody said it (未核实).</summary>
    Unverified = 0,

    /// <summary>Held against a second source by somebody else (已核实).</summary>
    Verified = 1,

    /// <summary>The person would not say (拒绝提供): there is no value, and that is known.</summary>
    Refused = 2,
}
