using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What became of a duty in one of its cycles.</summary>
/// <remarks>Equality is by value. The default value owes nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The first day of the cycle.</param>
/// <param name="To">The last day of the cycle.</param>
/// <param name="Owed">How often it was to be done.</param>
/// <param name="Done">How often it was done.</param>
/// <param name="MinutesOwed">How many minutes it was to take.</param>
/// <param name="Minutes">How many it took.</param>
public readonly record struct FieldDutyCycleState(LocalDate From, LocalDate To, int Owed, int Done, int MinutesOwed, int Minutes)
{
    /// <summary>Gets a value indicating whether it was done often and long enough.</summary>
    public bool IsKept => Done >= Owed && Minutes >= MinutesOwed;
}
