namespace GridGovernance.Sdk.Staffing;

/// <summary>Everything that a roster is made of: who sits where, who they are, when they are away, and who stands in.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record RosterDefinition
{
    /// <summary>Gets the appointments: <c>appointments.csv</c>.</summary>
    public EquatableArray<Appointment> Appointments { get; init; }

    /// <summary>Gets what is known of the people: <c>staff.csv</c>. Of whom nothing is known, eligibility is unknown.</summary>
    public EquatableArray<StaffMember> Staff { get; init; }

    /// <summary>Gets the absences: <c>absences.csv</c>.</summary>
    public EquatableArray<StaffAbsence> Absences { get; init; }

    /// <summary>Gets the deputies: <c>deputies.csv</c>.</summary>
    public EquatableArray<Deputation> Deputies { get; init; }
}
