using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A period whose visit was made.</summary>
/// <remarks>Equality is by value. The default value is period 0. This type is immutable and safe to share between threads.</remarks>
/// <param name="DueOn">The last day of the period.</param>
/// <param name="On">The day of the visit.</param>
public readonly record struct VisitSettlement(LocalDate DueOn, LocalDate On)
{
    /// <summary>Gets a value indicating whether it came after the period was over.</summary>
    public bool IsLate => On > DueOn;
}
