using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases;

/// <summary>A seat in a command team.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Role">What it is there.</param>
/// <param name="Seat">The seat.</param>
public sealed record CommandTeamMember(CommandTeamRole Role, Seat Seat);
