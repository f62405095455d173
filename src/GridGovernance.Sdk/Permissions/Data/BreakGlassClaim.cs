namespace GridGovernance.Sdk.Permissions;

/// <summary>What somebody claims who asks for emergency access.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Reason">The code of a <see cref="BreakGlassRule"/>.</param>
/// <param name="Reference">The id of what called for it, such as a case or a call; never personal data.</param>
public sealed record BreakGlassClaim(string Reason, string Reference);
