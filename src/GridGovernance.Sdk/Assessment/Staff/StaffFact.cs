namespace GridGovernance.Sdk.Assessment;

/// <summary>One grid worker as assessment sees them.</summary>
/// <remarks>
/// <para>The id is opaque. Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="PersonId">The person's opaque id.</param>
/// <param name="Unit">The unit that the person counts for.</param>
/// <param name="Marks">What holds of the person.</param>
public sealed record StaffFact(string PersonId, string Unit, StaffMarks Marks);
