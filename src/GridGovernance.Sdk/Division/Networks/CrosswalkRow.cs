namespace GridGovernance.Sdk.Division;

/// <summary>How much of an old cell came to a new one.</summary>
/// <remarks>
/// <para>The shares of one old cell over all its rows sum to 1, within 1e-9. Land that several new cells cover is split evenly between them.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="From">The code of the old cell.</param>
/// <param name="To">The code of the new cell; null for what no new cell covers.</param>
/// <param name="SquareMetres">The area.</param>
/// <param name="People">The people; a fraction where land is split.</param>
/// <param name="ShareByArea">The area as a share of the old cell's, 0..1.</param>
/// <param name="ShareByPeople">The people as a share of the old cell's, 0..1; null where nobody lives in it.</param>
public sealed record CrosswalkRow(string From, string? To, double SquareMetres, double People, double ShareByArea, double? ShareByPeople);
