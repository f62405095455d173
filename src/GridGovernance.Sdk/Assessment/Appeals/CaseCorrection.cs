namespace GridGovernance.Sdk.Assessment;

/// <summary>What an appeal (申诉) changes about a case: other facts, or that it does not count.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="CaseId">The case.</param>
/// <param name="Corrected">The facts that count from now on; null when the case counts no more.</param>
public sealed record CaseCorrection(string CaseId, CaseFact? Corrected);
