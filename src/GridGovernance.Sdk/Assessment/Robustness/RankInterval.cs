namespace GridGovernance.Sdk.Assessment;

/// <summary>Between which ranks a unit stays while the weights change.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Unit">The unit's code.</param>
/// <param name="Rank">The rank under the scheme's own weights, ties at their best.</param>
/// <param name="Best">No change within the bounds gives it a better rank.</param>
/// <param name="Worst">No change within the bounds gives it a worse rank.</param>
public sealed record RankInterval(string Unit, int Rank, int Best, int Worst);
