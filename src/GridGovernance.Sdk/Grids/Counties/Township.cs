namespace GridGovernance.Sdk.Grids;

/// <summary>A township, town or street (乡、镇、街道) of the county: one row of <c>townships.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The division code, of nine digits that begin with the county's.</param>
/// <param name="Name">The name, as the register has it.</param>
public sealed record Township(DivisionCode Code, string Name);
