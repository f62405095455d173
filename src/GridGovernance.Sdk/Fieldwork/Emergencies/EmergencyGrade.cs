namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How grave an emergency is, which says how far up it is reported.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code.</param>
/// <param name="Name">The name.</param>
/// <param name="Top">The last tier that must be told.</param>
public sealed record EmergencyGrade(string Code, LocalizedText Name, EmergencyTier Top);
