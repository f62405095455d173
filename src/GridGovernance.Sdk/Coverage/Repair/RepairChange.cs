namespace GridGovernance.Sdk.Coverage;

/// <summary>What a repair did to one unit.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The unit's code.</param>
/// <param name="GainedSquareMetres">The area that it has now and had not before.</param>
/// <param name="LostSquareMetres">The area that it had and has no longer.</param>
public sealed record RepairChange(string Code, double GainedSquareMetres, double LostSquareMetres);
