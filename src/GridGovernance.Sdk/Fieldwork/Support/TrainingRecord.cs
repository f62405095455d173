using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A training of somebody in the grid system (培训): one row of <c>trainings.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Person">The opaque id of the person.</param>
/// <param name="Course">The code of the course.</param>
/// <param name="On">The last day of it.</param>
/// <param name="Hours">How long it was.</param>
/// <param name="Passed">Whether the person passed.</param>
public sealed record TrainingRecord(string Person, string Course, LocalDate On, int Hours, bool Passed = true);
