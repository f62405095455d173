namespace GridGovernance.Sdk.Staffing;

/// <summary>Who fills one place of a team: a person in a seat, a party unit or a department.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Role">The code of the place.</param>
/// <param name="Acting">The person; null where it is filled by a party unit or a department.</param>
/// <param name="Body">The code of the party unit or department; null where it is filled by a person.</param>
public sealed record TeamMember(string Role, ActingPerson? Acting, string? Body);
